// Notice: the deal room is looked at again after a long quiet.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectReopenedRooms(const Scan &scan);

} // namespace topline::signals
