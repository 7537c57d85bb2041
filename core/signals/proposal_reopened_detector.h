// Notice: the same person opens a proposal again.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectReopenedProposals(const Scan &scan);

} // namespace topline::signals
