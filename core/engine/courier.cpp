#include "core/engine/courier.h"

#include <memory>
#include <utility>

namespace topline::engine {

bool Courier::pull(std::string cursor, std::function<void(base::Result<crm::Page>)> answer)
{
    return m_worker.post([this, cursor = std::move(cursor), answer = std::move(answer)] {
        auto page = std::make_shared<base::Result<crm::Page>>(m_connector.pull(cursor, m_cancel));
        m_engineQueue.postAnswer([page, answer] { answer(std::move(*page)); });
    });
}

bool Courier::push(domain::Effect effect, std::function<void(crm::PushAnswer)> answer)
{
    return m_worker.post([this, effect = std::move(effect), answer = std::move(answer)] {
        const crm::PushAnswer given = m_connector.push(effect, m_cancel);
        m_engineQueue.postAnswer([given, answer] { answer(given); });
    });
}

bool Courier::lookUp(domain::Effect effect, std::function<void(crm::PushAnswer)> answer)
{
    return m_worker.post([this, effect = std::move(effect), answer = std::move(answer)] {
        const crm::PushAnswer given = m_connector.lookUp(effect, m_cancel);
        m_engineQueue.postAnswer([given, answer] { answer(given); });
    });
}

} // namespace topline::engine
