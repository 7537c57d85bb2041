// The funnel from stage history: how many deals entered each stage, how many of those went on, and
// how long they stayed. Called by the pipeline and velocity reports on any thread; pure, cannot
// fail.
#pragma once

#include "core/domain/funnel.h"
#include "core/metrics/closed_deals.h"
#include "core/metrics/open_deals.h"

#include <vector>

namespace topline::metrics {

struct FunnelQuestion {
    AfterUntil window;
    AfterUntil baseline;       // for the baseline fields
    bool wonDealsOnly = false; // dwell of deals won within the window rather than of all stays
};

// One row per open stage and one for won, by pipeline (the one with most open deals first) and
// order; pipelines without a deal are left out. Cohorts, not snapshots: a deal counts in `entered`
// when it first enters the stage within the window, and in `wentOn` when it later reached a stage
// further on or was won, until the end of the window. `open` and `openMinor` are as of input.now.
std::vector<domain::FunnelRow> funnelRows(const DealBook &book, const std::vector<OpenDeal> &open,
                                          const FunnelQuestion &question);

} // namespace topline::metrics
