// Notice: the same person (or, unnamed, the same account) looks at prices again within a week.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectPricingRevisits(const Scan &scan);

} // namespace topline::signals
