#include "core/stats/quantile.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace topline::stats;

// Reference: Python statistics.quantiles(values, n=10, method="inclusive"), which is type 7.
TEST(Quantile, MatchesAnIndependentProgramOnAnUnsortedSampleWithTies)
{
    const std::vector<double> values{2.5, -1, 7, 3.25, 3.25, 11, 0.5};
    EXPECT_NEAR(*quantile(values, 0.1), -0.1, 1e-12);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.2), 0.9);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.5), 3.25);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.8), 6.25);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.9), 8.6);
    EXPECT_DOUBLE_EQ(*quantile(values, 0), -1);
    EXPECT_DOUBLE_EQ(*quantile(values, 1), 11);
}

TEST(Quantile, MedianOfAnEvenSampleIsTheMiddle)
{
    EXPECT_DOUBLE_EQ(*median({4, 1, 3, 2}), 2.5);
    EXPECT_DOUBLE_EQ(*median({7}), 7);
}

TEST(Quantile, AnEmptySampleHasNoValue)
{
    EXPECT_FALSE(quantile({}, 0.8));
    EXPECT_FALSE(median({}));
    EXPECT_FALSE(mean({}));
}

TEST(Quantile, AgreesWithSortingForAnySample)
{
    constexpr unsigned seed = 20250117;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        std::vector<double> values(1 + random() % 40);
        for (double &value : values)
            value = static_cast<double>(random() % 25);
        const double p = static_cast<double>(random() % 1001) / 1000;
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        const double h = static_cast<double>(values.size() - 1) * p;
        const auto low = static_cast<std::size_t>(h);
        const auto high = std::min(low + 1, values.size() - 1);
        const double expected =
            sorted[low] + (h - static_cast<double>(low)) * (sorted[high] - sorted[low]);
        EXPECT_DOUBLE_EQ(*quantile(values, p), expected) << "n " << values.size() << " p " << p;
    }
}

TEST(Mean, KeepsSmallTermsBesideALargeOne)
{
    std::vector<double> values(1'000'001, 0.1);
    values[0] = 1e15;
    EXPECT_DOUBLE_EQ(*mean(values) * 1'000'001, 1e15 + 1e5);
    EXPECT_DOUBLE_EQ(*mean({1, 2, 6}), 3);
}
