// Reckoning with working hours: when a clock begins, when it has run out, how much of a span was
// working time. Called for SLAs, escalations and speed to lead. Pure, any thread; a calendar
// without a working day in two years counts every hour. Clock changes lengthen or shorten a day's
// work by what the wall clock shows: 08:00 to 18:00 ends at 18:00.
#pragma once

#include "core/domain/work_calendar.h"

#include <map>
#include <string>

namespace topline::plays {

class WorkClock {
public:
    // `workspaceZone` where the calendar names none; an unknown zone counts as UTC.
    WorkClock(const domain::WorkCalendar &calendar, const std::string &workspaceZone);

    bool isOpen(base::UtcMs at) const;
    // The moment itself while open, else the next opening.
    base::UtcMs startMs(base::UtcMs at) const;
    // That many working days later, `days` > 0, at the same time by the wall clock; within the
    // hours of that day, and not in its last one where it is longer than that.
    base::UtcMs daysLater(base::UtcMs at, std::int64_t days) const;
    // When `work` of working time has passed since `at`, which need not be open.
    base::UtcMs addWork(base::UtcMs at, base::DurationMs work) const;
    // Working time in [from, to); 0 when `to` is not later.
    base::DurationMs workBetween(base::UtcMs from, base::UtcMs to) const;

    const base::TimeZone &zone() const { return m_zone; }

private:
    struct Open {
        base::UtcMs fromMs = 0;
        base::UtcMs toMs = 0;
    };

    std::optional<Open> openOn(base::CivilDate date) const;

    domain::WorkCalendar m_calendar;
    base::TimeZone m_zone;
};

// The hours of that rep: their own, else everybody's, else Monday to Friday, 08:00 to 18:00.
WorkClock workClockOf(const std::map<domain::OwnerId, domain::WorkCalendar> &calendars,
                      domain::OwnerId owner, const std::string &workspaceZone);

// When an SLA of `sla` that began with the buyer at `at` runs out: up to a day by working time, a
// longer one by the wall clock from the opening on.
base::UtcMs slaDueMs(const WorkClock &clock, base::UtcMs at, base::DurationMs sla);

} // namespace topline::plays
