#include "ui/shell/fuzzy.h"

#include <gtest/gtest.h>

namespace topline::shell {

TEST(Fuzzy, WordStartsBeatInsides)
{
    const auto start = fuzzyMatch(QStringLiteral("Propose meeting times"), QStringLiteral("pro"));
    const auto word = fuzzyMatch(QStringLiteral("Open proposal"), QStringLiteral("pro"));
    const auto inside = fuzzyMatch(QStringLiteral("Approve and call"), QStringLiteral("pro"));
    ASSERT_TRUE(start && word && inside);
    EXPECT_GT(start->score, word->score);
    EXPECT_GT(word->score, inside->score);
    EXPECT_TRUE(inside->marked[2] && inside->marked[4] && !inside->marked[5]);
}

TEST(Fuzzy, EveryTypedWordMustAnswer)
{
    EXPECT_TRUE(fuzzyMatch(QStringLiteral("Sync now"), QStringLiteral("now sy")));
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("Sync now"), QStringLiteral("sync later")));
    EXPECT_TRUE(fuzzyMatch(QStringLiteral("Propose meeting times"), QStringLiteral("pmt")));
    EXPECT_FALSE(fuzzyMatch(QStringLiteral("Propose meeting times"), QStringLiteral("ptm")));
    EXPECT_EQ(fuzzyMatch(QStringLiteral("x"), QString())->score, 0);
}

} // namespace topline::shell
