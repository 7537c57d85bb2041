// When somebody works: hours per weekday by their own clock, public holidays of their country, own
// days off. Kept per rep; one for those who have none of their own. Plain values, any thread.
#pragma once

#include "core/base/calendar.h"
#include "core/domain/ids.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

// By the wall clock of the day: from before to, both within the day.
struct WorkSpan {
    base::DurationMs fromMs = 8 * base::hourMs;
    base::DurationMs toMs = 18 * base::hourMs;
    bool operator==(const WorkSpan &) const = default;
};

struct WorkCalendar {
    OwnerId owner;       // unset: of everybody without one
    std::string zone;    // IANA; empty: the workspace's
    std::string country; // whose holidays are kept, "DE"; empty: none
    // Monday first; absent: a day off.
    std::array<std::optional<WorkSpan>, 7> week = {
        WorkSpan{}, WorkSpan{}, WorkSpan{}, WorkSpan{}, WorkSpan{}, std::nullopt, std::nullopt};
    std::vector<base::CivilDate> daysOff; // ascending
    bool operator==(const WorkCalendar &) const = default;
};

} // namespace topline::domain
