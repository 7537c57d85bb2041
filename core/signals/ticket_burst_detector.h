// Notice: several support tickets of one account within a week.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectTicketBursts(const Scan &scan);

} // namespace topline::signals
