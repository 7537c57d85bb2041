// One gate for all calls of an account: never more than the rules allow in any stretch of time,
// never a call before the outside party's time, a budget per day that a set-back clock does not
// refill.
#include "core/base/random.h"
#include "core/crm/rate_gate.h"
#include "tests/fakes/fake_pace.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <thread>

namespace topline::crm {
namespace {

constexpr base::UtcMs noonMs = 20'000 * base::dayMs + 12 * base::hourMs;

struct World {
    base::FixedClock clock{noonMs};
    fakes::FakePace pace{&clock};
    CancelToken cancel;
};

std::int64_t mostWithin(const std::vector<std::int64_t> &times, std::int64_t perMs)
{
    std::int64_t most = 0;
    for (auto first = times.begin(); first != times.end(); ++first)
        most = std::max<std::int64_t>(most,
                                      std::lower_bound(first, times.end(), *first + perMs) - first);
    return most;
}

TEST(RateGate, NeverLetsMoreThroughThanAnyRuleAllowsInAnyStretch)
{
    constexpr std::uint64_t seed = 7;
    SCOPED_TRACE(seed);
    World world;
    base::Random random(seed);
    RateGate gate({.rules = {{"", 8, 1'000}, {"", 50, 10'000}, {"search", 3, 1'000}}}, world.clock,
                  world.pace);
    std::vector<std::int64_t> all;
    std::vector<std::int64_t> searches;
    for (int i = 0; i < 2'000; ++i) {
        world.pace.advance(static_cast<std::int64_t>(random.below(200)));
        const bool isSearch = random.chance(0.4);
        ASSERT_TRUE(gate.pass(isSearch ? "search" : "", world.cancel).ok());
        all.push_back(world.pace.monotonicMs());
        if (isSearch)
            searches.push_back(all.back());
    }
    EXPECT_EQ(mostWithin(all, 1'000), 8);
    EXPECT_EQ(mostWithin(all, 10'000), 50);
    EXPECT_EQ(mostWithin(searches, 1'000), 3);
    EXPECT_EQ(gate.state().usedToday, 2'000);
}

TEST(RateGate, WaitsNoLongerThanTheRuleAsks)
{
    World world;
    RateGate gate({.rules = {{"", 2, 1'000}}}, world.clock, world.pace);
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(gate.pass("", world.cancel).ok());
    EXPECT_EQ(world.pace.waitsMs(), (std::vector<base::DurationMs>{1'000}));
}

TEST(RateGate, ALaneOfItsOwnDoesNotHoldUpTheOthers)
{
    World world;
    RateGate gate({.rules = {{"search", 1, 1'000}}}, world.clock, world.pace);
    ASSERT_TRUE(gate.pass("search", world.cancel).ok());
    ASSERT_TRUE(gate.pass("", world.cancel).ok());
    EXPECT_TRUE(world.pace.waitsMs().empty());
    ASSERT_TRUE(gate.pass("search", world.cancel).ok());
    EXPECT_EQ(world.pace.waitsMs().size(), 1U);
}

TEST(RateGate, AHoldIsWaitedOutWhenShort)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("", noonMs + 2'000, "TEN_SECONDLY_ROLLING");
    EXPECT_EQ(gate.state().heldUntilMs, noonMs + 2'000);
    EXPECT_EQ(gate.state().heldBy, "TEN_SECONDLY_ROLLING");
    ASSERT_TRUE(gate.pass("search", world.cancel).ok());
    EXPECT_EQ(world.clock.now(), noonMs + 2'000);
    EXPECT_FALSE(gate.state().heldUntilMs.has_value());
}

TEST(RateGate, ALongHoldIsTheCallersWithTheTime)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("", noonMs + 6 * base::hourMs, "DAILY");
    const base::Status refused = gate.pass("", world.cancel);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::LimitReached);
    EXPECT_EQ(refused.error().retryAtMs, noonMs + 6 * base::hourMs);
    EXPECT_NE(refused.error().message.find("DAILY"), std::string::npos);
    EXPECT_EQ(gate.state().usedToday, 0);
    world.pace.advance(6 * base::hourMs);
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
}

TEST(RateGate, AShorterHoldDoesNotShortenALongerOne)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("", noonMs + base::hourMs, "DAILY");
    gate.holdUntil("", noonMs + base::secondMs, "SECONDLY");
    EXPECT_EQ(gate.state().heldUntilMs, noonMs + base::hourMs);
}

TEST(RateGate, AHoldOfOneLaneLeavesOthersFree)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("search", noonMs + base::hourMs, "SECONDLY");
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
    EXPECT_FALSE(gate.pass("search", world.cancel).ok());
}

TEST(RateGate, AHoldEndsAfterSleepOfTheMachineThoughTheMonotonicClockStoodStill)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("", noonMs + base::hourMs, "DAILY");
    world.clock.advance(8 * base::hourMs);
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
}

TEST(RateGate, AHoldEndsThoughTheWallClockWasSetBack)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.holdUntil("", noonMs + base::hourMs, "DAILY");
    world.clock.set(noonMs - 3'650 * base::dayMs);
    world.pace.advance(base::hourMs);
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
}

TEST(RateGate, TheBudgetOfTheDayStopsUntilMidnightUtc)
{
    World world;
    RateGate gate({.callsPerDayMax = 3}, world.clock, world.pace);
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(gate.pass("", world.cancel).ok());
    const base::Status refused = gate.pass("", world.cancel);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::LimitReached);
    EXPECT_EQ(refused.error().retryAtMs, noonMs + 12 * base::hourMs);
    EXPECT_EQ(gate.state().heldUntilMs, noonMs + 12 * base::hourMs);
    world.pace.advance(12 * base::hourMs);
    EXPECT_EQ(gate.state().usedToday, 0);
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
}

TEST(RateGate, AClockThatIsSetBackGivesNoSecondBudget)
{
    World world;
    RateGate gate({.callsPerDayMax = 2}, world.clock, world.pace);
    ASSERT_TRUE(gate.pass("", world.cancel).ok());
    ASSERT_TRUE(gate.pass("", world.cancel).ok());
    world.clock.advance(-base::dayMs);
    EXPECT_FALSE(gate.pass("", world.cancel).ok());
}

TEST(RateGate, TheBudgetGoesOnCountingAfterARestart)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    gate.setBudget(10, 10);
    EXPECT_FALSE(gate.pass("", world.cancel).ok());
    gate.setBudget(11, 10);
    EXPECT_TRUE(gate.pass("", world.cancel).ok());
    EXPECT_EQ(gate.state().usedToday, 11);
    EXPECT_EQ(gate.state().allowedToday, 11);
}

TEST(RateGate, CancelledBeforeACallCountsNothing)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    world.cancel.cancelled = true;
    const base::Status stopped = gate.pass("", world.cancel);
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(gate.state().usedToday, 0);
}

TEST(RateGate, ShowsWhatTheOutsidePartyCounts)
{
    World world;
    RateGate gate({}, world.clock, world.pace);
    EXPECT_EQ(gate.state().remoteUsed, -1);
    gate.noteRemote(120, 250'000);
    EXPECT_EQ(gate.state().remoteUsed, 120);
    EXPECT_EQ(gate.state().remoteAllowed, 250'000);
}

TEST(RateGate, ManyThreadsTogetherStayWithinTheRule)
{
    const base::FixedClock clock(noonMs);
    fakes::FakePace pace;
    RateGate gate({.rules = {{"", 5, 1'000}}, .patienceMs = base::dayMs}, clock, pace);
    const std::int64_t beganMs = pace.monotonicMs();
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            const CancelToken cancel;
            for (int call = 0; call < 50; ++call)
                EXPECT_TRUE(gate.pass("", cancel).ok());
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(gate.state().usedToday, 200);
    // 200 calls at 5 a second: the last five begin after 39 whole seconds.
    EXPECT_EQ(pace.monotonicMs() - beganMs, 39'000);
}

} // namespace
} // namespace topline::crm
