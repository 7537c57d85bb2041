#include "core/base/random.h"
#include "core/stats/conformal.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <ostream>

using namespace topline::stats;

TEST(Conformal, SevenErrorsAreNotEnough)
{
    EXPECT_FALSE(conformalBand({}, .8));
    EXPECT_FALSE(conformalBand({1, 2, 3, 4, 5, 6, 7}, .8));
    EXPECT_TRUE(conformalBand({1, 2, 3, 4, 5, 6, 7, 8}, .8));
}

// Ranks by hand: n = 9 gives floor(10 * .1) = 1 and ceil(10 * .9) = 9; n = 19 gives 2 and 18.
TEST(Conformal, TakesTheRanksOfItsDefinition)
{
    std::vector<double> errors{9, 8, 7, 6, 5, 4, 3, 2, 1};
    const auto nine = conformalBand(errors, .8);
    EXPECT_EQ(nine->low, 1);
    EXPECT_EQ(nine->high, 9);
    EXPECT_DOUBLE_EQ(nine->level, .8);
    for (int i = 10; i <= 19; ++i)
        errors.push_back(i);
    const auto nineteen = conformalBand(errors, .8);
    EXPECT_EQ(nineteen->low, 2);
    EXPECT_EQ(nineteen->high, 18);
    EXPECT_DOUBLE_EQ(nineteen->level, .8);
    EXPECT_EQ(nineteen->n, 19U);
}

TEST(Conformal, SaysWhatLevelIsLeftWhenTheSampleIsTooSmallForTheAskedOne)
{
    const auto eight = conformalBand({1, 2, 3, 4, 5, 6, 7, 8}, .8);
    EXPECT_EQ(eight->low, 1);
    EXPECT_EQ(eight->high, 8);
    EXPECT_DOUBLE_EQ(eight->level, 7. / 9);
}

// The promise itself: whatever the law, a new draw falls inside as often as `level` says.
TEST(Conformal, ANewErrorFallsInsideAsOftenAsPromised)
{
    constexpr std::uint64_t seed = 20'251;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    topline::base::Random random(seed);
    int inside = 0;
    constexpr int rounds = 20'000;
    for (int round = 0; round < rounds; ++round) {
        std::vector<double> errors(19);
        for (double &error : errors)
            error = random.logNormal(1, 1.5);
        const auto band = conformalBand(errors, .8);
        const double next = random.logNormal(1, 1.5);
        inside += next >= band->low && next <= band->high ? 1 : 0;
    }
    EXPECT_NEAR(inside / static_cast<double>(rounds), .8, .012); // 4 standard errors
}
