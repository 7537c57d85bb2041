#include "tests/ui/sample_forecast.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/forecast_deals.h"
#include "ui/pages/forecast_range.h"
#include "ui/pages/forecast_record.h"
#include "ui/pages/forecast_story.h"
#include "ui/pages/forecast_view.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::pages;

namespace {

struct Fixture {
    domain::ForecastReport report = test::sampleForecast();
    ui::text::ForecastText text{ui::text::Format(QLocale(QLocale::English), {}, report.asOfMs),
                                report.currency};
};

// Whole units as they stand on the screen.
std::int64_t units(QString shown)
{
    QString digits;
    for (const QChar letter : shown) {
        if (letter.isDigit())
            digits += letter;
    }
    return shown.contains(QChar(0x2212)) ? -digits.toLongLong() : digits.toLongLong();
}

} // namespace

TEST(ForecastStory, PartsSumToTheExpectedTotalAsShown)
{
    Fixture fixture;
    fixture.report.span = domain::ForecastSpan::Quarter;
    for (const std::int64_t closed : {0LL, 1'234'549LL, 77LL}) {
        fixture.report.closed.minor = closed;
        fixture.report.expectedMinor =
            closed + fixture.report.hand.minor + fixture.report.newBusiness.minor;
        const auto rows = expectedRows(fixture.report, fixture.text);
        ASSERT_EQ(rows.size(), 4U);
        EXPECT_EQ(units(rows[0].shown) + units(rows[1].shown) + units(rows[2].shown),
                  units(rows[3].shown));
    }
    fixture.report.span = domain::ForecastSpan::Days30;
    EXPECT_EQ(expectedRows(fixture.report, fixture.text).size(), 3U);
}

TEST(ForecastStory, TheFlowRunsFromLastWeekToNowAsShown)
{
    Fixture fixture;
    ASSERT_TRUE(fixture.report.flow);
    domain::ForecastFlow &flow = *fixture.report.flow;
    flow.startMinor = 1'000'049;
    flow.endMinor = flow.startMinor;
    for (domain::FlowRow &row : flow.rows) {
        row.minor = 1'033;
        flow.endMinor += row.minor;
    }
    const auto rows = flowRows(fixture.report, fixture.text);
    ASSERT_EQ(rows.size(), flow.rows.size() + 2);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
        sum += units(rows[i].shown);
    EXPECT_EQ(sum, units(rows.back().shown));
    fixture.report.flow.reset();
    EXPECT_TRUE(flowRows(fixture.report, fixture.text).empty());
}

TEST(ForecastStory, EverySumOpensIntoItsDeals)
{
    const Fixture fixture;
    for (const BarItem &item : categoryItems(fixture.report, fixture.text))
        EXPECT_EQ(item.count, QString::number(item.deals.size()));
    for (const WaterfallRow &row : expectedRows(fixture.report, fixture.text)) {
        if (row.kind == WaterfallRow::Kind::Part) {
            EXPECT_EQ(row.aside, QStringLiteral("n %1").arg(row.deals.size()));
        }
    }
    std::size_t counted = 0;
    for (const DealNotice &notice : leftOutNotices(fixture.report, fixture.text)) {
        if (notice.id != QLatin1String("currency")) {
            EXPECT_TRUE(notice.words.contains(QString::number(notice.deals.size())));
        }
        counted += notice.deals.empty() ? 0 : 1;
    }
    EXPECT_GE(counted, 3U);
}

TEST(ForecastStory, TellsOtherCurrenciesThoughTheyOpenNothing)
{
    Fixture fixture;
    fixture.report.otherCurrency = 3;
    const auto notices = leftOutNotices(fixture.report, fixture.text);
    EXPECT_TRUE(notices.back().words.startsWith(QStringLiteral("3 open deal")));
    EXPECT_TRUE(notices.back().deals.empty());
}

TEST(ForecastStory, SaysPlainlyWhetherTheNaiveForecastIsBeaten)
{
    Fixture fixture;
    fixture.report.backTest.beatsNaive = true;
    EXPECT_TRUE(methodVerdict(fixture.report, fixture.text)
                    .startsWith(QStringLiteral("Beats the naive forecast: error ")));
    fixture.report.backTest.beatsNaive = false;
    EXPECT_TRUE(methodVerdict(fixture.report, fixture.text)
                    .startsWith(QStringLiteral("Does not beat the naive forecast")));
    for (auto &score : fixture.report.backTest.total)
        score.wape.reset();
    EXPECT_TRUE(methodVerdict(fixture.report, fixture.text)
                    .startsWith(QStringLiteral("Nothing was won at the ")));
    fixture.report.backTest = {};
    EXPECT_TRUE(
        methodVerdict(fixture.report, fixture.text).startsWith(QStringLiteral("No back-test")));
}

TEST(ForecastStory, MarksTheMethodThatIsUsedAndNamesTheNaiveOne)
{
    const Fixture fixture;
    int used = 0;
    bool naive = false;
    for (const TableRow &row : methodRows(fixture.report, fixture.text)) {
        ASSERT_EQ(row.cells.size(), 7);
        used += row.mark.isEmpty() ? 0 : 1;
        naive = naive || row.cells[0].contains(QStringLiteral("naive"));
    }
    EXPECT_EQ(used, 1);
    EXPECT_TRUE(naive);
}

TEST(ForecastStory, TheChartTakesStoredWeeksThenBackTestsThenSaysWhatIsMissing)
{
    Fixture fixture;
    ASSERT_GE(fixture.report.checks.size(), 4U);
    EXPECT_TRUE(recordChart(fixture.report, fixture.text).band);
    fixture.report.checks.resize(3);
    const auto tried = recordChart(fixture.report, fixture.text);
    EXPECT_FALSE(tried.band);
    EXPECT_EQ(static_cast<std::size_t>(tried.values.size()),
              fixture.report.backTest.origins.size());
    auto nothing = fixture.report;
    for (auto &origin : nothing.backTest.origins)
        origin = {origin.atMs, 0, 0, 0, 0, 0, 0, 0, 0};
    EXPECT_TRUE(recordChart(nothing, fixture.text)
                    .tooFew.startsWith(QStringLiteral("Nothing was won or forecast")));
    fixture.report.backTest.origins.resize(1);
    const auto none = recordChart(fixture.report, fixture.text);
    EXPECT_EQ(none.tooFew,
              QStringLiteral("Too little history: 3 stored forecasts are over and 1 earlier "
                             "moments can be tried; 4 are needed."));
}

TEST(ForecastRange, NamesTheBandWithItsLevelAndNOrSaysThatHistoryIsTooShort)
{
    Fixture fixture;
    ForecastRange range;
    fixture.report.band = domain::ForecastBand{100, 200, .8};
    range.setReport(fixture.report, fixture.text);
    const auto n = fixture.report.backTest.origins.size();
    EXPECT_TRUE(range.lines()
                    .join(QLatin1Char('\n'))
                    .contains(QStringLiteral("n %1, 80\u00a0% of past errors").arg(n)));
    fixture.report.band.reset();
    fixture.report.backTest.origins.resize(5);
    fixture.report.originsMin = 8;
    range.setReport(fixture.report, fixture.text);
    EXPECT_TRUE(range.accessibleName().contains(QStringLiteral("5 of 8 back-tests")));
}

TEST(ForecastDeals, AreKeyedAndBigOnesStandFirstWhateverTheOrder)
{
    Fixture fixture;
    ForecastDeals deals;
    const QAbstractItemModelTester tester(&deals,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    deals.setReport(fixture.report, fixture.text);
    const QSignalSpy resets(&deals, &QAbstractItemModel::modelReset);
    ASSERT_EQ(deals.rowCount(), static_cast<int>(fixture.report.deals.size()));
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        for (int column = ForecastDeals::Name; column <= ForecastDeals::Rep; ++column) {
            deals.sortBy(column, order);
            bool small = false;
            int big = 0;
            for (int row = 0; row < deals.rowCount(); ++row) {
                const ForecastItem &item = deals.item(deals.index(row, 0));
                EXPECT_FALSE(small && item.big());
                small = small || !item.big();
                big += item.big() ? 1 : 0;
            }
            EXPECT_GT(big, 0);
        }
    }
    fixture.report.deals.erase(fixture.report.deals.begin());
    deals.setReport(fixture.report, fixture.text);
    EXPECT_EQ(deals.rowCount(), static_cast<int>(fixture.report.deals.size()));
    EXPECT_EQ(resets.count(), 0);
}

TEST(ForecastDeals, SayWhoCalledWhatAndWhatIsNotKnown)
{
    Fixture fixture;
    domain::ForecastDeal deal = fixture.report.deals.front();
    deal.mapped = domain::ForecastCategory::Best;
    deal.called = domain::ForecastCategory::Commit;
    EXPECT_EQ(ui::text::ForecastText::categoryOf(deal),
              QStringLiteral("Commit, called; by its stage Best case"));
    deal.warnings = {domain::CommitWarning::NoTouch, domain::CommitWarning::PushedOften};
    deal.soonPpm.reset();
    deal.zombie = false;
    EXPECT_EQ(fixture.text.notes(deal),
              QStringLiteral("No touch for a week, pushed often, age not known"));
}

TEST(ForecastView, FiltersByOpenDealsAndHandsWonOnesOn)
{
    const Fixture fixture;
    ForecastView view;
    view.setReport(fixture.report, fixture.text);
    QSignalSpy wanted(&view, &ForecastView::dealsWanted);
    const auto &commit =
        fixture.report.categories[static_cast<std::size_t>(domain::ForecastCategory::Commit)].deals;
    ASSERT_TRUE(view.filterBy(QStringLiteral("Commit"), commit));
    EXPECT_EQ(view.list()->model()->rowCount(), static_cast<int>(commit.size()));
    EXPECT_TRUE(view.isFiltered());
    view.clearFilter();
    EXPECT_EQ(view.list()->model()->rowCount(), static_cast<int>(fixture.report.deals.size()));
    EXPECT_FALSE(view.filterBy(QStringLiteral("New"), {commit.front(), {999'999}}));
    EXPECT_FALSE(view.isFiltered());
    EXPECT_EQ(wanted.count(), 0);
}

TEST(ForecastView, AnEmptyWorkspaceSaysSoEverywhere)
{
    Fixture fixture;
    ForecastView view;
    view.setReport({}, fixture.text);
    EXPECT_EQ(view.list()->model()->rowCount(), 0);
    EXPECT_TRUE(view.record()->verdict().startsWith(QStringLiteral("No back-test")));
    EXPECT_FALSE(view.record()->chart()->chart().tooFew.isEmpty());
    EXPECT_EQ(view.currentDeal(), std::nullopt);
}
