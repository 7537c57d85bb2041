// The records of a workspace as the courses of deals that forecasts are made from. Called by reads
// and by the weekly record on any thread; pure, cannot fail.
#pragma once

#include "core/metrics/input.h"
#include "core/predict/forecast_input.h"

namespace topline::engine {

// Without weeks and calls. The seed follows from the week, so that one week shows one range.
predict::ForecastInput forecastInput(const metrics::MetricsInput &records);

} // namespace topline::engine
