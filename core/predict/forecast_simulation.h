// Ten thousand futures: each deal won or not, new business at random, all of it times one common
// factor, since deals of one company miss together. Called by the report on any thread; pure, the
// same seed gives the same draws, cannot fail.
#pragma once

#include "core/domain/forecast.h"

#include <cstdint>
#include <vector>

namespace topline::predict {

struct ChanceDeal {
    double probability = 0; // of being won within the span
    double minor = 0;
    bool big = false;
};

struct SimulationInput {
    std::vector<ChanceDeal> hand;
    std::vector<double> newMinor; // values of new deals won in the trailing window
    // Of ln(actual / forecast) over back-test origins; 0 and 0 without enough of them.
    double factorMean = 0;
    double factorSd = 0;
    int draws = 10'000;
    std::uint64_t seed = 1;
};

struct SimulationResult {
    domain::ForecastRange all;
    domain::ForecastRange withoutBig;
};

// Every deal is a coin of its own for the simulatedMax with the largest variance; the sum of the
// others is normal. New deals are as many as a Poisson count of the trailing window's, each with
// the value of one of them.
inline constexpr std::size_t simulatedMax = 1'000;

SimulationResult simulate(const SimulationInput &input);

} // namespace topline::predict
