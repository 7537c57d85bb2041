// Notice: the buyer of a lost deal is back.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectLostReturns(const Scan &scan);

} // namespace topline::signals
