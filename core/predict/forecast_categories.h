// What a deal counts as: the category that its stage means, what speaks against a commit, and
// whether it is healthy pipeline at all. Called by the report and by the weekly record on any
// thread; pure, cannot fail.
#pragma once

#include "core/predict/forecast_figures.h"

#include <map>
#include <vector>

namespace topline::predict {

// By the win rate of the stage; pipeline while nothing is known of it.
domain::ForecastCategory mappedCategory(const std::optional<double> &stageRate,
                                        const ForecastPolicy &policy);

// What the stored weeks and the present tell of a deal: how often its close date moved out, and the
// largest amount of the last five weeks.
struct DealPast {
    std::int64_t pushes = 0;
    std::int64_t topMinor = 0;
};

std::map<domain::DealId, DealPast> pastOf(const ForecastInput &input);

// The newest call of each deal that was not taken back.
std::map<domain::DealId, domain::ForecastCategory> callsOf(const ForecastInput &input);

class DealHealth {
public:
    explicit DealHealth(const ForecastInput &input);

    std::vector<domain::CommitWarning> warningsOf(const HandDeal &deal) const;

    // Older than twice the p90 of won cycles, no two-way touch for 45 days, or pushed three times.
    bool isZombie(const HandDeal &deal) const;

private:
    DealPast past(const HandDeal &deal) const;
    base::DurationMs quietMs(const HandDeal &deal) const;

    const ForecastInput &m_input;
    std::map<domain::DealId, DealPast> m_past;
    std::optional<double> m_oldDays;
};

} // namespace topline::predict
