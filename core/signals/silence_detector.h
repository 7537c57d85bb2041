// Notice: an account with an open deal has gone silent.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectSilences(const Scan &scan);

} // namespace topline::signals
