// The courier: the one thread that waits for the CRM. It carries a question there and the answer
// back to the engine's thread, and touches nothing else. Asked by the pumps on the engine's thread.
// cancel() lets a request under way end early.
#pragma once

#include "core/base/work_queue.h"
#include "core/crm/connector.h"
#include "core/engine/worker.h"

#include <functional>
#include <string>

namespace topline::engine {

class Courier {
public:
    // Both must outlive the courier.
    Courier(crm::Connector &connector, base::WorkQueue &engineQueue)
        : m_connector(connector)
        , m_engineQueue(engineQueue)
        , m_worker(courierQueueMax)
    {
    }

    // The callbacks run on the engine's thread. False: too much is waiting already.
    bool pull(std::string cursor, std::function<void(base::Result<crm::Page>)> answer);
    bool push(domain::Effect effect, std::function<void(crm::PushAnswer)> answer);
    bool lookUp(domain::Effect effect, std::function<void(crm::PushAnswer)> answer);

    const crm::Connector &connector() const { return m_connector; }

    bool isCancelled() const { return m_cancel.cancelled; }

    void cancel() { m_cancel.cancelled = true; }

    // After cancel(): ends the request under way, hands in its answer and joins.
    void stop() { m_worker.stop(); }

private:
    static constexpr std::size_t courierQueueMax = 64;

    crm::Connector &m_connector;
    base::WorkQueue &m_engineQueue;
    crm::CancelToken m_cancel;
    Worker m_worker;
};

} // namespace topline::engine
