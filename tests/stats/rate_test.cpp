#include "core/stats/rate.h"

#include <gtest/gtest.h>

using namespace topline::stats;

TEST(ShrunkRate, MovesFromTheParentToTheOwnRateAsTrialsGrow)
{
    EXPECT_DOUBLE_EQ(shrunkRate(0, 0, 0.3), 0.3);
    EXPECT_DOUBLE_EQ(shrunkRate(10, 20, 0.25), 0.375); // halfway at n = K
    EXPECT_DOUBLE_EQ(shrunkRate(4, 10, 0.2, 10), 0.3);
    EXPECT_NEAR(shrunkRate(500'000, 1'000'000, 0.1), 0.5, 1e-5);
}

// Reference: the two roots of (p - x)^2 = z^2 x (1 - x) / n, solved apart from the closed form.
TEST(Wilson, MatchesTheRootsOfItsDefiningEquation)
{
    const auto some = wilsonInterval(33, 134);
    ASSERT_TRUE(some);
    EXPECT_NEAR(some->low, 0.18106951, 1e-8);
    EXPECT_NEAR(some->high, 0.32561011, 1e-8);
    const auto few = wilsonInterval(1, 10);
    EXPECT_NEAR(few->low, 0.01787621, 1e-8);
    EXPECT_NEAR(few->high, 0.40415003, 1e-8);
}

TEST(Wilson, StaysInsideZeroAndOne)
{
    const auto none = wilsonInterval(0, 10);
    EXPECT_EQ(none->low, 0);
    EXPECT_NEAR(none->high, 0.27753280, 1e-8);
    const auto all = wilsonInterval(10, 10);
    EXPECT_NEAR(all->low, 0.72246720, 1e-8);
    EXPECT_EQ(all->high, 1);
    EXPECT_FALSE(wilsonInterval(0, 0));
}
