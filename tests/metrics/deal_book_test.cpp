#include "core/metrics/closed_deals.h"
#include "core/metrics/deal_book.h"
#include "core/metrics/deal_stats.h"
#include "core/metrics/open_deals.h"
#include "tests/metrics/sample_world.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::metrics;
using namespace topline::metrics_test;
using domain::StageKind;

TEST(DealBook, KnowsTheStageOfEveryMoment)
{
    World world;
    world.add(1, -30, 1'000);
    world.enter(1, 1, -30);
    world.enter(1, 3, -20);
    world.enter(1, wonStage, -5);
    const DealBook book(world.input);
    const DealTrack &track = book.tracks().front();
    EXPECT_FALSE(book.stateAt(track, day(-31)));
    EXPECT_EQ(book.stateAt(track, day(-25))->stage->name, "Qualified");
    EXPECT_EQ(book.stateAt(track, day(-20))->stage->name, "Proposal");
    EXPECT_EQ(book.stateAt(track, day(-6))->kind, StageKind::Open);
    EXPECT_EQ(book.stateAt(track, day(-5))->kind, StageKind::Won);
    EXPECT_EQ(book.stateAt(track, day(-5))->sinceMs, day(-5));
}

TEST(DealBook, ADealIsClosedFromItsCloseDateWhenTheChangeWasRecordedLater)
{
    World world;
    world.closed(1, true, -30, -5).closeMs = day(-5.5);
    const DealBook book(world.input);
    EXPECT_EQ(book.stateAt(book.tracks().front(), day(-5.4))->kind, StageKind::Won);
    EXPECT_EQ(book.stateAt(book.tracks().front(), day(-5.6))->kind, StageKind::Open);
}

TEST(DealBook, AReopenedDealWasClosedInBetween)
{
    World world;
    world.add(1, -30, 1'000);
    world.enter(1, lostStage, -20);
    world.enter(1, 2, -10);
    const DealBook book(world.input);
    const DealTrack &track = book.tracks().front();
    EXPECT_EQ(book.stateAt(track, day(-15))->kind, StageKind::Lost);
    EXPECT_EQ(book.stateAt(track, day(-1))->kind, StageKind::Open);
    EXPECT_EQ(closedWithin(book, {day(-25), day(-15)}).size(), 1U);
    EXPECT_TRUE(closedWithin(book, {day(-25), day(-1)}).empty());
}

TEST(DealBook, WithoutHistoryTheRecordIsAllThereIs)
{
    World world;
    world.add(1, -30, 1'000).stage.id = {2};
    domain::Deal &won = world.add(2, -30, 2'000);
    won.stage.id = {wonStage};
    won.closeMs = day(-10);
    const DealBook book(world.input);
    EXPECT_EQ(book.stateAt(book.tracks()[0], noon)->stage->name, "Discovery");
    EXPECT_FALSE(book.stateAt(book.tracks()[0], noon)->sinceMs);
    EXPECT_EQ(book.stateAt(book.tracks()[1], day(-11))->stage, nullptr);
    EXPECT_EQ(book.stateAt(book.tracks()[1], day(-10))->kind, StageKind::Won);
}

TEST(DealBook, AMoveThatNoChangeTellsOfHasNoAge)
{
    World world;
    world.add(1, -30, 1'000);
    world.enter(1, 1, -30);
    world.input.deals.back().stage.id = {3};
    const DealBook book(world.input);
    EXPECT_EQ(book.stateAt(book.tracks().front(), noon)->stage->name, "Proposal");
    EXPECT_FALSE(book.stateAt(book.tracks().front(), noon)->sinceMs);
}

TEST(DealBook, AmountsAreThoseOfTheMoment)
{
    World world;
    world.add(1, -30, 1'000);
    world.amount(1, 2'000, -20);
    world.amount(1, 3'000, -10);
    const DealBook book(world.input);
    const DealTrack &track = book.tracks().front();
    EXPECT_EQ(book.minorAt(track, day(-25)), 200'000); // before the first entry: that entry
    EXPECT_EQ(book.minorAt(track, day(-15)), 200'000);
    EXPECT_EQ(book.minorAt(track, noon), 300'000);
}

TEST(DealBook, RepeatedChangesIntoOneStageAreOneStay)
{
    World world;
    world.add(1, -30, 1'000);
    world.enter(1, 1, -30);
    world.enter(1, 1, -28);
    world.enter(1, 2, -20);
    world.enter(1, 1, -10);
    const DealBook book(world.input);
    const auto visits = book.visits(book.tracks().front(), noon);
    ASSERT_EQ(visits.size(), 3U);
    EXPECT_EQ(*visits[0].leftMs - visits[0].enteredMs, 10 * base::dayMs);
    EXPECT_FALSE(visits[2].leftMs);
    EXPECT_EQ(book.stateAt(book.tracks().front(), day(-25))->sinceMs, day(-30));
}

TEST(DealBook, DeletedDealsAreNotThere)
{
    World world;
    world.add(1, -30, 1'000).deleted = true;
    EXPECT_TRUE(DealBook(world.input).tracks().empty());
}

TEST(DealStats, AreAbsentWhereNothingIsClosed)
{
    World world;
    world.add(1, -30, 1'000);
    const DealBook book(world.input);
    const domain::DealStats stats = dealStats(book);
    EXPECT_EQ(stats.deals, 1);
    EXPECT_FALSE(stats.winRate);
    EXPECT_FALSE(stats.wonMinorMean);
    EXPECT_FALSE(stats.lostCycleDaysMedian);
    EXPECT_FALSE(stats.velocity.minorPerDay);
}

TEST(DealStats, AWinWithinNoTimeHasNoVelocity)
{
    World world;
    world.closed(1, true, -5, -5);
    const DealBook book(world.input);
    EXPECT_EQ(*dealStats(book).wonCycleDaysMean, 0);
    EXPECT_FALSE(dealStats(book).velocity.minorPerDay);
}

TEST(WonDwell, IsKnownFromTenWonDealsOn)
{
    World world;
    for (int i = 1; i <= 10; ++i)
        world.closed(i, true, -100, -100 + i); // 1 to 10 days in the first stage
    world.closed(11, false, -100, -10);        // lost: no sample
    const DealBook book(world.input);
    const WonDwell dwell(book);
    EXPECT_TRUE(dwell.p80At(day(-91)).empty());
    EXPECT_NEAR(dwell.p80At(noon).at({1}), 8.2, 1e-9);
}

TEST(OpenDeals, StallPastP80OrFourteenDaysWhereItIsNotKnown)
{
    World world;
    for (int i = 1; i <= 10; ++i)
        world.closed(i, true, -100, -100 + i);
    world.add(11, -8, 1'000);
    world.enter(11, 1, -8);
    world.add(12, -9, 1'000);
    world.enter(12, 1, -9);
    world.add(13, -40, 1'000);
    world.enter(13, 2, -13);
    world.add(14, -40, 1'000);
    world.enter(14, 2, -15);
    const DealBook book(world.input);
    const auto open = openDealsAt(book, WonDwell(book), noon);
    ASSERT_EQ(open.size(), 4U);
    EXPECT_FALSE(open[0].stalled);
    EXPECT_TRUE(open[1].stalled);
    EXPECT_FALSE(open[2].p80Days);
    EXPECT_FALSE(open[2].stalled);
    EXPECT_TRUE(open[3].stalled);
}
