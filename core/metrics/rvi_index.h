// The Revenue Velocity Index as a formula: RVI = 100 prod (x_i / b_i)^w_i with the cycle inverted,
// and its exact parts. Called by the velocity report on any thread; pure, cannot fail. With a lever
// undefined there is no index.
#pragma once

#include "core/domain/metric.h"

#include <array>
#include <optional>

namespace topline::metrics {

using LeverArray = std::array<std::optional<double>, domain::leverCount>;

// By domain::Lever: win rate .30, cycle .30, deal size .20, pipeline per rep .20.
inline constexpr std::array<double, domain::leverCount> leverWeights = {0.30, 0.30, 0.20, 0.20};

// Ratios beyond these count as these.
inline constexpr double ratioMin = 0.25;
inline constexpr double ratioMax = 4;

// ln of the clamped ratio, above 0 when better than the baseline. Absent unless both are positive.
std::optional<double> logRatio(domain::Lever lever, std::optional<double> value,
                               std::optional<double> baseline);

struct IndexParts {
    std::optional<double> rvi;
    std::array<double, domain::leverCount> logPoints{};  // sum to 100 ln(RVI / 100)
    std::array<double, domain::leverCount> basePoints{}; // sum to RVI - 100
};

// Parts of undefined levers are 0; without an index all base points are 0.
IndexParts indexOf(const LeverArray &values, const LeverArray &baselines);

// RVI of `after` less RVI of `before`, shared out by the logarithmic mean (LMDI): the parts sum
// exactly to the difference. All 0 unless both indices exist.
std::array<double, domain::leverCount> changePoints(const IndexParts &before,
                                                    const IndexParts &after);

} // namespace topline::metrics
