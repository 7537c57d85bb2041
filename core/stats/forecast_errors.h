// How good forecasts were: weighted absolute error, bias, pinball loss, accuracy, and the table of
// promised against observed rates. Called by predict on any thread; pure. A measure whose divisor
// is 0 has no value.
#pragma once

#include "core/stats/rate.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace topline::stats {

struct ForecastPair {
    double forecast = 0;
    double actual = 0;
};

// sum |F - A| / sum A; absent unless sum A > 0.
std::optional<double> wape(const std::vector<ForecastPair> &pairs);

// (sum F - sum A) / sum A: above 0 promised too much.
std::optional<double> relativeBias(const std::vector<ForecastPair> &pairs);

// 1 - |A - F| / A of one forecast; below 0 when it was wrong by more than the actual. A > 0.
std::optional<double> accuracy(const ForecastPair &pair);

// Mean of q (A - F)+ + (1 - q)(F - A)+, with F the forecast q-quantile (Koenker and Bassett 1978).
std::optional<double> pinball(const std::vector<ForecastPair> &pairs, double q);

struct Promise {
    double probability = 0; // in [0, 1]
    bool kept = false;
};

struct ReliabilityRow {
    double meanPromised = 0;
    double rate = 0;   // observed
    Interval interval; // Wilson, 95 %
    std::int64_t n = 0;
};

// Bins of equal width over [0, 1], without empty ones, by promised probability. bins > 0.
std::vector<ReliabilityRow> reliabilityTable(const std::vector<Promise> &promises, int bins = 10);

} // namespace topline::stats
