// What the methods would have said at earlier moments, and how far off they were. Signals and
// owners are the present ones; all else is as it was known then. Called by the report on any
// thread; pure, cannot fail: a short history gives few origins or none.
#pragma once

#include "core/predict/forecast_figures.h"

#include <vector>

namespace topline::predict {

inline constexpr base::DurationMs originStepMs = 14 * base::dayMs;
inline constexpr int originsMax = 26;
inline constexpr std::int64_t originClosedMin = 20; // deals closed before an origin counts

// Moments whose span is over by now, oldest first: every two weeks, each with a span of history
// before it.
std::vector<base::UtcMs> originsOf(const ForecastInput &input, base::DurationMs spanMs);

struct BackTestResult {
    domain::BackTest shown;
    std::vector<double> relativeErrors; // actual / forecast - 1 of the chosen total
    std::vector<double> logRatios;      // ln(actual / forecast), where both are above 0
};

BackTestResult backTest(const ForecastInput &input, base::DurationMs spanMs);

// Share of origins whose actual value in hand lies in F -+ z sd, deals taken as independent.
struct IndependentInterval {
    double expected = 0;
    double variance = 0;

    bool holds(double actual) const; // 80 %
};

IndependentInterval independentInterval(const OriginFigures &figures,
                                        domain::ForecastMethod method);

} // namespace topline::predict
