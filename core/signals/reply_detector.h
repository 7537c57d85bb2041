// Notice: a buyer answered a mail.
// Called by detect_all. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

std::vector<Found> detectReplies(const Scan &scan);

} // namespace topline::signals
