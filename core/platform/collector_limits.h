// How much of the collector one stranger, or all of them, may have. Given by the app, read on the
// collector's thread; plain values.
#pragma once

#include "core/base/time.h"
#include "core/intake/http_request.h"

#include <cstddef>
#include <cstdint>

namespace topline::platform {

struct CollectorLimits {
    intake::HttpLimits http = {};
    std::size_t connections = 64;
    base::DurationMs headMs = 5 * base::secondMs;     // from the first byte, or from connecting
    base::DurationMs requestMs = 15 * base::secondMs; // the whole request
    base::DurationMs idleMs = 60 * base::secondMs;    // between two requests
    base::DurationMs writeMs = 5 * base::secondMs;    // until the answer is taken
    base::DurationMs drainMs = 2 * base::secondMs;    // for reading on after a refusal
    std::int64_t eventsPerSecond = 20'000;            // beyond it 429; a burst of twice as many
    std::int64_t requestsPerSecond = 2'000;
};

// So many a second, and twice as many at once.
class RateBucket {
public:
    RateBucket(std::int64_t perSecond, std::int64_t nowMs)
        : m_perSecond(perSecond)
        , m_thousandths(perSecond * 2'000)
        , m_atMs(nowMs)
    {
    }

    // A bucket that is not empty gives what is asked for, and owes the rest.
    bool take(std::int64_t count, std::int64_t nowMs)
    {
        const std::int64_t passedMs = nowMs - m_atMs < 10'000 ? nowMs - m_atMs : 10'000;
        m_atMs = nowMs;
        m_thousandths += passedMs * m_perSecond;
        if (m_thousandths > m_perSecond * 2'000)
            m_thousandths = m_perSecond * 2'000;
        if (m_thousandths <= 0)
            return false;
        m_thousandths -= count * 1'000;
        return true;
    }

private:
    std::int64_t m_perSecond;
    std::int64_t m_thousandths;
    std::int64_t m_atMs;
};

} // namespace topline::platform
