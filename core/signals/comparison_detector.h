// Notice: somebody compared us with a competitor.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectComparisons(const Scan &scan);

} // namespace topline::signals
