#include "core/stats/beta_interval.h"
#include "core/stats/class_metrics.h"
#include "core/stats/ridge_logit.h"
#include "tests/stats/synthetic_rows.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline::stats;

namespace {

struct Predicted {
    std::vector<double> p;
    std::vector<double> y;
};

Predicted ridgePredictions()
{
    const auto rows = syntheticRows();
    const auto fit = fitRidgeLogit(rows.x, rows.y);
    Predicted out{.p = {}, .y = rows.y};
    for (std::size_t r = 0; r < rows.x.rows; ++r)
        out.p.push_back(logistic(linearScore(*fit, rows.x.row(r))));
    return out;
}

} // namespace

TEST(ClassMetrics, AgreeWithScikitLearn)
{
    const auto [p, y] = ridgePredictions();
    EXPECT_NEAR(*areaUnderCurve(p, y), 0.789462915601023, 1e-12);
    EXPECT_NEAR(*logLoss(p, y), 0.5412439454816727, 1e-9);
    EXPECT_NEAR(*brierScore(p, y), 0.18064728895578874, 1e-9);
    EXPECT_NEAR(*calibrationSlope(p, y), 1.1216323119557647, 1e-7);
    const auto bins = calibrationBins(p, y);
    EXPECT_NEAR(*expectedCalibrationError(bins), 0.0948171948749365, 1e-9);
    ASSERT_EQ(bins.size(), 10U);
    EXPECT_EQ(bins[1].rows, 20);
    EXPECT_EQ(bins[1].hits, 7);
    EXPECT_NEAR(bins[1].meanPredicted, 0.16596016645808348, 1e-9);
}

TEST(ClassMetrics, TiesCountHalf)
{
    const std::vector<double> y = {0, 1, 0, 1};
    EXPECT_DOUBLE_EQ(*areaUnderCurve(std::vector<double>{1, 1, 1, 1}, y), 0.5);
    EXPECT_DOUBLE_EQ(*areaUnderCurve(std::vector<double>{0, 1, 1, 2}, y), 0.875);
    EXPECT_DOUBLE_EQ(*areaUnderCurve(std::vector<double>{3, 1, 2, 0}, y), 0);
    auto [p, labels] = ridgePredictions();
    for (double &value : p)
        value = std::nearbyint(value * 100) / 100;
    EXPECT_NEAR(*areaUnderCurve(p, labels), 0.7896675191815856, 1e-12);
}

TEST(ClassMetrics, ScoresTwiceTooBoldHaveHalfTheSlope)
{
    auto [p, y] = ridgePredictions();
    for (double &value : p)
        value = logistic(2 * logit(value));
    EXPECT_NEAR(*calibrationSlope(p, y), 0.5608161559779615, 1e-7);
}

TEST(ClassMetrics, BinsHoldEveryRowOnceAndDifferByOneAtMost)
{
    std::vector<double> p;
    std::vector<double> y;
    for (int i = 0; i < 23; ++i) {
        p.push_back(i / 23.0);
        y.push_back(i % 2);
    }
    const auto bins = calibrationBins(p, y);
    ASSERT_EQ(bins.size(), 10U);
    std::int64_t rows = 0;
    std::int64_t hits = 0;
    for (std::size_t b = 0; b < bins.size(); ++b) {
        EXPECT_EQ(bins[b].rows, b < 3 ? 3 : 2);
        rows += bins[b].rows;
        hits += bins[b].hits;
    }
    EXPECT_EQ(rows, 23);
    EXPECT_EQ(hits, 11);
    EXPECT_EQ(calibrationBins(std::vector<double>{0.5}, std::vector<double>{1}).size(), 1U);
}

TEST(ClassMetrics, WhatIsNotDefinedIsAbsent)
{
    const std::vector<double> none;
    EXPECT_FALSE(areaUnderCurve(none, none));
    EXPECT_FALSE(logLoss(none, none));
    EXPECT_FALSE(brierScore(none, none));
    EXPECT_FALSE(expectedCalibrationError({}));
    const std::vector<double> ones = {1, 1};
    EXPECT_FALSE(areaUnderCurve(ones, ones));
    EXPECT_FALSE(calibrationSlope(std::vector<double>{0.2, 0.4}, ones));
    EXPECT_FALSE(
        calibrationSlope(std::vector<double>{0.3, 0.3, 0.3}, std::vector<double>{0, 1, 0}));
    EXPECT_FALSE(calibrationSlope(std::vector<double>{0.2, 0.3, 0.7}, std::vector<double>{0, 0, 1}))
        << "separable: no finite slope";
}

TEST(ClassMetrics, CertainMistakesCostALotButNotInfinity)
{
    EXPECT_NEAR(logLossOf(0, 1), 34.538776394910684, 1e-9);
    EXPECT_NEAR(logLossOf(1, 0), 34.5, 0.1);
    EXPECT_NEAR(logLossOf(0.25, 1), std::log(4), 1e-12);
    EXPECT_NEAR(logLossOf(0.25, 0), -std::log(0.75), 1e-12);
}

TEST(ClusteredMean, CountsAGroupOnce)
{
    const std::vector<double> values = {1, 2, 3, 4};
    const std::vector<std::size_t> apart = {0, 1, 2, 3};
    const auto single = clusteredMean(values, apart);
    ASSERT_TRUE(single);
    EXPECT_DOUBLE_EQ(single->mean, 2.5);
    EXPECT_NEAR(single->standardError, 0.6454972243679028, 1e-12); // sd / sqrt(4)
    const std::vector<double> twice = {1, 1, 2, 2, 3, 3, 4, 4};
    const std::vector<std::size_t> pairs = {0, 0, 1, 1, 2, 2, 3, 3};
    EXPECT_NEAR(clusteredMean(twice, pairs)->standardError, 0.6454972243679028, 1e-12);
    EXPECT_FALSE(clusteredMean(values, std::vector<std::size_t>(4, 0)));
    EXPECT_FALSE(clusteredMean({}, {}));
}

// Reference: scipy.stats.beta.
TEST(Jeffreys, MatchesTheQuantilesOfTheBetaDistribution)
{
    const auto some = jeffreysInterval(3, 20);
    EXPECT_NEAR(some.low, 0.04413134, 1e-8);
    EXPECT_NEAR(some.high, 0.34857771, 1e-8);
    const auto many = jeffreysInterval(33, 134);
    EXPECT_NEAR(many.low, 0.17926503, 1e-8);
    EXPECT_NEAR(many.high, 0.32409666, 1e-8);
    EXPECT_EQ(jeffreysInterval(0, 10).low, 0);
    EXPECT_NEAR(jeffreysInterval(0, 10).high, 0.217196268, 1e-8);
    EXPECT_EQ(jeffreysInterval(20, 20).high, 1);
    EXPECT_EQ(jeffreysInterval(0, 0).low, 0);
    EXPECT_EQ(jeffreysInterval(0, 0).high, 1);
}
