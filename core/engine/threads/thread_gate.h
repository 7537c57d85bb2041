// The gate of a push on a courier's thread: has the mark made on the engine's thread and waits for
// it. Made by Courier for each push, asked on its thread. Where the program ends meanwhile the
// answer is Cancelled, and then the mark is not made any more either.
#pragma once

#include "core/base/work_queue.h"
#include "core/crm/cancel_token.h"
#include "core/crm/push_gate.h"

#include <functional>
#include <span>
#include <vector>

namespace topline::engine {

class ThreadGate : public crm::PushGate {
public:
    using Mark = std::function<base::Status(std::span<const domain::Effect>)>;

    // All of them must outlive the push.
    ThreadGate(base::WorkQueue &engineQueue, const Mark &mark, const crm::CancelToken &cancel)
        : m_engineQueue(engineQueue)
        , m_mark(mark)
        , m_cancel(cancel)
    {
    }

    base::Status pass(std::span<const domain::Effect> effects) override;

private:
    base::WorkQueue &m_engineQueue;
    const Mark &m_mark;
    const crm::CancelToken &m_cancel;
};

} // namespace topline::engine
