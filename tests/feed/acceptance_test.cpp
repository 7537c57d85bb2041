#include "core/feed/acceptance.h"
#include "core/feed/rank.h"

#include <gtest/gtest.h>

using namespace topline;
using domain::PlayAcceptance;

TEST(Acceptance, FewerThanFiveIrrelevantOnesChangeNothing)
{
    EXPECT_EQ(feed::acceptanceOf(0, 0).percent, 100);
    EXPECT_EQ(feed::acceptanceOf(4, 4).percent, 100);
    EXPECT_EQ(feed::acceptanceOf(10, 4), (PlayAcceptance{10, 6, 100}));
}

TEST(Acceptance, IsTheShareOfRelevantOnesDrawnTowardsAll)
{
    EXPECT_EQ(feed::acceptanceOf(10, 5), (PlayAcceptance{10, 5, 67}));  // 10 of 15
    EXPECT_EQ(feed::acceptanceOf(10, 10), (PlayAcceptance{10, 0, 33})); // 5 of 15
    EXPECT_EQ(feed::acceptanceOf(5, 5), (PlayAcceptance{5, 0, 50}));    // 5 of 10
    for (std::int64_t irrelevant = 5; irrelevant < 10; ++irrelevant)
        EXPECT_GT(feed::acceptanceOf(10, irrelevant).percent,
                  feed::acceptanceOf(10, irrelevant + 1).percent);
}

TEST(Acceptance, IsAnExactFactorOfTheRank)
{
    domain::Action action;
    action.gainBasisPoints = 200;
    action.effortMinutes = 10;
    action.amount = base::Money{4'800'000};
    const auto full = feed::rankFactors(action, {}, 0);
    const auto less = feed::rankFactors(action, {}, 0, feed::acceptanceOf(10, 10));
    EXPECT_EQ(full.numerator() * 33, less.numerator() * 100);
    EXPECT_EQ(less.denominator(), full.denominator());
    EXPECT_DOUBLE_EQ(less.minorPerMinute(), 9'600.0 * 33 / 100);
    EXPECT_EQ(less.band, full.band);
}
