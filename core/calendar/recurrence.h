// Which days and times a recurring entry falls on (RFC 5545, 3.3.10), by the wall clock, within a
// window. Called by busyTimes on the courier's thread. Pure. Rules come from strangers: every step
// costs, and what costs too much, or repeats within a day, is given up and says so.
#pragma once

#include "core/base/calendar.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace topline::calendar {

struct RuleDay {
    int weekday = 1; // 1 is Monday
    int nth = 0;     // of the month or year; negative from its end; 0: each
    bool operator==(const RuleDay &) const = default;
};

struct Recurrence {
    enum class Every { Day, Week, Month, Year, LessThanADay };

    Every every = Every::Day;
    int interval = 1;
    int count = 0;                       // 0: without end, or until
    std::optional<base::CivilTime> last; // by the same wall clock, included
    int weekStart = 1;
    std::vector<int> months;             // BYMONTH
    std::vector<int> weeks;              // BYWEEKNO, of years only
    std::vector<int> yearDays;           // BYYEARDAY, of years only
    std::vector<int> monthDays;          // BYMONTHDAY
    std::vector<RuleDay> days;           // BYDAY
    std::vector<base::DurationMs> times; // since midnight, ascending; empty: that of the start
    std::vector<int> positions;          // BYSETPOS
    bool operator==(const Recurrence &) const = default;
};

struct Occurrences {
    std::vector<base::CivilTime> starts; // ascending, within the window
    bool isCut = false;                  // given up: there may be more
};

struct Window {
    base::CivilTime from;
    base::CivilTime until; // not included
};

// The start itself is the first occurrence. `steps` is what may still be spent, for this entry and
// those after it; what was spent is taken off.
Occurrences occurrences(const Recurrence &rule, const base::CivilTime &start, const Window &window,
                        std::int64_t &steps);

} // namespace topline::calendar
