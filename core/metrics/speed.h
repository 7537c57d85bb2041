// Speed to lead: how long buyers who asked for something waited for the first touch, from their own
// moment on, by the clock and by the working time of who had to answer. Called by reports and by
// the view of guardrails. Pure, any thread; quantiles are of the answered ones, by the nearest
// rank.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/metric.h"
#include "core/domain/routing.h"

#include <optional>
#include <vector>

namespace topline::metrics {

struct LeadAnswer {
    base::Uuid action;
    base::UtcMs fromMs = 0;               // what the buyer did
    std::optional<base::UtcMs> touchedMs; // absent: still waiting
    base::DurationMs workMs = 0;          // of the wait, once it is over
};

inline constexpr base::DurationMs speedWindowMs = 90 * base::dayMs;

// Of all of them, as they stand.
domain::SpeedReport speedReport(const std::vector<LeadAnswer> &answers);

// The six figures of the catalogue over the 90 days before `now`, each with its actions and with
// its value seven days before; n answered ones of all.
std::vector<domain::Figure> speedFigures(const std::vector<LeadAnswer> &answers, base::UtcMs now);

} // namespace topline::metrics
