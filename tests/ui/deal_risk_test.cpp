#include "core/metrics/pipeline.h"
#include "tests/ui/sample_reports.h"
#include "tests/ui/sample_risks.h"
#include "ui/pages/deal_model.h"
#include "ui/pages/deal_notices.h"
#include "ui/pages/deal_risk_view.h"
#include "ui/pages/deal_task.h"
#include "ui/pages/deal_why.h"
#include "ui/pages/deal_win_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <gtest/gtest.h>
#include <set>

using namespace topline;
using namespace topline::pages;

namespace {

struct Fixture {
    metrics::MetricsInput input = test::sampleCompany();
    domain::PipelineReport report = metrics::pipelineReport(input);
    domain::RiskReport risks = test::sampleRisks(report);
    ui::text::Format format{QLocale(QLocale::English), {}, input.now};
    ui::text::RiskText words{format};
    ui::text::MetricText figures{format};
};

// Digits as they stand on the screen, in units of the last of them.
std::int64_t lastDigits(QString shown)
{
    shown.remove(QLatin1Char('.')).remove(QLatin1Char(',')).remove(QLatin1Char('+'));
    shown.replace(QChar(0x2212), QLatin1Char('-'));
    bool ok = false;
    const auto out = shown.toLongLong(&ok);
    EXPECT_TRUE(ok) << shown.toStdString();
    return out;
}

} // namespace

TEST(RiskRows, ShownPointsSumToTheShownRiskOfEveryDeal)
{
    const Fixture fixture;
    int several = 0;
    for (const domain::RiskRow &deal : fixture.risks.deals) {
        const auto rows = riskRows(deal.risk, fixture.words);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i + 1 < rows.size(); ++i)
            sum += lastDigits(rows[i].shown);
        EXPECT_EQ(sum, lastDigits(rows.back().shown)) << deal.row.name;
        several += rows.size() > 4 ? 1 : 0;
    }
    EXPECT_GT(several, 10);
}

TEST(RiskRows, SayWhatWasMeasuredTheLimitAndWhatWouldChange)
{
    const Fixture fixture;
    domain::DealRisk risk;
    risk.totalMilli = 47'000;
    domain::RiskFactor step;
    step.rule = domain::RiskRule::NoNextStep;
    step.fires = true;
    step.threshold = 1;
    step.median = 1;
    step.deltaMilli = -16'000;
    step.milliPoints = 47'000;
    step.cohort.n = 38;
    step.cohort.stage = {3};
    risk.factors = {step};
    const auto rows = riskRows(risk, fixture.words);
    EXPECT_EQ(rows[0].label, QStringLiteral("Next step missing, one is needed"));
    EXPECT_EQ(rows[0].note,
              QStringLiteral("31 instead of 47 with a next step, the median of 38 won "
                             "deal(s) in this stage."));
    risk.factors[0].median.reset();
    risk.factors[0].deltaMilli.reset();
    EXPECT_EQ(riskRows(risk, fixture.words)[0].note,
              QStringLiteral("Too few won deals to say what is usual."));
}

TEST(RiskView, SaysThatADealWasNotWeighed)
{
    const Fixture fixture;
    DealRiskView view(16);
    view.setStory({}, fixture.words);
    EXPECT_TRUE(view.rows()->rows().empty());
    EXPECT_TRUE(view.words().startsWith(QStringLiteral("Not weighed")));
}

TEST(RiskView, ToldOfADealHasFixAnomaliesEvidenceAndWhatIsFine)
{
    const Fixture fixture;
    DealRiskView view(16);
    view.setTaskKey(QStringLiteral("T"));
    bool anomaly = false;
    bool zombie = false;
    for (const domain::RiskRow &row : fixture.risks.deals) {
        const auto story = riskStory(fixture.risks, row.risk.deal);
        ASSERT_TRUE(story.risk);
        view.setStory(story, fixture.words);
        EXPECT_EQ(story.fix.has_value(), view.words().contains(QStringLiteral("Best fix: ")));
        EXPECT_EQ(story.zombie.has_value(), view.words().contains(QStringLiteral("Zombie: ")));
        EXPECT_EQ(!story.anomalies.empty(), view.words().contains(QStringLiteral("Anomaly: ")));
        anomaly = anomaly || !story.anomalies.empty();
        zombie = zombie || story.zombie;
    }
    EXPECT_TRUE(anomaly && zombie);
}

TEST(DealModel, SortsByRiskAndNamesTheTopWarningAsMeasured)
{
    Fixture fixture;
    DealModel deals;
    DealFilter shown(&deals);
    const QAbstractItemModelTester first(&deals,
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester second(&shown,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    deals.setReport(fixture.report, fixture.figures);
    const QSignalSpy resets(&shown, &QAbstractItemModel::modelReset);
    deals.setReport(fixture.report, fixture.figures, &fixture.risks);
    std::int64_t last = 100'001;
    for (int row = 0; row < shown.rowCount(); ++row) {
        const DealItem &item = shown.item(shown.index(row, 0));
        EXPECT_LE(*item.row.riskMilli, last);
        last = *item.row.riskMilli;
        EXPECT_TRUE(item.spoken.contains(QStringLiteral("risk ")));
    }
    const DealItem &top = shown.item(shown.index(0, 0));
    EXPECT_TRUE(top.hasWarning());
    EXPECT_NE(top.warningText, ui::text::RiskText::ruleName(*top.row.topRisk));
    EXPECT_EQ(resets.count(), 0);
}

TEST(DealFilter, HasScopesForRiskAndZombies)
{
    Fixture fixture;
    DealModel deals;
    DealFilter shown(&deals);
    deals.setReport(fixture.report, fixture.figures, &fixture.risks);
    shown.setScope(DealFilter::Scope::AtRisk, {});
    ASSERT_GT(shown.rowCount(), 0);
    for (int row = 0; row < shown.rowCount(); ++row)
        EXPECT_GE(*shown.item(shown.index(row, 0)).row.riskMilli, 50'000);
    shown.setScope(DealFilter::Scope::Zombies, {});
    EXPECT_EQ(shown.rowCount(), static_cast<int>(fixture.risks.zombies.size()));
}

TEST(DealNotices, TellFindingsOnceAndOpenTheirDeals)
{
    const Fixture fixture;
    DealNotices notices(QStringLiteral("Findings"));
    notices.setNotices(dealNotices(fixture.risks, fixture.words));
    ASSERT_EQ(notices.notices().size(), 2U);
    const DealNotice &finding = notices.notices()[0];
    EXPECT_TRUE(finding.words.startsWith(QStringLiteral("A pipeline problem: %1 of %2 open deals")
                                             .arg(fixture.risks.findings[0].deals.size())
                                             .arg(fixture.risks.findings[0].open)));
    EXPECT_FALSE(notices.notices()[1].deals.empty());
    QSignalSpy wanted(&notices, &DealNotices::dealsWanted);
    notices.setCurrentIndex(notices.model()->index(0, 0));
    QTest::keyClick(&notices, Qt::Key_Return);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0][1].value<std::vector<domain::DealId>>(), finding.deals);
    notices.setNotices({});
    EXPECT_TRUE(notices.isHidden());
}

TEST(DealNotices, ManyFindingsShareOneLineThatOpensAllTheirDeals)
{
    Fixture fixture;
    auto &findings = fixture.risks.findings;
    findings.push_back({domain::RiskRule::Stalled, 50, {{1}, {2}, {3}}, 0});
    EXPECT_EQ(dealNotices(fixture.risks, fixture.words).size(), 3U);
    findings.push_back({domain::RiskRule::Ghosted, 50, {{3}, {4}}, 0});
    const auto notices = dealNotices(fixture.risks, fixture.words);
    ASSERT_EQ(notices.size(), 2U);
    EXPECT_TRUE(notices[0].words.contains(QStringLiteral("Stalled in the stage 3, Ghosted 2")));
    std::set<domain::DealId> all{{1}, {2}, {3}, {4}};
    for (const domain::DealId deal : findings[0].deals)
        all.insert(deal);
    EXPECT_EQ(notices[0].deals.size(), all.size());
}

TEST(RiskView, TheCurrentFactorIsSaidInFull)
{
    const Fixture fixture;
    DealRiskView view(16);
    const auto story = riskStory(fixture.risks, fixture.risks.deals.front().risk.deal);
    view.setStory(story, fixture.words);
    auto *rows = view.findChild<WaterfallRows *>();
    rows->setCurrentIndex(rows->model()->index(1, 0));
    bool said = false;
    for (const QLabel *label : view.findChildren<QLabel *>())
        said = said || (!label->isHidden() && label->text() == rows->rows()[1].label +
                                                                   QStringLiteral(": ") +
                                                                   rows->rows()[1].note);
    EXPECT_TRUE(said);
}

TEST(DealTask, NamesTheBestFixAndListsWhatHolds)
{
    Fixture fixture;
    DealModel deals;
    deals.setReport(fixture.report, fixture.figures, &fixture.risks);
    const domain::RiskFix &fix = fixture.risks.fixes.front();
    const auto story = riskStory(fixture.risks, fix.deal);
    const auto request = taskFromDeal(*deals.find(fix.deal), story, fixture.figures);
    EXPECT_EQ(request.deals, std::vector{fix.deal});
    EXPECT_NE(request.subject.find(ui::text::RiskText::fixName(fix.kind).toStdString()),
              std::string::npos);
    EXPECT_NE(request.body.find("Risk "), std::string::npos);
    EXPECT_NE(request.body.find("limit "), std::string::npos);
}

TEST(WinRows, ShownLogOddsSumFromTheBaseToTheDeal)
{
    const Fixture fixture;
    const auto rows = winRows(test::sampleWin(), fixture.format);
    ASSERT_EQ(rows.size(), 11U); // base, eight parts, the rest, the deal
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
        sum += lastDigits(rows[i].shown);
    EXPECT_EQ(sum, lastDigits(rows.back().shown));
    EXPECT_EQ(rows[1].label, QStringLiteral("Time in the stage: 12\u00a0d"));
    EXPECT_EQ(rows[1].aside, QStringLiteral("×\u00a01.50"));
    EXPECT_EQ(rows[2].label, QStringLiteral("Industry: not known"));
    EXPECT_EQ(rows[9].label, QStringLiteral("3 more part(s)"));
}

TEST(WinView, SaysWhyAModelIsRefusedAndShowsTheBaseRate)
{
    const Fixture fixture;
    DealWinView view(16);
    domain::WinEstimate win = test::sampleWin();
    win.verdict = domain::ModelVerdict::NoSignal;
    win.ppm = 630'000;
    view.setWin(win, fixture.format);
    EXPECT_TRUE(view.rows()->rows().empty());
    EXPECT_TRUE(view.words().startsWith(
        QStringLiteral("No usable signal yet, showing the base rate: 63\u00a0%, 1,204 deal(s).")));
    view.setWin(test::sampleWin(), fixture.format);
    EXPECT_FALSE(view.rows()->rows().empty());
    EXPECT_TRUE(view.words().contains(QStringLiteral("700 won and 504 lost")));
    view.setWin(std::nullopt, fixture.format);
    EXPECT_TRUE(view.words().startsWith(QStringLiteral("Not learned yet.")));
}

TEST(DealWhy, IsThereForOpenDealsOnlyAndWorksWithoutAWinEstimate)
{
    Fixture fixture;
    domain::CardDetail detail;
    EXPECT_FALSE(DealWhy::hasAny(detail));
    detail.deal.emplace();
    detail.deal->row = fixture.report.deals.front();
    detail.risk = fixture.risks.deals.front().risk;
    EXPECT_TRUE(DealWhy::hasAny(detail));
    DealWhy why;
    why.setDetail(detail, fixture.format);
    EXPECT_FALSE(why.risk()->rows()->rows().empty());
    EXPECT_TRUE(why.win()->words().startsWith(QStringLiteral("Not learned yet.")));
    detail.deal->row.kind = domain::StageKind::Won;
    EXPECT_FALSE(DealWhy::hasAny(detail));
}
