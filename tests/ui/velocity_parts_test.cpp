#include "core/metrics/velocity_report.h"
#include "tests/ui/sample_reports.h"
#include "ui/pages/index_chart.h"
#include "ui/pages/lever_story.h"
#include "ui/pages/segment_table.h"
#include "ui/pages/waterfall.h"

#include <QLocale>

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::pages;
using domain::Lever;

namespace {

const ui::text::MetricText &words()
{
    static const ui::text::MetricText text(
        ui::text::Format(QLocale(QLocale::English), {}, 1'763'460'840'000));
    return text;
}

double shownNumber(QString text)
{
    return text.replace(QChar(0x2212), QLatin1Char('-')).toDouble();
}

domain::VelocityReport report()
{
    return metrics::velocityReport(test::sampleCompany());
}

} // namespace

TEST(Waterfall, ShownRowsAddUpToTheShownTotal)
{
    const auto items = waterfallItems(report(), words());
    ASSERT_EQ(items.size(), 6U);
    double sum = shownNumber(items.front().shown);
    for (std::size_t i = 1; i < 5; ++i)
        sum += shownNumber(items[i].shown);
    EXPECT_NEAR(sum, shownNumber(items.back().shown), 1e-9);
    EXPECT_NEAR(items[4].to, items.back().to, 1e-9); // the bars meet the total too
}

TEST(Waterfall, HasNoRowsWithoutAnIndex)
{
    auto without = report();
    without.weeks.back().change.reset();
    EXPECT_TRUE(waterfallItems(without, words()).empty());
    EXPECT_TRUE(waterfallItems({}, words()).empty());
}

TEST(SegmentTable, ShownDragsAddUpForEverySegmentAndSortKeepsTheTotalLast)
{
    SegmentTable table;
    table.setReport(report(), words());
    for (const auto segment : {domain::Segment::Source, domain::Segment::Rep, domain::Segment::Size,
                               domain::Segment::Industry}) {
        table.setSegment(segment);
        const auto &items = table.items();
        ASSERT_GE(items.size(), 3U);
        double sum = 0;
        for (std::size_t i = 0; i + 1 < items.size(); ++i)
            sum += shownNumber(items[i].drag);
        ASSERT_TRUE(items.back().row.all);
        EXPECT_NEAR(sum, shownNumber(items.back().drag), 1e-9);
        EXPECT_LE(*items[0].row.drag, *items[1].row.drag);
    }
}

TEST(IndexChart, MarksTheBaselineAndTheStartOfTheQuarter)
{
    const charts::LineChart chart = indexChart(report(), words());
    ASSERT_EQ(chart.values.size(), 26);
    ASSERT_TRUE(chart.region);
    EXPECT_EQ(chart.xLabels[chart.region->from], QStringLiteral("W27"));
    EXPECT_EQ(chart.xLabels[chart.region->to], QStringLiteral("W39"));
    EXPECT_NEAR(*chart.values[chart.region->to], 100, 1e-9);
    ASSERT_EQ(chart.events.size(), 1);
    EXPECT_EQ(chart.xLabels[chart.events[0].at], QStringLiteral("W40"));
    EXPECT_EQ(chart.events[0].label, QStringLiteral("Q4 starts"));
    EXPECT_TRUE(chart.tooFew.isEmpty());
    EXPECT_FALSE(indexChart({}, words()).tooFew.isEmpty());
}

TEST(LeverStory, NamesTheStageWhereWonDealsWait)
{
    auto changed = report();
    changed.weakest = Lever::Cycle;
    changed.stages[2].dwellMedianDays = 17;
    changed.stages[2].baselineDwellMedianDays = 9;
    const LeverStory story = leverStory(changed, words());
    ASSERT_EQ(story.sentences.size(), 2);
    EXPECT_EQ(story.sentences[1].toStdString(),
              "Proposal is where they wait: 17\u00a0d, not 9\u00a0d.");
    EXPECT_TRUE(story.rows[2].worst);
    EXPECT_EQ(story.deals, changed.stages[2].openDeals);
}

TEST(LeverStory, DoesNotBlameAStageThatIsNotBehind)
{
    auto changed = report();
    changed.weakest = Lever::Cycle;
    for (auto &stage : changed.stages)
        stage.baselineDwellMedianDays = stage.dwellMedianDays;
    EXPECT_EQ(leverStory(changed, words()).sentences.size(), 1);
    const auto cycle = static_cast<std::size_t>(Lever::Cycle);
    EXPECT_EQ(leverStory(changed, words()).deals, changed.leverDeals[cycle]);
}

TEST(LeverStory, TellsEveryLeverAndNothingWithoutAnIndex)
{
    auto changed = report();
    for (const Lever lever :
         {Lever::WinRate, Lever::Cycle, Lever::DealSize, Lever::PipelinePerRep}) {
        changed.weakest = lever;
        const LeverStory story = leverStory(changed, words());
        EXPECT_FALSE(story.sentences.isEmpty());
        EXPECT_FALSE(story.rows.isEmpty());
        EXPECT_LE(story.rows.size(), 5);
    }
    changed.weakest.reset();
    EXPECT_TRUE(leverStory(changed, words()).title.isEmpty());
    EXPECT_TRUE(leverStory({}, words()).title.isEmpty());
}
