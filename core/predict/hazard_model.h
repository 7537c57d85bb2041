// When deals close, and how: discrete-time competing risks in weekly bins, over the age of the deal
// or over the time in its stage with moves between stages (a semi-Markov chain, solved exactly).
// Fitted to what was known at a moment. Called by forecasts on any thread; pure, cannot fail:
// without an age there is no probability.
#pragma once

#include "core/predict/hazard_spells.h"

#include <optional>
#include <vector>

namespace topline::predict {

enum class HazardClock { DealAge, StageAge };

// Closed deals that were in a stage before its own hazards are used rather than those of all deals.
inline constexpr std::int64_t stageEndedMin = 20;

class HazardModel {
public:
    // Answers for spans up to maxDays. Hazards of a stage's bin are shrunk (k = 20) to the stage's
    // mean, and that to the mean over all stages.
    HazardModel(const ForecastInput &input, base::UtcMs at, double maxDays);

    // P(won within `days`, 0 <= days <= maxDays | open now). A deal whose stage or entry is not
    // known, or whose stage has too few closed deals, goes by its own age. Signals shift the
    // log-odds.
    std::optional<double> winWithin(const HandDeal &deal, double days, HazardClock clock) const;

    // P(won within the next `bins` weeks | open at the beginning of `bin`), in a place of
    // HazardSpells.
    double winWithinBins(std::size_t place, int bin, int bins) const;

private:
    struct Place {
        stats::HazardCurve curve;
        std::int64_t ended = 0;
    };

    // P(won within n weeks) by place and bin; beyond the last bin it stays as it is there.
    using Wins = std::vector<std::vector<double>>;

    Wins after(const Wins &shorter) const;

    std::map<domain::StageId, std::size_t> m_placeOf;
    std::vector<Place> m_places;
    std::vector<Wins> m_wins; // by n
};

// Shifts a probability on the scale of log-odds; 0 and 1 stay.
double shiftedByLogit(double probability, double logit);

} // namespace topline::predict
