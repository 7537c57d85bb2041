#include "core/predict/win_recentre.h"
#include "core/stats/recalibrate.h"

#include <gtest/gtest.h>
#include <vector>

using namespace topline;
using namespace topline::predict;

namespace {

struct Outcomes {
    std::vector<FeatureRow> rows;
    std::vector<double> scores;

    void add(const char *unit, base::UtcMs asked, base::UtcMs outcome, double label, double score)
    {
        rows.push_back({unit, unit, asked, outcome, label});
        scores.push_back(score);
    }

    double shift(base::UtcMs now, const RecentrePolicy &policy = {}) const
    {
        return recentShift(rows, scores, now, policy);
    }
};

} // namespace

TEST(RecentShift, SeesOnlyOutcomesBeforeNow)
{
    Outcomes outcomes;
    outcomes.add("a", 1, 10, 1, -1);
    const double one = outcomes.shift(20);
    EXPECT_GT(one, 0);
    outcomes.add("b", 1, 20, 0, 3);
    outcomes.add("c", 1, notYet, 0, 3);
    EXPECT_EQ(outcomes.shift(20), one);
    EXPECT_LT(outcomes.shift(21), one);
    EXPECT_EQ(outcomes.shift(10), 0);
}

TEST(RecentShift, ADealCountsOnceHoweverOftenItWasLookedAt)
{
    Outcomes outcomes;
    outcomes.add("a", 5, 10, 1, -1);
    outcomes.add("b", 5, 10, 0, -2);
    const double one = outcomes.shift(20);
    for (const base::UtcMs asked : {6, 7, 8}) {
        outcomes.add("a", asked, 10, 1, -1);
        outcomes.add("b", asked, 10, 0, -2);
    }
    EXPECT_NEAR(outcomes.shift(20), one, 1e-9);
}

TEST(RecentShift, TakesTheLastThreeMonthsOrTheLastDealsWhereTheseAreFewer)
{
    Outcomes outcomes;
    outcomes.add("old", 0, 1, 0, 0);
    outcomes.add("middle", 0, 500, 1, 0);
    outcomes.add("new", 0, 900, 1, 0);
    const RecentrePolicy window{.dealsMin = 1, .withinMs = 200};
    const std::vector<double> zero = {0};
    const std::vector<double> won = {1};
    EXPECT_EQ(outcomes.shift(1'000, window), stats::shrunkShift(zero, won));
    const std::vector<double> zeros = {0, 0};
    const std::vector<double> bothWon = {1, 1};
    EXPECT_EQ(outcomes.shift(1'000, {.dealsMin = 2, .withinMs = 200}),
              stats::shrunkShift(zeros, bothWon));
    EXPECT_EQ(outcomes.shift(1'000, {.dealsMin = 1, .withinMs = 600}),
              stats::shrunkShift(zeros, bothWon));
}
