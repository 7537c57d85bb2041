// Notice: more high-intent events than the account's own past explains.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectBaselineSurges(const Scan &scan);

} // namespace topline::signals
