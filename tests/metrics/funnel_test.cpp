#include "core/metrics/funnel.h"
#include "tests/metrics/sample_world.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::metrics;
using namespace topline::metrics_test;

namespace {

std::vector<domain::FunnelRow> rowsOf(const World &world, bool wonDealsOnly = false)
{
    const DealBook book(world.input);
    const AfterUntil window{noon - windowMs, noon};
    return funnelRows(book, openDealsAt(book, WonDwell(book), noon),
                      {window, {window.afterMs - windowMs, window.afterMs}, wonDealsOnly});
}

} // namespace

TEST(Funnel, CountsCohortsThatEnteredWithinTheWindow)
{
    World world;
    world.add(1, -20, 1'000); // goes on
    world.enter(1, 1, -20);
    world.enter(1, 2, -10);
    world.add(2, -20, 2'000); // stays
    world.enter(2, 1, -20);
    world.closed(3, true, -20, -4); // won straight from the first stage
    world.closed(4, false, -20, -4);
    world.add(5, -120, 4'000); // entered long ago, moves now
    world.enter(5, 1, -120);
    world.enter(5, 2, -3);
    const auto rows = rowsOf(world);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].entered, 4);
    EXPECT_EQ(rows[0].wentOn, 2);
    EXPECT_EQ(rows[0].open, 1);
    EXPECT_EQ(rows[0].openMinor, 200'000);
    EXPECT_EQ(rows[0].dwellN, 4); // 10, 16, 16 and 117 days
    EXPECT_DOUBLE_EQ(*rows[0].dwellMedianDays, 16);
    EXPECT_EQ(rows[0].baselineEntered, 1);
    EXPECT_EQ(rows[1].entered, 2);
    EXPECT_EQ(rows[1].wentOn, 0);
    EXPECT_EQ(rows[1].openMinor, 500'000);
    EXPECT_FALSE(rows[1].dwellMedianDays);
    EXPECT_EQ(rows[4].kind, domain::StageKind::Won);
    EXPECT_EQ(rows[4].entered, 1);
    EXPECT_EQ(rows[4].wonMinor, 100'000);
}

TEST(Funnel, DwellOfWonDealsLeavesOutTheOthers)
{
    World world;
    world.closed(1, true, -20, -4);
    world.closed(2, false, -60, -4);
    const auto rows = rowsOf(world, true);
    EXPECT_EQ(rows[0].dwellN, 1);
    EXPECT_DOUBLE_EQ(*rows[0].dwellMedianDays, 16);
}

TEST(Funnel, AReturnToAnEarlierStageIsNotASecondEntry)
{
    World world;
    world.add(1, -40, 1'000);
    world.enter(1, 1, -40);
    world.enter(1, 2, -30);
    world.enter(1, 1, -20);
    const auto rows = rowsOf(world);
    EXPECT_EQ(rows[0].entered, 1);
    EXPECT_EQ(rows[0].wentOn, 1);
    EXPECT_EQ(rows[1].wentOn, 0);
}
