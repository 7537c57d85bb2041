// The weekly record of a forecast: every open deal and what was expected, to be held against what
// becomes of it. Called by the engine's upkeep once a week, and by the report for the flow since
// then; any thread, pure, cannot fail.
#pragma once

#include "core/predict/forecast_input.h"

namespace topline::predict {

// Deals closed within this time stay in the record, so that a flow can tell won from lost.
inline constexpr base::DurationMs weekKeepsClosedMs = 100 * base::dayMs;

// The Monday on which the week of `at` begins, in the workspace's zone.
base::UtcMs weekStart(const base::TimeZone &zone, base::UtcMs at);

// Deals as they stand, without figures.
domain::ForecastWeek weekDeals(const ForecastInput &input);

// With the figures of every span. For all reps: input.owner must not be set (CHECK).
domain::ForecastWeek forecastWeek(const ForecastInput &input);

} // namespace topline::predict
