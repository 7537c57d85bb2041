// A look at an iCalendar text before a parser is let near it: how big, how many components, how
// deep, how long its lines. Called by readIcal. Pure, linear; InvalidInput says which bound it
// breaks.
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace topline::calendar {

base::Status checkIcalShape(std::string_view text);

} // namespace topline::calendar
