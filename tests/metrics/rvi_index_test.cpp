#include "core/metrics/rvi_index.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <random>

using namespace topline;
using namespace topline::metrics;
using domain::Lever;

namespace {

template <typename Array> double sum(const Array &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

} // namespace

// The worked example of the index's definition: 38 to 33 days, 22 to 24 %, 9,000 to 8,800 and
// 120k to 131k.
TEST(RviIndex, WorkedExample)
{
    const IndexParts parts =
        indexOf({0.24, 33.0, 880'000.0, 13'100'000.0}, {0.22, 38.0, 900'000.0, 12'000'000.0});
    ASSERT_TRUE(parts.rvi);
    EXPECT_NEAR(*parts.rvi, 108.5, 0.05);
    EXPECT_NEAR(parts.logPoints[static_cast<std::size_t>(Lever::Cycle)], 4.23, 0.005);
    EXPECT_NEAR(parts.logPoints[static_cast<std::size_t>(Lever::WinRate)], 2.61, 0.005);
    EXPECT_NEAR(parts.logPoints[static_cast<std::size_t>(Lever::DealSize)], -0.45, 0.005);
    EXPECT_NEAR(parts.logPoints[static_cast<std::size_t>(Lever::PipelinePerRep)], 1.75, 0.005);
}

TEST(RviIndex, AShorterCycleLiftsAndALongerOneDrags)
{
    EXPECT_GT(*logRatio(Lever::Cycle, 30, 40), 0);
    EXPECT_LT(*logRatio(Lever::Cycle, 50, 40), 0);
    EXPECT_GT(*logRatio(Lever::DealSize, 50, 40), 0);
}

TEST(RviIndex, RatiosAreClamped)
{
    EXPECT_DOUBLE_EQ(*logRatio(Lever::DealSize, 1e9, 1), std::log(4.0));
    EXPECT_DOUBLE_EQ(*logRatio(Lever::DealSize, 1e-9, 1), std::log(0.25));
    EXPECT_DOUBLE_EQ(*logRatio(Lever::Cycle, 1, 1e9), std::log(4.0));
}

TEST(RviIndex, IsAbsentWhereALeverIsUndefinedOrZero)
{
    const LeverArray baseline = {0.2, 40.0, 1.0, 1.0};
    EXPECT_FALSE(indexOf({0.2, std::nullopt, 1.0, 1.0}, baseline).rvi);
    EXPECT_FALSE(indexOf({0.2, 0.0, 1.0, 1.0}, baseline).rvi);
    EXPECT_FALSE(indexOf(baseline, {0.0, 40.0, 1.0, 1.0}).rvi);
    const IndexParts none = indexOf({0.2, std::nullopt, 1.0, 1.0}, baseline);
    EXPECT_EQ(sum(none.basePoints), 0);
    EXPECT_EQ(sum(changePoints(none, indexOf(baseline, baseline))), 0);
}

TEST(RviIndex, PartsSumExactlyForAnyLevers)
{
    constexpr unsigned seed = 20251118;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> spread(-3, 3);
    const LeverArray baselines = {0.22, 38.0, 900'000.0, 12'000'000.0};
    IndexParts before = indexOf(baselines, baselines);
    EXPECT_DOUBLE_EQ(*before.rvi, 100);
    for (int round = 0; round < 500; ++round) {
        LeverArray values;
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = *baselines[i] * std::exp(spread(random) * (round % 2 ? 1 : 1e-7));
        const IndexParts after = indexOf(values, baselines);
        ASSERT_TRUE(after.rvi);
        EXPECT_NEAR(sum(after.logPoints), 100 * std::log(*after.rvi / 100), 1e-9);
        EXPECT_NEAR(sum(after.basePoints), *after.rvi - 100, 1e-9);
        EXPECT_NEAR(sum(changePoints(before, after)), *after.rvi - *before.rvi, 1e-9);
        before = after;
    }
}
