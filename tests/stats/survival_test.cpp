#include "core/base/random.h"
#include "core/stats/survival.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline;
using stats::SurvivalCurve;

namespace {

std::vector<stats::Duration> sample()
{
    const double time[] = {1, 1, 2, 2, 2, 3, 3, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11, 12, 0, 2.5};
    const bool exited[] = {true, false, true, true,  false, true,  false, true, true,  true, false,
                           true, false, true, false, true,  false, false, true, false, true, true};
    std::vector<stats::Duration> out;
    for (std::size_t i = 0; i < std::size(time); ++i)
        out.push_back({time[i], exited[i]});
    return out;
}

} // namespace

// R 4.2.2, survival 3.5.3: survfit(Surv(t, e) ~ 1), rows with an exit; ties and censoring at exits.
TEST(SurvivalCurve, MatchesSurvfitThroughTiesAndCensoring)
{
    const SurvivalCurve::Step expected[] = {
        {0, 22, 1, 0.95454545454545459}, {1, 21, 1, 0.90909090909090906},
        {2, 19, 2, 0.8133971291866029},  {2.5, 16, 1, 0.76255980861244022},
        {3, 15, 1, 0.71172248803827753}, {4, 13, 1, 0.65697460434302546},
        {5, 12, 2, 0.5474788369525212},  {6, 10, 1, 0.49273095325726907},
        {8, 7, 1, 0.42234081707765919},  {9, 5, 1, 0.33787265366212738},
        {11, 2, 1, 0.16893632683106369},
    };
    const auto curve = SurvivalCurve::of(sample());
    ASSERT_TRUE(curve);
    ASSERT_EQ(curve->steps().size(), std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        const auto &step = curve->steps()[i];
        EXPECT_EQ(step.time, expected[i].time);
        EXPECT_EQ(step.atRisk, expected[i].atRisk) << step.time;
        EXPECT_EQ(step.exits, expected[i].exits) << step.time;
        EXPECT_NEAR(step.survival, expected[i].survival, 1e-15) << step.time;
    }
    EXPECT_EQ(curve->exits(), 13);
    EXPECT_EQ(curve->stays(), 22);
}

TEST(SurvivalCurve, HoldsItsLastValueWhereNobodyWasSeenFor)
{
    const auto curve = SurvivalCurve::of(sample());
    EXPECT_EQ(curve->at(-1), 1);
    EXPECT_NEAR(curve->at(1.999), 0.90909090909090906, 1e-15);
    EXPECT_NEAR(curve->at(2), 0.8133971291866029, 1e-15);
    EXPECT_NEAR(curve->at(1e9), 0.16893632683106369, 1e-15);
}

TEST(SurvivalCurve, SaysNothingWithoutAnExit)
{
    EXPECT_FALSE(SurvivalCurve::of({}));
    EXPECT_FALSE(SurvivalCurve::of({{3, false}, {5, false}}));
    const auto one = SurvivalCurve::of({{3, true}});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->at(2.9), 1);
    EXPECT_EQ(one->at(3), 0);
}

TEST(SurvivalCurve, WithoutCensoringIsTheShareThatLastedLonger)
{
    base::Random random(20261122);
    for (int round = 0; round < 200; ++round) {
        std::vector<stats::Duration> stays;
        const int n = static_cast<int>(random.between(1, 60));
        for (int i = 0; i < n; ++i)
            stays.push_back({static_cast<double>(random.between(0, 15)), true});
        const auto curve = SurvivalCurve::of(stays);
        ASSERT_TRUE(curve);
        for (int t = -1; t <= 16; ++t) {
            const auto longer = std::count_if(stays.begin(), stays.end(),
                                              [t](const auto &stay) { return stay.time > t; });
            EXPECT_NEAR(curve->at(t), static_cast<double>(longer) / n, 1e-12)
                << "seed 20261122, round " << round << ", t " << t;
        }
    }
}
