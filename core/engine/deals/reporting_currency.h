// The currency that figures over many deals are in. Called by reports and the nightly pass; pure,
// any thread, cannot fail.
#pragma once

#include "core/base/money.h"

#include <optional>
#include <vector>

namespace topline::engine {

// That of most amounts; the first by code where several have as many; dollars without any.
base::Currency mostUsedCurrency(const std::vector<std::optional<base::Money>> &amounts);

} // namespace topline::engine
