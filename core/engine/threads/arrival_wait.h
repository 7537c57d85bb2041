// Waits on a thread of its own until a mailbox says that something arrived, and tells the engine's
// thread, so that it is pulled at once and not at the next turn. Made by Connection; everything but
// the wait itself is on the engine's thread. A failure is never more than a return to asking every
// few minutes: it waits longer each time and tries again. After a suspend, when a dead connection
// could keep silent for half an hour, the wait begins anew.
#pragma once

#include "core/base/random.h"
#include "core/base/work_queue.h"
#include "core/crm/sign_in.h"
#include "core/engine/threads/worker.h"

#include <functional>
#include <memory>
#include <string>

namespace topline::engine {

class ArrivalWait {
public:
    // The queue is the engine's and outlives this, as the source does. `arrived` runs on the
    // engine's thread.
    ArrivalWait(base::WorkQueue &engineQueue, crm::ConnectionSource &source, std::string system,
                std::function<void()> arrived);
    ~ArrivalWait();

    // At each look at the clock: begins to wait where it is time, or, unless `mayWait`, ends.
    void work(base::UtcMs now, bool mayWait);
    // Ends a wait under way and lets go of its connection; the next work() begins with a new one.
    // Returns at once. Also forgets failures.
    void rest();

    bool isWaiting() const { return m_isWaiting; }

    // rest(), and joins the thread, which takes no more than a moment.
    void stop();

private:
    struct Hold; // one watch with its token

    void begin();
    void ended(const base::Result<crm::WatchEnd> &end);

    base::WorkQueue &m_engineQueue;
    crm::ConnectionSource &m_source;
    std::string m_system;
    std::function<void()> m_arrived;
    base::Random m_random;
    std::shared_ptr<Hold> m_hold;
    bool m_isWaiting = false;
    bool m_cannotWait = false;
    int m_failures = 0;        // in a row
    int m_hurries = 0;         // arrivals in a row, one soon after the other
    base::UtcMs m_now = 0;     // of the last look
    base::UtcMs m_againMs = 0; // not before
    base::UtcMs m_lastArrivalMs = 0;
    Worker m_worker;
};

} // namespace topline::engine
