// The six figures on top of the pipeline page, now and in every week before, by time travel. Called
// by the pipeline report on any thread; pure, cannot fail. Definitions are in the README.
#pragma once

#include "core/domain/metric.h"
#include "core/metrics/open_deals.h"
#include "core/metrics/stage_odds.h"

#include <vector>

namespace topline::metrics {

inline constexpr int sparkWeeks = 26;

// In this order: open_pipeline, weighted_pipeline, coverage, win_rate_3m, cycle_won_3m, at_risk.
std::vector<domain::Figure> tiles(const DealBook &book, const WonDwell &dwell,
                                  const StageOdds &odds);

} // namespace topline::metrics
