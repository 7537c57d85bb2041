// Notice: the stage, the amount or the close date of a deal changed.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectDealMoves(const Scan &scan);

} // namespace topline::signals
