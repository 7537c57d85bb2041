// Waiting that tests can do without: a clock that only goes forward, and waiting until it shows a
// time. Used by the rate gate and by retries on courier threads. Any thread; never fails.
#pragma once

#include "core/crm/cancel_token.h"

#include <cstdint>

namespace topline::crm {

class Pace {
public:
    virtual ~Pace() = default;

    // Milliseconds since some moment; never goes back, whatever happens to the wall clock.
    virtual std::int64_t monotonicMs() const = 0;

    // False when the token was set before the time came (noticed within about 50 ms).
    virtual bool waitUntil(std::int64_t untilMonotonicMs, const CancelToken &cancel) = 0;
};

} // namespace topline::crm
