// Deals as lives in weekly bins, as they were known at a moment: the whole life of each deal, and
// each stay in a stage. Called by the hazard model, on any thread; pure, cannot fail.
#pragma once

#include "core/predict/forecast_input.h"
#include "core/stats/life_table.h"

#include <map>
#include <vector>

namespace topline::predict {

inline constexpr double binDays = 7;

// Causes that end a spell: won, lost, or gone on to the stage of place `movedTo + place`.
inline constexpr int wonCause = 0;
inline constexpr int lostCause = 1;
inline constexpr int movedTo = 2;

// Place 0 is the life of a deal from its start, whatever its stage; the others are stages by id.
struct HazardSpells {
    std::map<domain::StageId, std::size_t> placeOf;
    std::vector<std::vector<stats::LifeSpell>> spells; // by place
    std::vector<std::int64_t> ended;                   // closed deals that were there, by place
};

int binOf(double ageDays);

// Everybody's deals: the owner in question plays no part.
HazardSpells spellsAt(const ForecastInput &input, base::UtcMs at);

} // namespace topline::predict
