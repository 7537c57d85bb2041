// Notice: third-party data sees strong interest in a topic.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectIntentTopics(const Scan &scan);

} // namespace topline::signals
