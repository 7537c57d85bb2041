// The one door of this folder's forecast: everything that a manager sees of a span. Called by the
// engine's reads and by the weekly record on any thread; pure, the same input gives the same bytes,
// cannot fail.
#pragma once

#include "core/predict/forecast_input.h"

namespace topline::predict {

domain::ForecastReport forecastReport(const ForecastInput &input, domain::ForecastSpan span);

} // namespace topline::predict
