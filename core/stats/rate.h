// Rates from counts: shrinkage toward a parent rate and the Wilson interval. Called by scoring,
// metrics and the ledger on any thread; pure. Counts must satisfy 0 <= hits <= trials (CHECK).
#pragma once

#include <cstdint>
#include <optional>

namespace topline::stats {

inline constexpr double defaultPriorStrength = 20;
inline constexpr double z95 = 1.959963984540054;

// Posterior mean under a Beta(strength p, strength (1 - p)) prior:
// (hits + strength parent) / (trials + strength). Strength > 0, parent in [0, 1].
double shrunkRate(std::int64_t hits, std::int64_t trials, double parent,
                  double strength = defaultPriorStrength);

struct Interval {
    double low = 0;
    double high = 0;
};

// Score interval without continuity correction (Wilson, JASA 22, 1927). Absent when trials is 0.
std::optional<Interval> wilsonInterval(std::int64_t hits, std::int64_t trials, double z = z95);

} // namespace topline::stats
