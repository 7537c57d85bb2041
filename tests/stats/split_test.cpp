#include "core/stats/split.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <set>

using namespace topline::stats;

namespace {

std::string accountId(int i)
{
    const auto digits = std::to_string(i);
    return "acct-" + std::string(5 - digits.size(), '0') + digits;
}

} // namespace

TEST(UnitNumber, MatchesTheCheckVector)
{
    EXPECT_NEAR(unitNumber("holdout:demo-2025", "acct-00000"), 0.458117236294, 1e-12);
    EXPECT_NEAR(unitNumber("holdout:demo-2025", "acct-00001"), 0.367711099924, 1e-12);
    EXPECT_NEAR(unitNumber("holdout:demo-2025", "acct-00005"), 0.034562740136, 1e-12);
    int below15 = 0;
    int below10 = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double u = unitNumber("holdout:demo-2025", accountId(i));
        below15 += u < 0.15 ? 1 : 0;
        below10 += u < 0.10 ? 1 : 0;
    }
    EXPECT_EQ(below15, 1'487);
    EXPECT_EQ(below10, 989);
}

TEST(GroupedFolds, KeepAGroupTogetherAndFillEvenly)
{
    std::vector<std::string> groups;
    for (int i = 0; i < 300; ++i)
        groups.push_back(accountId(i % 37));
    const auto folds = groupedFolds(groups, 5, "folds");
    std::map<std::string, std::set<int>> foldsOf;
    std::vector<int> sizes(5);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        foldsOf[groups[i]].insert(folds[i]);
        ++sizes[static_cast<std::size_t>(folds[i])];
    }
    for (const auto &[group, used] : foldsOf)
        EXPECT_EQ(used.size(), 1U) << group;
    EXPECT_LE(*std::max_element(sizes.begin(), sizes.end()) -
                  *std::min_element(sizes.begin(), sizes.end()),
              9);
}

TEST(GroupedFolds, DoNotDependOnTheOrderOfRows)
{
    std::vector<std::string> groups;
    for (int i = 0; i < 100; ++i)
        groups.push_back(accountId(i % 23));
    auto reversed = groups;
    std::reverse(reversed.begin(), reversed.end());
    auto folds = groupedFolds(reversed, 5, "folds");
    std::reverse(folds.begin(), folds.end());
    EXPECT_EQ(folds, groupedFolds(groups, 5, "folds"));
    EXPECT_NE(groupedFolds(groups, 5, "other"), groupedFolds(groups, 5, "folds"));
}

TEST(NestedSample, ASmallerShareLiesWithinALargerOne)
{
    std::vector<std::string> groups;
    std::vector<std::size_t> rows;
    for (int i = 0; i < 1'000; ++i) {
        groups.push_back(accountId(i));
        rows.push_back(static_cast<std::size_t>(i));
    }
    const auto small = nestedSample(groups, rows, 0.25, "curve");
    const auto large = nestedSample(groups, rows, 0.5, "curve");
    EXPECT_TRUE(std::includes(large.begin(), large.end(), small.begin(), small.end()));
    EXPECT_NEAR(static_cast<double>(small.size()), 250, 45);
    EXPECT_EQ(nestedSample(groups, rows, 1, "curve"), rows);
}

TEST(RollingOrigins, TrainOnlyOnOutcomesThatWereKnown)
{
    std::vector<topline::base::UtcMs> asked;
    std::vector<topline::base::UtcMs> outcome;
    for (int i = 0; i < 100; ++i) {
        asked.push_back(i);
        outcome.push_back(i + 10 + i % 7);
    }
    const auto origins = rollingOrigins(asked, outcome, 5);
    ASSERT_EQ(origins.size(), 5U);
    std::size_t tested = 0;
    for (const auto &origin : origins) {
        tested += origin.test.size();
        for (const auto row : origin.train)
            EXPECT_LT(outcome[row], origin.originMs);
        for (const auto row : origin.test) {
            EXPECT_GE(asked[row], origin.originMs);
            EXPECT_LT(asked[row], origin.untilMs);
        }
    }
    EXPECT_EQ(tested, 50U) << "the later half, each row once";
    EXPECT_TRUE(rollingOrigins({}, {}, 5).empty());
    const std::vector<topline::base::UtcMs> same(4, 7);
    EXPECT_TRUE(rollingOrigins(same, same, 5).empty()) << "nothing was known before";
}
