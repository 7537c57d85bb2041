// Notice: a new person joined a deal that had been open for a while.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectStakeholders(const Scan &scan);

} // namespace topline::signals
