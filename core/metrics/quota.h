// Quota of a quarter and what is left of it at a moment, by owner or for all. Called by tiles on
// any thread; pure, cannot fail: without a quota there is no value.
#pragma once

#include "core/metrics/deal_book.h"

#include <optional>

namespace topline::metrics {

// Quotas of the calendar quarter around `at` (reporting currency, in scope) less what was won in it
// until then, at least 0, in minor units. Absent without a quota. A quota of up to a quarter counts
// for the quarter of its middle; a longer one by the share of its days.
std::optional<double> remainingQuotaMinor(const DealBook &book, base::UtcMs at);

} // namespace topline::metrics
