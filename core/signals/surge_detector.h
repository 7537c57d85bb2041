// Notice: several high-intent events of one account within two days.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectSurges(const Scan &scan);

} // namespace topline::signals
