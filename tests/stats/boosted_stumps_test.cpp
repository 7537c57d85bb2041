#include "core/stats/boosted_stumps.h"
#include "tests/stats/synthetic_rows.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace topline::stats;

// Reference: an exhaustive search written apart in numpy, with the same split points and leaves.
TEST(BoostedStumps, AgreeWithAnExhaustiveSearch)
{
    const auto rows = syntheticRows();
    const auto model = fitBoostedStumps(rows.x, rows.y, {.rounds = 60});
    ASSERT_TRUE(model);
    EXPECT_NEAR(model->score(rows.x.row(0)), 0.493478161, 1e-9);
    EXPECT_NEAR(model->score(rows.x.row(1)), 0.3822469909, 1e-9);
    EXPECT_NEAR(model->score(rows.x.row(2)), -0.8664690109, 1e-9);
    EXPECT_NEAR(model->score(rows.x.row(50)), -0.6928450906, 1e-9);
    EXPECT_NEAR(model->score(rows.x.row(199)), -0.6928450906, 1e-9);
}

TEST(BoostedStumps, AreOneStepFunctionPerColumn)
{
    const auto rows = syntheticRows();
    const auto model = fitBoostedStumps(rows.x, rows.y);
    ASSERT_TRUE(model);
    ASSERT_FALSE(model->steps.empty());
    for (std::size_t i = 0; i < model->steps.size(); ++i) {
        const auto &step = model->steps[i];
        EXPECT_EQ(step.values.size(), step.edges.size() + 1);
        if (i > 0) {
            EXPECT_LT(model->steps[i - 1].column, step.column);
        }
    }
    // The flag has one edge, and its two sides are where they belong.
    const auto &flag = model->steps.back();
    ASSERT_EQ(flag.column, 3U);
    ASSERT_EQ(flag.edges.size(), 1U);
    EXPECT_EQ(flag.at(0), flag.values[0]);
    EXPECT_EQ(flag.at(flag.edges[0]), flag.values[0]);
    EXPECT_EQ(flag.at(1), flag.values[1]);
    EXPECT_GT(flag.values[1], flag.values[0]);
}

TEST(BoostedStumps, AreTheSameEveryTimeAndHoldWithFewSplitPoints)
{
    const auto rows = syntheticRows();
    EXPECT_EQ(*fitBoostedStumps(rows.x, rows.y), *fitBoostedStumps(rows.x, rows.y));
    const auto coarse = fitBoostedStumps(rows.x, rows.y, {.binsMax = 4});
    ASSERT_TRUE(coarse);
    for (const auto &step : coarse->steps)
        EXPECT_LE(step.edges.size(), 3U);
}

TEST(BoostedStumps, AWeightOfZeroLeavesTheRowOut)
{
    auto rows = syntheticRows();
    std::vector<double> weights(200, 1);
    std::fill(weights.begin() + 150, weights.end(), 0);
    Matrix fewer(150, 4);
    std::copy_n(rows.x.values.begin(), fewer.values.size(), fewer.values.begin());
    const auto left = fitBoostedStumps(fewer, std::span(rows.y).first(150), {.rounds = 10});
    for (std::size_t r = 150; r < 200; ++r) {
        const auto row = fewer.row(r - 150);
        std::copy(row.begin(), row.end(), rows.x.row(r).begin());
    }
    const auto weighted = fitBoostedStumps(rows.x, rows.y, {.rounds = 10}, weights);
    ASSERT_TRUE(left && weighted);
    for (std::size_t r = 0; r < 200; ++r)
        EXPECT_NEAR(left->score(rows.x.row(r)), weighted->score(rows.x.row(r)), 1e-9);
}

TEST(BoostedStumps, NeedBothLabelsAndSomethingToSplit)
{
    EXPECT_FALSE(fitBoostedStumps(Matrix(3, 1), std::vector<double>{1, 1, 1}));
    const auto flat = fitBoostedStumps(Matrix(4, 1), std::vector<double>{1, 0, 0, 0});
    ASSERT_TRUE(flat);
    EXPECT_TRUE(flat->steps.empty());
    EXPECT_NEAR(flat->intercept, std::log(1.0 / 3), 1e-12);
}
