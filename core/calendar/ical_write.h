// Meetings as iCalendar (RFC 5545, 5546): what is stored in a calendar, and what goes by mail.
// Called where meetings are approved. Pure, any thread: the same meeting gives the same bytes for
// as long as the zone's rules stay. InvalidInput for what no calendar could keep, with the field.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"

#include <string>

namespace topline::calendar {

enum class IcalUse {
    Stored,  // without a method; tells the server that the invitations are our affair (RFC 6638)
    Request, // an invitation, or its change
    Cancel,
};

// A start that the clocks skip is refused; of a repeated one the first is meant. All texts are
// escaped: nothing in them begins a line or a property of its own.
base::Result<std::string> icalText(const domain::Meeting &meeting, IcalUse use);

// The same with the zone's rules around `at`, as one VTIMEZONE; empty for UTC.
std::string icalZone(const base::TimeZone &zone, base::UtcMs at);

} // namespace topline::calendar
