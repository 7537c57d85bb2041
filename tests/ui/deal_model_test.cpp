#include "core/metrics/pipeline.h"
#include "tests/ui/sample_reports.h"
#include "ui/pages/deal_model.h"
#include "ui/pages/deal_task.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::pages;

namespace {

struct Fixture {
    metrics::MetricsInput input = test::sampleCompany();
    domain::PipelineReport report = metrics::pipelineReport(input);
    ui::text::MetricText words{ui::text::Format(QLocale(QLocale::English), {}, input.now)};
    DealModel deals;
    DealFilter shown{&deals};
    QAbstractItemModelTester first{&deals, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester second{&shown, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy resets{&shown, &QAbstractItemModel::modelReset};

    Fixture() { deals.setReport(report, words); }

    std::vector<DealItem> items() const
    {
        std::vector<DealItem> out;
        for (int row = 0; row < shown.rowCount(); ++row)
            out.push_back(shown.item(shown.index(row, 0)));
        return out;
    }
};

} // namespace

TEST(DealFilter, ShowsOpenDealsThenExactlyTheOnesAskedFor)
{
    Fixture fixture;
    EXPECT_EQ(fixture.items().size(), fixture.report.deals.size());
    const auto &won = fixture.report.tiles[4].deals;
    fixture.shown.setDeals(std::set<domain::DealId>(won.begin(), won.end()));
    EXPECT_EQ(fixture.items().size(), won.size());
    for (const DealItem &item : fixture.items())
        EXPECT_EQ(item.row.kind, domain::StageKind::Won);
    fixture.shown.setDeals(std::nullopt);
    fixture.shown.setScope(DealFilter::Scope::AtRisk, {});
    for (const DealItem &item : fixture.items())
        EXPECT_TRUE(item.atRisk());
    fixture.shown.setScope(DealFilter::Scope::Mine, QStringLiteral("Maya Okafor"));
    for (const DealItem &item : fixture.items())
        EXPECT_EQ(item.row.ownerName, "Maya Okafor");
    EXPECT_EQ(fixture.resets.count(), 0);
}

TEST(DealFilter, PutsTheLargestDealsAtRiskFirst)
{
    Fixture fixture;
    const auto items = fixture.items();
    bool rest = false;
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    for (const DealItem &item : items) {
        EXPECT_FALSE(rest && item.atRisk());
        if (!item.atRisk()) {
            rest = true;
            continue;
        }
        EXPECT_LE(item.row.amount->amountMinor, last);
        last = item.row.amount->amountMinor;
    }
    EXPECT_TRUE(rest);
}

TEST(DealFilter, AbsentValuesComeLastInBothDirections)
{
    Fixture fixture;
    fixture.report.deals.front().amount.reset();
    fixture.deals.setReport(fixture.report, fixture.words);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        fixture.shown.sortBy(DealModel::Amount, order);
        const auto items = fixture.items();
        EXPECT_FALSE(items.back().row.amount);
        EXPECT_EQ(items[0].row.amount->amountMinor < items[5].row.amount->amountMinor,
                  order == Qt::AscendingOrder);
    }
}

TEST(DealModel, ANewReportChangesOnlyWhatDiffers)
{
    Fixture fixture;
    QSignalSpy changes(&fixture.deals, &QAbstractItemModel::dataChanged);
    fixture.report.deals[3].nextStep = "Call the lawyer";
    fixture.deals.setReport(fixture.report, fixture.words);
    EXPECT_EQ(changes.count(), 1);
    EXPECT_EQ(fixture.resets.count(), 0);
}

TEST(DealModel, WarnsOnlyOfWhatTheSourceCanKnow)
{
    domain::DealRow row;
    EXPECT_TRUE(warningsOf(row, {false, false}, 0).empty());
    EXPECT_EQ(warningsOf(row, {true, true}, 0),
              (std::vector{DealWarning::NoTouch, DealWarning::NoNextStep}));
    row.stalled = row.closeDatePassed = true;
    EXPECT_EQ(warningsOf(row, {true, true}, 0).front(), DealWarning::CloseDatePassed);
    row.kind = domain::StageKind::Won;
    EXPECT_TRUE(warningsOf(row, {true, true}, 0).empty());
}

TEST(DealTask, IsFilledInFromTheRowAndFromTheFigure)
{
    Fixture fixture;
    const DealItem item = fixture.items().front();
    const auto one = taskFromDeal(item, fixture.words);
    EXPECT_EQ(one.deals, std::vector{item.row.deal});
    EXPECT_EQ(one.subject,
              item.row.accountName + ", " + item.row.name + ": " + item.warningText.toStdString());
    const auto all = taskFromFigure(fixture.report.tiles[5], fixture.deals, fixture.words);
    EXPECT_TRUE(all.deals.empty());
    EXPECT_NE(all.subject.find("At risk"), std::string::npos);
    EXPECT_EQ(std::count(all.body.begin(), all.body.end(), '\n'), 10); // ten deals and the rest
}
