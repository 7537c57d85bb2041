#include "core/predict/commit_chance.h"

#include "core/predict/hazard_model.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace topline::predict {

std::map<domain::DealId, domain::CommitChance> commitChances(const ForecastInput &input,
                                                             const CommitPolicy &policy)
{
    struct Chance {
        domain::DealId deal;
        double p = 0;
    };

    const auto hand = handAt(input, input.now);
    const auto daysAhead = [&input](const HandDeal &deal) {
        return deal.course->closeMs ? daysOf(*deal.course->closeMs - input.now) : 0;
    };
    double daysMax = 0;
    for (const HandDeal &deal : hand) {
        if (const double days = daysAhead(deal); days <= policy.daysMax)
            daysMax = std::max(daysMax, days);
    }
    std::map<domain::DealId, domain::CommitChance> out;
    if (daysMax <= 0)
        return out;
    const HazardModel model(input, input.now, daysMax);
    std::map<domain::StageId, std::vector<Chance>> byStage;
    for (const HandDeal &deal : hand) {
        const double days = daysAhead(deal);
        if (days <= 0 || days > policy.daysMax)
            continue;
        if (const auto p = model.winWithin(deal, days, HazardClock::StageAge))
            byStage[deal.stage].push_back({deal.course->deal, *p});
    }
    for (const auto &[stage, chances] : byStage) {
        if (chances.size() < policy.cohortMin)
            continue;
        std::vector<double> all;
        for (const Chance &chance : chances)
            all.push_back(chance.p);
        const auto medianPpm = std::llround(stats::median(std::move(all)).value_or(0) * 1e6);
        for (const Chance &chance : chances)
            out[chance.deal] = {std::llround(chance.p * 1e6), medianPpm};
    }
    return out;
}

} // namespace topline::predict
