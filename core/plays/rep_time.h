// When a rep can take the next step of a cadence: by their working hours, holidays and days off,
// and not while they are away. Used by cadences and by the engine that drives them. Pure, any
// thread; cannot fail.
#pragma once

#include "core/plays/work_calendar.h"

#include <optional>

namespace topline::plays {

class RepTime {
public:
    // `awayUntilMs`: of a rep who is away now and known to be back then.
    explicit RepTime(WorkClock clock, std::optional<base::UtcMs> awayUntilMs = {})
        : m_clock(std::move(clock))
        , m_awayUntilMs(awayUntilMs)
    {
    }

    // `days` working days later at the same time by the rep's wall clock, within that day's hours;
    // 0: the moment itself, or the next opening. Never while the rep is away.
    base::UtcMs later(base::UtcMs fromMs, std::int64_t days) const;

private:
    WorkClock m_clock;
    std::optional<base::UtcMs> m_awayUntilMs;
};

} // namespace topline::plays
