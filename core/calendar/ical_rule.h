// libical's digested recurrence rule as ours. Used by readIcal alone, since libical stays within
// this folder's readers. Pure; no value for a rule that makes no sense.
#pragma once

#include "core/calendar/ical_read.h"

#include <libical/ical.h>

namespace topline::calendar {

std::optional<Recurrence> ruleOf(const icalrecurrencetype &from, const IcalMoment &start);

} // namespace topline::calendar
