// Totals over the whole history: how many deals were won, for how much, in how long. Called by the
// pipeline report and the terminal program, on any thread; pure, cannot fail.
#pragma once

#include "core/domain/metric.h"
#include "core/metrics/deal_book.h"

namespace topline::metrics {

// At input.now, in scope. Means and medians over won deals with an amount in the reporting
// currency, and over deals with both dates.
domain::DealStats dealStats(const DealBook &book);

} // namespace topline::metrics
