#include "core/stats/forecast_errors.h"

#include <gtest/gtest.h>

using namespace topline::stats;

TEST(ForecastErrors, AbsoluteErrorAndBiasAreSharesOfTheActual)
{
    const std::vector<ForecastPair> pairs{{150, 100}, {50, 100}, {210, 200}};
    EXPECT_DOUBLE_EQ(*wape(pairs), 110. / 400);
    EXPECT_DOUBLE_EQ(*relativeBias(pairs), 10. / 400);
    EXPECT_FALSE(wape({{10, 0}}));
    EXPECT_FALSE(relativeBias({}));
}

TEST(ForecastErrors, AccuracyFallsBelowZeroWhenTheMissExceedsTheActual)
{
    EXPECT_DOUBLE_EQ(*accuracy({90, 100}), .9);
    EXPECT_DOUBLE_EQ(*accuracy({110, 100}), .9);
    EXPECT_DOUBLE_EQ(*accuracy({303, 100}), -1.03);
    EXPECT_FALSE(accuracy({1, 0}));
}

TEST(ForecastErrors, PinballChargesEachSideItsOwnPrice)
{
    EXPECT_DOUBLE_EQ(*pinball({{0, 10}}, .9), 9);
    EXPECT_DOUBLE_EQ(*pinball({{10, 0}}, .9), 1);
    EXPECT_DOUBLE_EQ(*pinball({{8, 10}, {12, 10}}, .5), 1);
    EXPECT_FALSE(pinball({}, .5));
}

// Least for the true quantile: of 0, 1 … 100 the 90 % one is 90.
TEST(ForecastErrors, PinballIsLeastAtTheQuantile)
{
    const auto lossAt = [](double forecast) {
        std::vector<ForecastPair> pairs;
        for (int actual = 0; actual <= 100; ++actual)
            pairs.push_back({forecast, static_cast<double>(actual)});
        return *pinball(pairs, .9);
    };
    EXPECT_LT(lossAt(90), lossAt(80));
    EXPECT_LT(lossAt(90), lossAt(97));
}

TEST(Reliability, GroupsByPromiseAndKeepsTheEnds)
{
    const auto rows =
        reliabilityTable({{0, false}, {.05, true}, {.1, false}, {1, true}, {.95, true}});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].n, 2);
    EXPECT_DOUBLE_EQ(rows[0].meanPromised, .025);
    EXPECT_DOUBLE_EQ(rows[0].rate, .5);
    EXPECT_EQ(rows[1].n, 1); // .1 opens the second bin
    EXPECT_EQ(rows[2].n, 2); // 1 belongs to the last
    EXPECT_DOUBLE_EQ(rows[2].interval.high, 1);
    EXPECT_TRUE(reliabilityTable({}).empty());
}
