// Free slots that suit both sides: outside what makes the rep busy, within both sides' working
// hours by their own clocks, some time from now, spread over days. Called by the engine when a
// meeting is proposed. Pure. InvalidInput for a zone that is not known.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"
#include "core/domain/work_calendar.h"

#include <vector>

namespace topline::calendar {

struct MeetingWish {
    // With a zone each; the holidays of their countries among their days off.
    domain::WorkCalendar ours;
    domain::WorkCalendar theirs;
    std::int64_t minutes = 30;
    base::UtcMs nowMs = 0;
    base::DurationMs noticeMs = 4 * base::hourMs; // nothing sooner
    int days = 20;                                // of the calendar, from the first possible one
    std::size_t count = 5;
};

// Ascending; fewer where fewer fit, none behind what the busy times cover. Starts on whole half
// hours of our clock. A start or end that a change of clocks makes doubtful is not proposed.
base::Result<std::vector<domain::ProposedTime>> proposeTimes(const MeetingWish &wish,
                                                             const domain::BusyTimes &busy);

} // namespace topline::calendar
