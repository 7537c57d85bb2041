// Notice: payments fail, or the term of a subscription ends soon.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectBilling(const Scan &scan);

} // namespace topline::signals
