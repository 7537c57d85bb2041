// Notice: an open deal stays in its stage while nobody answers.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectStageStalls(const Scan &scan);

} // namespace topline::signals
