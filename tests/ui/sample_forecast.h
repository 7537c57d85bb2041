// The sample company's forecast as core/predict works it out, with twelve stored weeks. Made once;
// test code only.
#pragma once

#include "core/domain/forecast.h"

namespace topline::test {

const domain::ForecastReport &sampleForecast();

} // namespace topline::test
