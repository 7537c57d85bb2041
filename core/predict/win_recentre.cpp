#include "core/predict/win_recentre.h"

#include "core/base/check.h"
#include "core/stats/recalibrate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace topline::predict {

double recentShift(std::span<const FeatureRow> rows, std::span<const double> scores,
                   base::UtcMs now, const RecentrePolicy &policy)
{
    CHECK(rows.size() == scores.size());
    std::map<std::string, std::vector<std::size_t>> looks; // by deal
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows[row].outcomeMs < now)
            looks[rows[row].unit].push_back(row);
    }
    std::vector<const std::vector<std::size_t> *> deals;
    for (const auto &[unit, ofDeal] : looks)
        deals.push_back(&ofDeal);
    const auto outcomeOf = [&](const auto *deal) { return rows[deal->front()].outcomeMs; };
    std::stable_sort(deals.begin(), deals.end(),
                     [&](const auto *a, const auto *b) { return outcomeOf(a) > outcomeOf(b); });
    std::size_t within = 0;
    while (within < deals.size() && outcomeOf(deals[within]) > now - policy.withinMs)
        ++within;
    deals.resize(std::min(deals.size(), std::max(within, policy.dealsMin)));
    std::vector<double> latestScores;
    std::vector<double> labels;
    for (const auto *deal : deals) {
        for (const std::size_t row : *deal) {
            latestScores.push_back(scores[row]);
            labels.push_back(rows[row].label);
        }
    }
    if (labels.empty())
        return 0;
    const double dealsPerLook =
        static_cast<double>(deals.size()) / static_cast<double>(labels.size());
    return stats::shrunkShift(latestScores, labels, policy.priorSd * std::sqrt(dealsPerLook));
}

} // namespace topline::predict
