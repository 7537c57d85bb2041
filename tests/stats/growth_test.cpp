#include "core/stats/growth.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline::stats;

TEST(Decay, HalvesEveryHalfLife)
{
    EXPECT_DOUBLE_EQ(decayFactor(0, 7), 1);
    EXPECT_DOUBLE_EQ(decayFactor(7, 7), 0.5);
    EXPECT_DOUBLE_EQ(decayFactor(21, 7), 0.125);
    EXPECT_DOUBLE_EQ(decayFactor(-3, 7), 1); // from the future: never more than fresh
}

TEST(LogMean, TurnsLogDifferencesIntoDifferences)
{
    EXPECT_DOUBLE_EQ(logMean(104, 102.9) * std::log(104 / 102.9), 104 - 102.9);
    EXPECT_DOUBLE_EQ(logMean(5, 5), 5);
    EXPECT_DOUBLE_EQ(logMean(2, 1), 1 / std::log(2.0));
    EXPECT_DOUBLE_EQ(logMean(1, 2), logMean(2, 1));
}

TEST(LogMean, IsSmoothWhereBothAreNearlyEqual)
{
    for (const double step : {1e-4, 2e-5, 0.9e-5, 1e-7, 1e-12}) {
        const double b = 100;
        const double a = b * (1 + step);
        EXPECT_NEAR(logMean(a, b) * std::log1p((a - b) / b), a - b, 1e-13 * b) << step;
    }
}
