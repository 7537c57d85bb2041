// Batches on their way from the collector to the engine: posted from any thread, taken on the
// engine's thread, as many as wait in one transaction, and answered once that is durable. Bounded
// by the number of events: a full queue refuses, and the client comes back.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/visitor.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace topline::engine {

class Engine;

// Since the start.
struct IncomingTally {
    std::int64_t added = 0;
    std::int64_t known = 0;            // had come before
    std::optional<base::UtcMs> lastMs; // when a batch was stored
};

class IncomingQueue {
public:
    using Done = std::function<void(bool isDurable)>;

    explicit IncomingQueue(std::size_t eventsMax = 20'000)
        : m_eventsMax(eventsMax)
    {
    }

    // False when there is no room; `done` is then not called.
    bool post(domain::IncomingEvents incoming, Done done);

    // True once something waits; false when the time is over.
    bool waitUntil(std::chrono::steady_clock::time_point deadline);

    // Takes what waits, in one transaction, and answers it. A batch that cannot be stored is
    // answered as not durable and keeps no other one from it; the error is the last such one.
    base::Status drain(Engine &engine);

    // What drain() stored; on its thread.
    const IncomingTally &tally() const { return m_tally; }

private:
    struct Waiting {
        domain::IncomingEvents incoming;
        Done done;
    };

    std::deque<Waiting> takeSome();
    void count(const Engine &engine, const std::vector<domain::IncomingCounts> &stored);
    static std::size_t sizeOf(const domain::IncomingEvents &incoming);

    const std::size_t m_eventsMax;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Waiting> m_waiting;
    std::size_t m_events = 0;
    IncomingTally m_tally;
};

} // namespace topline::engine
