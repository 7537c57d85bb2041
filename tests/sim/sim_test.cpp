// Seeds of the whole loop; every one that ever failed is kept. A failing seed is printed, and
// `sim_main --seed N` runs it alone.
#include "tests/sim/simulation.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <utility>

namespace topline::sim {

namespace {

constexpr std::int64_t daysEach = 8;

std::int64_t daysWanted()
{
    const char *told = std::getenv("TOPLINE_SIM_DAYS");
    return told ? std::atoll(told) : 60;
}

void expectSound(const SimReport &report)
{
    for (const auto &each : report.breaches)
        ADD_FAILURE() << each;
}

} // namespace

TEST(Sim, NothingBreaksInDaysOfTrouble)
{
    const SimBeginning beginning;
    SimReport all;
    for (std::uint64_t seed = 1; all.days < daysWanted() && all.breaches.size() < 20; ++seed) {
        const auto report = Simulation(beginning, seed).run(daysEach);
        all.add(report);
        // One in a hundred twice: the same seed must be the same run.
        if (seed % 100 == 1) {
            const auto again = Simulation(beginning, seed).run(daysEach);
            EXPECT_EQ(again.hash, report.hash) << "seed " << seed;
            EXPECT_EQ(again.events, report.events) << "seed " << seed;
        }
    }
    expectSound(all);
    std::cout << all.days << " days, " << all.events << " happenings, " << all.commits
              << " commits, " << all.delivered << " deliveries, " << all.crashes << " crashes, "
              << all.diskErrors << " disk errors, " << all.restores << " restores, " << all.unknown
              << " in doubt at the end\n";
    EXPECT_GT(all.delivered, all.days / 2);
    EXPECT_GT(all.crashes, 0);
    EXPECT_GT(all.restores, 0);
}

// The harness itself.
TEST(Sim, FindsCommitsThatWereNotSynced)
{
    const SimBeginning beginning;
    std::size_t breaches = 0;
    for (std::uint64_t seed = 1; seed <= 30 && breaches == 0; ++seed)
        breaches += Simulation(beginning, seed, "NORMAL").run(daysEach).breaches.size();
    EXPECT_GT(breaches, 0u);
}

// The judge is awake: what is wrong on purpose is told, and as what it is.
TEST(Sim, TellsWhatIsWrongOnPurpose)
{
    const SimBeginning beginning;
    const std::pair<Wrong, const char *> wrongs[] = {{Wrong::SaysSent, ": lie: "},
                                                     {Wrong::TakesTwice, ": P4: "},
                                                     {Wrong::ApprovesUnasked, ": P6: "},
                                                     {Wrong::ForgesAnEnd, ": P2: "}};
    for (const auto &[wrong, property] : wrongs) {
        bool isTold = false;
        for (std::uint64_t seed = 1; seed <= 4 && !isTold; ++seed) {
            const auto report = Simulation(beginning, seed, {}, wrong).run(2);
            isTold =
                std::any_of(report.breaches.begin(), report.breaches.end(),
                            [&](const auto &each) { return each.find(property) != each.npos; });
        }
        EXPECT_TRUE(isTold) << property;
    }
}

} // namespace topline::sim
