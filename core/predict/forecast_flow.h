// What moved the open pipeline of a period between two stored weeks, exact to the minor unit, and
// stored forecasts against what became of them. Called by the report on any thread; pure, cannot
// fail.
#pragma once

#include "core/predict/forecast_input.h"

#include <vector>

namespace topline::predict {

// Both weeks in one currency (CHECK). A deal belongs to the period while it is open and expected to
// close before its end; a close date that has passed belongs to it too.
// New: not seen open before. PulledIn, Slipped: the close date moved across the end, or was set or
// cleared. Up, Down: the amount. Won, Lost: out of the pipeline, at the amount of the first week.
// Removed: no longer there at all (deleted, or moved to another currency).
domain::ForecastFlow flowBetween(const domain::ForecastWeek &from, const domain::ForecastWeek &to,
                                 const Window &period);

// Stored forecasts whose span is over, oldest week first. Weeks in another currency are left out.
std::vector<domain::ForecastCheck> checksOf(const ForecastInput &input, domain::ForecastSpan span);

} // namespace topline::predict
