// The chance to win each open deal by the close date that it carries, beside the median of that
// among the open deals of its stage: what commit-date risk is made of. Called by the engine's
// nightly learning on any thread; pure, cannot fail.
#pragma once

#include "core/domain/learned.h"
#include "core/predict/forecast_input.h"

#include <cstddef>
#include <map>

namespace topline::predict {

struct CommitPolicy {
    double daysMax = 400;       // dates further ahead say nothing
    std::size_t cohortMin = 10; // open deals of the stage with such a chance, itself among them
};

// By stage hazards (statistics: discrete-time competing risks, weekly bins), with the deals' own
// signals. Deals without a date ahead, of unknown age, or among too few others are left out.
std::map<domain::DealId, domain::CommitChance> commitChances(const ForecastInput &input,
                                                             const CommitPolicy &policy = {});

} // namespace topline::predict
