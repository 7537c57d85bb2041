// Notice: things that are a signal each time they happen: forms, trials, meetings, out-of-office
// answers. Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectSingleEvents(const Scan &scan);

} // namespace topline::signals
