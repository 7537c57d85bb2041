// Win probability of an open deal from its stage: the counts come with the input, so that metrics
// and scores show the same number. Called by tiles and rows on any thread; pure, cannot fail.
#pragma once

#include "core/metrics/deal_book.h"

#include <map>
#include <optional>

namespace topline::metrics {

class StageOdds {
public:
    explicit StageOdds(const DealBook &book);

    // p = (won + 20 p0) / (closed + 20) of the stage's counts; p0, the win rate of all closed
    // deals, for an unknown stage. Absent while nothing at all has been closed.
    std::optional<domain::WinProbability> of(const domain::Stage *stage) const;

private:
    std::optional<double> m_overall;
    std::map<domain::StageId, domain::StageCount> m_counts;
};

} // namespace topline::metrics
