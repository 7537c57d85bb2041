// Notice: somebody read the documentation or a page at length.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectDeepReads(const Scan &scan);

} // namespace topline::signals
