#include "core/ledger/holdout.h"

#include <array>
#include <cstdio>
#include <gtest/gtest.h>
#include <string>

using namespace topline::ledger;

namespace {

const char *const salt = "holdout:demo-2025";

std::string accountNumber(int i)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "acct-%05d", i);
    return text.data();
}

} // namespace

TEST(Holdout, MatchesThePublishedCheckVector)
{
    EXPECT_NEAR(assignmentNumber(salt, "acct-00000"), 0.458117236294, 5e-13);
    EXPECT_NEAR(assignmentNumber(salt, "acct-00001"), 0.367711099924, 5e-13);
    EXPECT_NEAR(assignmentNumber(salt, "acct-00005"), 0.034562740136, 5e-13);
}

TEST(Holdout, CountsOfTenThousandIdsMatchAndTheSmallerShareIsInsideTheLarger)
{
    int below15 = 0;
    int below10 = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = accountNumber(i);
        const bool in15 = isHeldOut(salt, id, 150);
        const bool in10 = isHeldOut(salt, id, 100);
        below15 += in15 ? 1 : 0;
        below10 += in10 ? 1 : 0;
        EXPECT_TRUE(in15 || !in10) << id;
        EXPECT_EQ(in15, assignmentNumber(salt, id) < 0.15) << id;
    }
    EXPECT_EQ(below15, 1'487);
    EXPECT_EQ(below10, 989);
}

TEST(Holdout, NobodyAtShareZeroAndEverybodyAtShareOne)
{
    for (int i = 0; i < 100; ++i) {
        EXPECT_FALSE(isHeldOut(salt, accountNumber(i), 0));
        EXPECT_TRUE(isHeldOut(salt, accountNumber(i), 1'000));
    }
}

TEST(Holdout, AnotherSaltDrawsAnotherSet)
{
    int same = 0;
    int heldOut = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string id = accountNumber(i);
        if (!isHeldOut(salt, id, 150))
            continue;
        ++heldOut;
        same += isHeldOut("holdout:other", id, 150) ? 1 : 0;
    }
    // Independent draws share about 15 % of the set; four standard deviations of slack.
    EXPECT_NEAR(static_cast<double>(same) / heldOut, 0.15, 0.04);
}
