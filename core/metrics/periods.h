// Weeks and quarters in the workspace's time zone. Called by metrics on any thread; pure, cannot
// fail. Weeks begin on Monday (ISO 8601), at the first instant of the local day.
#pragma once

#include "core/base/calendar.h"
#include "core/base/time.h"

#include <vector>

namespace topline::metrics {

struct Period {
    base::UtcMs startMs = 0; // inclusive
    base::UtcMs endMs = 0;   // exclusive
};

// `count` + 1 Mondays; the last one begins the week that contains `at`, so that together they bound
// the last `count` complete weeks. count >= 0.
std::vector<base::UtcMs> lastWeekStarts(base::UtcMs at, int count, const base::TimeZone &zone);

int isoWeekNumber(base::UtcMs at, const base::TimeZone &zone);

// The calendar quarter that contains `at`.
Period quarterOf(base::UtcMs at, const base::TimeZone &zone);

} // namespace topline::metrics
