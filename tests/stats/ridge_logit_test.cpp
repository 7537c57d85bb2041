#include "core/stats/ridge_logit.h"
#include "tests/stats/synthetic_rows.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

using namespace topline::stats;

namespace {

void expectFit(const std::optional<LogitFit> &fit, const std::vector<double> &weights,
               double intercept)
{
    ASSERT_TRUE(fit);
    EXPECT_TRUE(fit->converged);
    ASSERT_EQ(fit->weights.size(), weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i)
        EXPECT_NEAR(fit->weights[i], weights[i], 1e-9) << i;
    EXPECT_NEAR(fit->intercept, intercept, 1e-9);
}

} // namespace

TEST(RidgeLogit, AgreesWithIndependentSolversAtEveryPenalty)
{
    const auto rows = syntheticRows();
    ASSERT_EQ(std::accumulate(rows.y.begin(), rows.y.end(), 0.0), 85);
    expectFit(fitRidgeLogit(rows.x, rows.y, {.c = 0.03}),
              {0.437550193838, -0.36150055798, 0.013182165868, 0.119471703412}, -0.356311931716);
    expectFit(fitRidgeLogit(rows.x, rows.y, {.c = 1}),
              {1.430963036605, -1.266421716848, -0.066245898302, 0.685667727932}, -0.60949265272);
    expectFit(fitRidgeLogit(rows.x, rows.y, {.c = noPenalty}),
              {1.594129952517, -1.426318997616, -0.095411292233, 0.824893465801}, -0.6678190753);
}

TEST(RidgeLogit, TakesWeightsAndOffsets)
{
    const auto rows = syntheticRows();
    expectFit(
        fitRidgeLogit(rows.x, rows.y, {.c = 1}, {.weights = rows.weights, .offsets = rows.offsets}),
        {1.493384991936, -1.419135390352, -0.107994160695, 0.563296457762}, -0.57396838124);
}

TEST(RidgeLogit, AWeightOfTwoIsTheRowTwice)
{
    const auto rows = syntheticRows();
    std::vector<double> weights(200, 1);
    Matrix twice(250, 4);
    std::vector<double> labels(250);
    for (std::size_t r = 0; r < 250; ++r) {
        const std::size_t from = r < 200 ? r : r - 200;
        std::copy_n(rows.x.row(from).begin(), 4, twice.row(r).begin());
        labels[r] = rows.y[from];
        weights[from] = r < 200 ? 1 : 2;
    }
    const auto weighted = fitRidgeLogit(rows.x, rows.y, {}, {.weights = weights});
    expectFit(fitRidgeLogit(twice, labels), weighted->weights, weighted->intercept);
}

TEST(RidgeLogit, TheInterceptIsFree)
{
    // With the slopes held at nothing by the penalty, the mean of p must be the share of ones.
    const auto rows = syntheticRows();
    const auto fit = fitRidgeLogit(rows.x, rows.y, {.c = 1e-9});
    ASSERT_TRUE(fit);
    EXPECT_NEAR(logistic(fit->intercept), 85.0 / 200, 1e-6);
}

TEST(RidgeLogit, SeparableRowsHaveAFiniteFitUnderAPenaltyAndNoneWithout)
{
    Matrix x(6, 1);
    x.values = {-3, -2, -1, 1, 2, 3};
    const std::vector<double> y = {0, 0, 0, 1, 1, 1};
    const auto fit = fitRidgeLogit(x, y, {.c = 1});
    ASSERT_TRUE(fit);
    EXPECT_TRUE(fit->converged);
    EXPECT_GT(fit->weights[0], 0.5);
    EXPECT_LT(fit->weights[0], 5);
    const auto free = fitRidgeLogit(x, y, {.c = noPenalty, .iterationsMax = 20});
    ASSERT_TRUE(free);
    EXPECT_FALSE(free->converged);
    EXPECT_TRUE(std::isfinite(free->weights[0]));
}

TEST(RidgeLogit, AConstantColumnGetsNoWeight)
{
    auto rows = syntheticRows();
    for (std::size_t r = 0; r < rows.x.rows; ++r)
        rows.x.row(r)[2] = 7;
    const auto fit = fitRidgeLogit(rows.x, rows.y);
    ASSERT_TRUE(fit);
    EXPECT_TRUE(fit->converged);
    EXPECT_NEAR(fit->weights[2], 0, 1e-9);
}

TEST(RidgeLogit, OneLabelAloneHasNoFit)
{
    const Matrix x(3, 1);
    EXPECT_FALSE(fitRidgeLogit(x, std::vector<double>{1, 1, 1}));
    const std::vector<double> weights = {1, 1, 0};
    EXPECT_FALSE(fitRidgeLogit(x, std::vector<double>{1, 1, 0}, {}, {.weights = weights}));
    EXPECT_FALSE(fitRidgeLogit(Matrix(0, 2), std::vector<double>{}));
}

TEST(RidgeLogit, TheOrderOfRowsAndColumnsDoesNotMatter)
{
    const auto rows = syntheticRows();
    Matrix turned(200, 4);
    std::vector<double> labels(200);
    for (std::size_t r = 0; r < 200; ++r) {
        labels[r] = rows.y[199 - r];
        for (std::size_t c = 0; c < 4; ++c)
            turned.row(r)[c] = rows.x.at(199 - r, 3 - c);
    }
    auto fit = fitRidgeLogit(turned, labels);
    ASSERT_TRUE(fit);
    std::reverse(fit->weights.begin(), fit->weights.end());
    const auto plain = fitRidgeLogit(rows.x, rows.y);
    expectFit(fit, plain->weights, plain->intercept);
}

TEST(RidgeLogit, LogisticAndSoftPlusHoldAtTheExtremes)
{
    EXPECT_EQ(logistic(-1'000), 0);
    EXPECT_EQ(logistic(1'000), 1);
    EXPECT_EQ(softPlus(1'000), 1'000);
    EXPECT_EQ(softPlus(-1'000), 0);
    EXPECT_NEAR(logit(logistic(3)), 3, 1e-12);
}
