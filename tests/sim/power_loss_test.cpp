// No acknowledged commit is lost and nothing is sent twice when the power goes; the same harness
// finds what weaker settings of SQLite lose.
#include "tests/sim/power_loss.h"

#include <cstdlib>
#include <iostream>

namespace topline::sim {

namespace {

std::int64_t lossesWanted()
{
    const char *told = std::getenv("TOPLINE_POWER_LOSSES");
    return told ? std::atoll(told) : 300;
}

std::ostream &operator<<(std::ostream &out, const LossCounts &counts)
{
    out << counts.losses << " losses of power (" << counts.inRecovery << " in recovery), "
        << counts.commits << " commits, after " << counts.lostCommits
        << " a promised one was missing, " << counts.damaged << " damaged; " << counts.approved
        << " approved: lost " << counts.lost << ", twice " << counts.twice << ", ghosts "
        << counts.ghosts << ", lies " << counts.lies << ", unknown " << counts.unknown;
    for (const auto &[point, times] : counts.points)
        out << "; " << point << " " << times;
    return out << (counts.first.empty() ? "" : "\nfirst: ") << counts.first;
}

LossCounts lose(const std::string &synchronous, std::int64_t wanted, std::uint64_t firstSeed)
{
    PowerLoss harness(synchronous);
    for (std::uint64_t seed = firstSeed; harness.counts().losses < wanted; ++seed)
        harness.trial(seed);
    std::cout << "synchronous=" << synchronous << ": " << harness.counts() << "\n";
    return harness.counts();
}

} // namespace

TEST(PowerLoss, FullKeepsEveryPromiseAndSendsNothingTwice)
{
    const LossCounts counts = lose("FULL", lossesWanted(), 1);
    EXPECT_EQ(counts.lostCommits, 0) << counts.first;
    EXPECT_EQ(counts.damaged, 0) << counts.first;
    EXPECT_EQ(counts.lost, 0) << counts.first;
    EXPECT_EQ(counts.twice, 0) << counts.first;
    EXPECT_EQ(counts.ghosts, 0) << counts.first;
    EXPECT_EQ(counts.lies, 0) << counts.first;
    EXPECT_LE(counts.unknown, counts.losses * 2);
    EXPECT_GT(counts.commits, counts.losses);
    EXPECT_GT(counts.inRecovery * 20, counts.losses);
    EXPECT_EQ(counts.points.size(), 5u);
}

// The harness itself: where commits are not synced it must see them go, and what that leads to.
TEST(PowerLoss, NormalIsFoundToLoseCommits)
{
    const LossCounts counts = lose("NORMAL", 200, 1);
    EXPECT_GT(counts.lostCommits, 0);
    EXPECT_GT(counts.twice, 0);
    EXPECT_EQ(counts.damaged, 0) << counts.first;
}

TEST(PowerLoss, OffIsFoundToDamageTheFileOrLoseCommits)
{
    const LossCounts counts = lose("OFF", 150, 1);
    EXPECT_GT(counts.lostCommits, 0);
    EXPECT_GT(counts.damaged, 0);
}

} // namespace topline::sim
