#include "core/engine/courier.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr const char *notConnected = "There is no connection.";

} // namespace

bool Courier::open(Opener opener, std::function<void(base::Result<domain::SourceProfile>)> answer)
{
    return m_worker.post([this, opener = std::move(opener), answer = std::move(answer)] {
        m_connector = nullptr;
        m_owned.reset();
        auto opened = opener();
        base::Result<domain::SourceProfile> profile =
            opened.ok() ? (*opened)->inspect(m_cancel)
                        : base::Result<domain::SourceProfile>(opened.error());
        if (profile.ok()) {
            m_owned = std::move(opened).value();
            m_connector = m_owned.get();
        }
        m_engineQueue.postAnswer([profile = std::move(profile), answer] { answer(profile); });
    });
}

bool Courier::pull(std::string cursor, std::function<void(base::Result<crm::Page>)> answer)
{
    // No pull is under way now, so nobody's wish to end one is lost; cancel() is looked at again on
    // the worker's thread.
    m_pullCancel.cancelled = false;
    return m_worker.post([this, cursor = std::move(cursor), answer = std::move(answer)] {
        if (m_cancel.cancelled)
            m_pullCancel.cancelled = true;
        auto page = std::make_shared<base::Result<crm::Page>>(
            m_connector ? m_connector->pull(cursor, m_pullCancel)
                        : base::Result<crm::Page>(base::Error{.code = base::ErrorCode::Cancelled,
                                                              .message = notConnected}));
        m_engineQueue.postAnswer([page, answer] { answer(std::move(*page)); });
    });
}

bool Courier::push(domain::Effect effect, std::function<void(crm::PushAnswer)> answer)
{
    return m_worker.post([this, effect = std::move(effect), answer = std::move(answer)] {
        crm::PushAnswer given{crm::PushState::NotSent, {}, notConnected};
        if (m_connector)
            given = m_connector->push(effect, m_cancel);
        m_engineQueue.postAnswer([given = std::move(given), answer] { answer(given); });
    });
}

bool Courier::lookUp(domain::Effect effect, std::function<void(crm::PushAnswer)> answer)
{
    return m_worker.post([this, effect = std::move(effect), answer = std::move(answer)] {
        crm::PushAnswer given{crm::PushState::Unknown, {}, notConnected};
        if (m_connector)
            given = m_connector->lookUp(effect, m_cancel);
        m_engineQueue.postAnswer([given = std::move(given), answer] { answer(given); });
    });
}

void Courier::close(std::function<void()> then)
{
    const bool isAsked = m_worker.post([this, then] {
        m_connector = nullptr;
        m_owned.reset();
        if (then)
            m_engineQueue.postAnswer(then);
    });
    if (!isAsked && then)
        m_engineQueue.postAnswer(std::move(then));
}

} // namespace topline::engine
