// Notice: the product is used much less or much more than usual, or near the plan's limit.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectUsage(const Scan &scan);

} // namespace topline::signals
