// Waiting without waiting: whoever waits moves this clock, and the wall clock given, forward at
// once, and the waits are kept for the test to read. Any thread, except that a FixedClock given
// must not be read elsewhere at the same time.
#pragma once

#include "core/base/time.h"
#include "core/crm/pace.h"

#include <cstdint>
#include <mutex>
#include <vector>

namespace topline::fakes {

class FakePace final : public crm::Pace {
public:
    explicit FakePace(base::FixedClock *clock = nullptr)
        : m_clock(clock)
    {
    }

    std::int64_t monotonicMs() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_nowMs;
    }

    bool waitUntil(std::int64_t untilMonotonicMs, const crm::CancelToken &cancel) override
    {
        if (cancel.cancelled)
            return false;
        const std::lock_guard lock(m_mutex);
        if (untilMonotonicMs > m_nowMs) {
            m_waitsMs.push_back(untilMonotonicMs - m_nowMs);
            move(untilMonotonicMs - m_nowMs);
        }
        return true;
    }

    void advance(base::DurationMs byMs)
    {
        const std::lock_guard lock(m_mutex);
        move(byMs);
    }

    // How long each wait was, in order.
    std::vector<base::DurationMs> waitsMs() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waitsMs;
    }

private:
    void move(base::DurationMs byMs)
    {
        m_nowMs += byMs;
        if (m_clock)
            m_clock->advance(byMs);
    }

    mutable std::mutex m_mutex;
    base::FixedClock *m_clock;
    std::int64_t m_nowMs = 1'000'000;
    std::vector<base::DurationMs> m_waitsMs;
};

} // namespace topline::fakes
