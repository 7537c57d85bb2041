// Notice: the champion of an open deal went silent, bounced or has a new title.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectChampions(const Scan &scan);

} // namespace topline::signals
