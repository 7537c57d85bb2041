#include "core/metrics/periods.h"
#include "core/metrics/velocity_report.h"
#include "tests/metrics/sample_world.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::metrics;
using namespace topline::metrics_test;
using domain::Lever;
using domain::RviWeek;
using domain::Segment;
using domain::VelocityReport;

namespace {

constexpr unsigned seeds[] = {1, 7, 20251118};

double sum(const RviWeek &week, double domain::LeverValue::*part)
{
    double out = 0;
    for (const domain::LeverValue &lever : week.levers)
        out += lever.*part;
    return out;
}

void expectFinite(std::optional<double> value)
{
    EXPECT_TRUE(std::isfinite(value.value_or(0)));
}

} // namespace

TEST(VelocityReport, ShowsCompleteWeeksAgainstTheQuartersBaseline)
{
    const VelocityReport report = velocityReport(randomWorld(1, 400).input);
    ASSERT_EQ(report.weeks.size(), 26U);
    EXPECT_EQ(report.weeks.back().isoWeek, 46);
    EXPECT_EQ(report.weeks.front().isoWeek, 21);
    // Thirteen weeks before the week that holds 1 October 2025: W27 to W39.
    EXPECT_EQ(isoWeekNumber(report.baselineStartMs, {}), 27);
    EXPECT_EQ(isoWeekNumber(report.baselineEndMs, {}), 40);
    EXPECT_EQ(report.baselineEndMs - report.baselineStartMs, windowMs);
}

TEST(VelocityReport, TheIndexIsHundredInTheLastWeekOfItsBaseline)
{
    const VelocityReport report = velocityReport(randomWorld(1, 400).input);
    const auto week39 = std::find_if(report.weeks.begin(), report.weeks.end(),
                                     [](const RviWeek &week) { return week.isoWeek == 39; });
    ASSERT_NE(week39, report.weeks.end());
    EXPECT_DOUBLE_EQ(*week39->rvi, 100);
    EXPECT_NE(*report.weeks.back().rvi, 100);
}

TEST(VelocityReport, ContributionsSumExactlyInEveryWeek)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const VelocityReport report = velocityReport(randomWorld(seed, 400).input);
        int changes = 0;
        for (const RviWeek &week : report.weeks) {
            ASSERT_TRUE(week.rvi);
            EXPECT_NEAR(sum(week, &domain::LeverValue::logPoints), 100 * std::log(*week.rvi / 100),
                        1e-9);
            EXPECT_NEAR(sum(week, &domain::LeverValue::basePoints), *week.rvi - 100, 1e-9);
            ASSERT_TRUE(week.change);
            EXPECT_NEAR(sum(week, &domain::LeverValue::indexPoints), *week.change, 1e-9);
            changes += std::abs(*week.change) > 0.01 ? 1 : 0;
        }
        EXPECT_GT(changes, 15);
        const auto &last = report.weeks.back();
        for (const domain::LeverValue &lever : last.levers)
            EXPECT_GE(lever.logPoints,
                      last.levers[static_cast<std::size_t>(*report.weakest)].logPoints);
    }
}

TEST(VelocityReport, LeversOfASmallCompanyByHand)
{
    World world;
    // Baseline: 20 deals closed between W27 and W39 (days -141 to -50), 5 of them won in 40 days.
    for (int i = 0; i < 20; ++i)
        world.closed(i + 1, i % 4 == 0, -100 - 40, -100, 1'000);
    // Window W34 to W46 ends two days before noon: 10 closed, 5 won in 20 days, double size.
    for (int i = 0; i < 10; ++i)
        world.closed(100 + i, i % 2 == 0, -30, -10, 2'000);
    world.add(200, -170, 40'000);
    world.enter(200, 1, -170);
    const VelocityReport report = velocityReport(world.input);
    const RviWeek &week = report.weeks.back();
    const auto lever = [&](Lever which) { return week.levers[static_cast<std::size_t>(which)]; };
    EXPECT_EQ(week.closedN, 10);
    EXPECT_EQ(week.wonN, 5);
    // p0 = 5 of 20 before the quarter.
    EXPECT_DOUBLE_EQ(*lever(Lever::WinRate).baseline, 0.25);
    EXPECT_DOUBLE_EQ(*lever(Lever::WinRate).value, (5 + 20 * 0.25) / 30);
    EXPECT_DOUBLE_EQ(*lever(Lever::Cycle).baseline, 40);
    EXPECT_DOUBLE_EQ(*lever(Lever::Cycle).value, 20);
    EXPECT_DOUBLE_EQ(*lever(Lever::DealSize).value, 200'000);
    EXPECT_EQ(week.reps, 1);
    EXPECT_NEAR(lever(Lever::Cycle).logPoints, 30 * std::log(2.0), 1e-9);
    // The closed deals of one day: open on their last two week ends before it.
    EXPECT_GT(*lever(Lever::PipelinePerRep).value, 4'000'000);
    EXPECT_FALSE(week.lowConfidence);
    EXPECT_EQ(*lever(Lever::PipelinePerRep).weekValue, 4'000'000);
    EXPECT_FALSE(lever(Lever::Cycle).weekValue); // nothing was won in the last week alone
}

TEST(VelocityReport, NamesTheDealsBehindEachLever)
{
    const VelocityReport report = velocityReport(randomWorld(1, 400).input);
    const RviWeek &week = report.weeks.back();
    const auto deals = [&](Lever lever) {
        return static_cast<std::int64_t>(report.leverDeals[static_cast<std::size_t>(lever)].size());
    };
    EXPECT_EQ(deals(Lever::WinRate), week.closedN);
    for (const Lever lever : {Lever::Cycle, Lever::DealSize})
        EXPECT_EQ(deals(lever), week.levers[static_cast<std::size_t>(lever)].n);
    EXPECT_GT(deals(Lever::PipelinePerRep), 0);
}

TEST(VelocityReport, FewClosedDealsAreLowConfidence)
{
    World world;
    world.closed(1, true, -140, -100);
    world.closed(2, true, -30, -10);
    world.add(3, -170, 1'000);
    const VelocityReport report = velocityReport(world.input);
    EXPECT_TRUE(report.weeks.back().lowConfidence);
    EXPECT_TRUE(report.weeks.back().rvi);
}

TEST(VelocityReport, WithoutWonDealsThereIsNoIndexAndNothingIsInfinite)
{
    World world;
    for (int i = 1; i <= 12; ++i)
        world.closed(i, false, -90, -80 + i);
    const VelocityReport lost = velocityReport(world.input);
    EXPECT_FALSE(lost.weeks.back().rvi);
    EXPECT_FALSE(lost.weakest);
    EXPECT_FALSE(lost.segments[0].back().drag);
    EXPECT_FALSE(velocityReport(MetricsInput{}).weeks.back().rvi);
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const VelocityReport few = velocityReport(randomWorld(seed, 12).input, 52);
        for (const RviWeek &week : few.weeks) {
            expectFinite(week.rvi);
            for (const domain::LeverValue &lever : week.levers) {
                expectFinite(lever.value);
                expectFinite(lever.weekValue);
                expectFinite(lever.logPoints);
            }
        }
        for (const auto &rows : few.segments)
            for (const domain::SegmentRow &row : rows)
                expectFinite(row.drag);
    }
}

TEST(Segments, DragsSumExactlyToTheIndexAndDealsToTheWindow)
{
    for (const unsigned seed : seeds) {
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        const VelocityReport report = velocityReport(randomWorld(seed, 400).input);
        for (const auto &rows : report.segments) {
            ASSERT_GE(rows.size(), 3U);
            ASSERT_TRUE(rows.back().all);
            double drag = 0;
            std::int64_t closed = 0;
            for (auto row = rows.begin(); row != rows.end() - 1; ++row) {
                drag += *row->drag;
                closed += row->closedN;
                EXPECT_EQ(row->lowConfidence, row->closedN < 10);
            }
            EXPECT_NEAR(drag, *report.weeks.back().rvi - 100, 1e-9);
            EXPECT_NEAR(*rows.back().drag, *report.weeks.back().rvi - 100, 1e-9);
            EXPECT_EQ(closed, rows.back().closedN);
        }
        double perRep = 0;
        const auto &sources = report.segments[static_cast<std::size_t>(Segment::Source)];
        for (auto row = sources.begin(); row != sources.end() - 1; ++row)
            perRep += *row->pipelineMinorPerRep;
        EXPECT_NEAR(perRep, *sources.back().pipelineMinorPerRep, 1e-3);
    }
}

TEST(Segments, TheSegmentThatWinsLessAndSlowerDragsMost)
{
    World world;
    for (int i = 0; i < 60; ++i) {
        const bool good = i % 2 == 0;
        world.closed(i + 1, i % 4 < 2, -150, -110, 1'000).source = good ? "Good" : "Bad";
        const bool won = good ? i % 4 == 0 || i % 6 == 0 : i % 10 == 1;
        world.closed(100 + i, won, good ? -30 : -65, -5, 1'000).source = good ? "Good" : "Bad";
    }
    world.add(300, -170, 1'000).source = "Good";
    const VelocityReport report = velocityReport(world.input);
    const auto &rows = report.segments[static_cast<std::size_t>(Segment::Source)];
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].name, "Bad");
    EXPECT_LT(*rows[0].drag, 0);
    EXPECT_GT(*rows[1].drag, *rows[0].drag);
}

TEST(VelocityReport, AnyMomentOfTheQuarterFindsItsBaseline)
{
    World world = randomWorld(2, 200);
    for (int step = 0; step < 400; ++step) {
        world.input.now = day(-step);
        const VelocityReport report = velocityReport(world.input, 1);
        const Period quarter = quarterOf(world.input.now, world.input.zone);
        EXPECT_LE(report.baselineEndMs, quarter.startMs);
        EXPECT_GT(report.baselineEndMs, quarter.startMs - 7 * base::dayMs);
    }
}
