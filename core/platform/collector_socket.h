// The collector's listener: a thread of its own that reads requests of this machine's programs at
// 127.0.0.1 and ::1, hands batches on, and answers 200 only once they are durable. Made and ended
// by the app. A flood, a slow client or a stranger costs a bounded amount and is told a status.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/crm/pace.h"
#include "core/intake/collector_rules.h"
#include "core/platform/collector_limits.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace topline::platform {

// Tells whether the batch is durable; at most once, from any thread, also after the socket went.
using CollectorDone = std::function<void(bool isDurable)>;
// Called on the collector's thread; must not block. False: no room for it now.
using CollectorTake = std::function<bool(intake::SegmentMessage &&message, CollectorDone done)>;

struct CollectorSetup {
    std::uint16_t port = 0; // 0: any free one (tests)
    std::string keyHash;    // intake::writeKeyHash
    CollectorLimits limits = {};
};

// Counts since the start, readable from any thread.
struct CollectorTotals {
    std::atomic<std::int64_t> requests{0}; // complete, with those refused
    std::atomic<std::int64_t> events{0};   // handed on
    std::atomic<std::int64_t> rejects{0};  // single events of accepted batches
    std::atomic<std::int64_t> refusals{0}; // requests answered with another status than 200
};

class CollectorSocket {
public:
    // Busy when the port is taken, on either address. Clock and pace must outlive it.
    static base::Result<std::unique_ptr<CollectorSocket>> start(CollectorSetup setup,
                                                                const base::Clock &clock,
                                                                const crm::Pace &pace,
                                                                CollectorTake take);
    // Ends the thread; what was handed on and is not answered is for the client to send again.
    ~CollectorSocket();
    CollectorSocket(const CollectorSocket &) = delete;
    CollectorSocket &operator=(const CollectorSocket &) = delete;

    std::uint16_t port() const;
    const CollectorTotals &totals() const;

private:
    class Loop;

    explicit CollectorSocket(std::unique_ptr<Loop> loop);

    std::unique_ptr<Loop> m_loop;
};

} // namespace topline::platform
