// The shift of a model's log-odds to its latest outcomes, for what the world has changed since it
// learned. Called by win_train for the model that is shown; pure, any thread, cannot fail.
#pragma once

#include "core/base/time.h"
#include "core/predict/feature_table.h"

#include <span>

namespace topline::predict {

struct RecentrePolicy {
    std::size_t dealsMin = 50;
    base::DurationMs withinMs = 91 * base::dayMs;
    double priorSd = 0.5; // of the shift
};

// Follows the deals that ended in the last three months before `now`, or the last 50 where these
// are fewer, by all of their looks; the prior grows with the looks per deal, so that each deal
// counts as one outcome. `scores` are log-odds, one per row, of looks that were not learned from.
// Without outcomes 0.
double recentShift(std::span<const FeatureRow> rows, std::span<const double> scores,
                   base::UtcMs now, const RecentrePolicy &policy = {});

} // namespace topline::predict
