// When a calendar makes its owner busy: entries from outside, recurring ones worked out, as spans.
// Called on the courier's thread. Pure. What cannot be worked out within bounds is counted as
// unread, never left out in silence.
#pragma once

#include "core/calendar/ical_read.h"

#include <span>

namespace topline::calendar {

struct BusyQuery {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    std::string address; // the owner's: what they declined does not make busy
};

domain::BusyTimes busyTimes(std::span<const IcalEntry> entries, const BusyQuery &query);

} // namespace topline::calendar
