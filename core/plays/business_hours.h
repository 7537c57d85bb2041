// Decide: when the clock of an SLA starts. Called by decide. Pure, any thread; an unknown zone
// counts as UTC.
#pragma once

#include "core/base/time.h"

#include <string>

namespace topline::plays {

// The moment itself between 08:00 and 18:00 local time from Monday to Friday, else the next
// opening.
base::UtcMs clockStartMs(base::UtcMs atMs, const std::string &zone);

} // namespace topline::plays
