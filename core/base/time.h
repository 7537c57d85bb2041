// Time as this program keeps it: UTC milliseconds since 1970, and durations in milliseconds.
// The clock comes in through constructors, so that a whole day can be run in a test; pure functions
// take `now` instead. Only the system clock in core/platform reads the machine's time.
#pragma once

#include <cstdint>

namespace topline::base {

using UtcMs = std::int64_t;
using DurationMs = std::int64_t;

inline constexpr DurationMs secondMs = 1'000;
inline constexpr DurationMs minuteMs = 60 * secondMs;
inline constexpr DurationMs hourMs = 60 * minuteMs;
inline constexpr DurationMs dayMs = 24 * hourMs;

// The source of "now". Implementations are thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcMs now() const = 0;
};

// A clock that stands still until told otherwise: --as-of, tests, simulation. Not for sharing
// between threads while it is being set.
class FixedClock final : public Clock {
public:
    explicit FixedClock(UtcMs now)
        : m_now(now)
    {
    }

    UtcMs now() const override { return m_now; }

    void set(UtcMs now) { m_now = now; }

    void advance(DurationMs delta) { m_now += delta; }

private:
    UtcMs m_now;
};

} // namespace topline::base
