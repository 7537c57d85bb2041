#include "core/metrics/pipeline.h"
#include "core/metrics/velocity_report.h"
#include "tests/ui/fake_cockpit.h"
#include "tests/ui/sample_forecast.h"
#include "tests/ui/sample_reports.h"
#include "tests/ui/sample_risks.h"
#include "ui/charts/chart_view.h"
#include "ui/look/button.h"
#include "ui/pages/funnel_view.h"
#include "ui/pages/kpi_tile.h"
#include "ui/pages/next_step_edit.h"
#include "ui/pages/pipeline_page.h"
#include "ui/pages/velocity_page.h"
#include "ui/pages/waterfall.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <gtest/gtest.h>
#include <memory>

using namespace topline;

namespace {

template <typename Made> shell::PageEntry entryOf(const char *id, const char *key, look::Icon icon)
{
    QString title = QString::fromLatin1(id);
    title[0] = title[0].toUpper();
    return {QString::fromLatin1(id),
            title,
            icon,
            QString::fromLatin1(key),
            [](const shell::PageContext &context) -> shell::Page * { return new Made(context); },
            {}};
}

struct Fixture {
    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    look::Theme theme{look::SchemeChoice::Light};
    std::unique_ptr<shell::MainWindow> window;

    explicit Fixture(const char *page, const QSize &size = {1440, 900})
    {
        QSettings().clear();
        const auto input = test::sampleCompany();
        cockpit.clock = input.now;
        cockpit.pipeline = metrics::pipelineReport(input);
        cockpit.risk = test::sampleRisks(cockpit.pipeline);
        cockpit.forecast = test::sampleForecast();
        cockpit.velocity = metrics::velocityReport(input);
        cockpit.detail = test::sampleDealDetail(cockpit.pipeline);
        cockpit.detail.risk = cockpit.risk.deals.front().risk;
        cockpit.detail.win = test::sampleWin();
        cockpit.owners = input.owners;
        cockpit.workspace.sourceTitle = "Demo company";
        cockpit.workspace.userName = "Maya Okafor";
        cockpit.workspace.nowMs = input.now;
        cockpit.workspace.lastSyncMs = input.now - 2 * base::minuteMs;
        window = std::make_unique<shell::MainWindow>(
            bridge, theme,
            std::vector{
                entryOf<pages::PipelinePage>("pipeline", "P", look::Icon::BarChart),
                entryOf<pages::VelocityPage>("velocity", "V", look::Icon::Gauge),
            });
        window->restoreState();
        window->resize(size);
        window->show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(window.get()));
        bridge.start();
        window->showPage(QString::fromLatin1(page));
        settle();
    }

    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QApplication::processEvents();
    }

    void press(int key) const
    {
        QTest::keyClick(window->focusWidget(), static_cast<Qt::Key>(key));
        settle();
    }

    QList<pages::KpiTile *> tiles() const { return window->findChildren<pages::KpiTile *>(); }

    pages::RowList *list(const char *name) const
    {
        for (auto *list : window->findChildren<pages::RowList *>()) {
            if (list->accessibleName() == QLatin1String(name) && list->isVisible())
                return list;
        }
        ADD_FAILURE() << "no list " << name;
        return nullptr;
    }

    int questions(const char *name) const
    {
        return static_cast<int>(std::count(cockpit.called.begin(), cockpit.called.end(), name));
    }
};

} // namespace

TEST(PipelinePage, EnterOnATileShowsItsRowsAndEscapeAllAgain)
{
    const Fixture fixture("pipeline");
    auto *deals = fixture.list("Deals");
    const auto open = static_cast<int>(fixture.cockpit.pipeline.deals.size());
    EXPECT_EQ(deals->model()->rowCount(), open);
    pages::KpiTile *risk = fixture.tiles().last();
    risk->setFocus();
    fixture.press(Qt::Key_Return);
    EXPECT_EQ(deals->model()->rowCount(), static_cast<int>(risk->figure().deals.size()));
    EXPECT_TRUE(risk->isChecked());
    fixture.press(Qt::Key_Escape);
    EXPECT_EQ(deals->model()->rowCount(), open);
    EXPECT_FALSE(risk->isChecked());
}

TEST(PipelinePage, EveryTileOpensIntoAllItsRows)
{
    const Fixture fixture("pipeline");
    ASSERT_EQ(fixture.tiles().size(), 6);
    for (pages::KpiTile *tile : fixture.tiles()) {
        tile->click();
        EXPECT_EQ(fixture.list("Deals")->model()->rowCount(),
                  static_cast<int>(tile->figure().deals.size()))
            << tile->text().toStdString();
    }
}

TEST(PipelinePage, TMakesATaskFromTheTileOrFromTheDeal)
{
    Fixture fixture("pipeline");
    fixture.tiles().last()->setFocus();
    fixture.press(Qt::Key_T);
    ASSERT_EQ(fixture.cockpit.tasks.size(), 1U);
    EXPECT_NE(fixture.cockpit.tasks[0].subject.find("At risk"), std::string::npos);
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_J);
    fixture.press(Qt::Key_T);
    ASSERT_EQ(fixture.cockpit.tasks.size(), 2U);
    EXPECT_EQ(fixture.cockpit.tasks[1].deals.size(), 1U);
}

TEST(PipelinePage, AStageOpensItsDeals)
{
    const Fixture fixture("pipeline");
    auto *stages = fixture.list("Funnel");
    stages->setFocus();
    stages->setCurrentIndex(stages->model()->index(1, 0));
    fixture.press(Qt::Key_Return);
    EXPECT_EQ(fixture.list("Deals")->model()->rowCount(),
              static_cast<int>(fixture.cockpit.pipeline.funnel[1].open));
}

TEST(PipelinePage, EnterOnADealOpensTheInspectorWithIt)
{
    const Fixture fixture("pipeline");
    EXPECT_EQ(fixture.questions("deal"), 0);
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_Return);
    EXPECT_GE(fixture.questions("deal"), 1);
    EXPECT_NE(fixture.list("Risk of the deal"), nullptr);
}

TEST(PipelinePage, WOpensTheDealAndThenGoesThroughRiskWinTimelineAndPlan)
{
    const Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_W);
    EXPECT_NE(fixture.list("Risk of the deal"), nullptr);
    fixture.press(Qt::Key_W);
    fixture.press(Qt::Key_W);
    EXPECT_NE(fixture.list("Timeline"), nullptr);
    fixture.press(Qt::Key_W); // the plan
    fixture.press(Qt::Key_W);
    EXPECT_NE(fixture.list("Risk of the deal"), nullptr);
}

TEST(PipelinePage, AFindingFiltersTheDealsByKeys)
{
    const Fixture fixture("pipeline");
    auto *notices = fixture.list("Findings and alerts");
    notices->setFocus();
    fixture.press(Qt::Key_Return);
    EXPECT_EQ(fixture.list("Deals")->model()->rowCount(),
              static_cast<int>(fixture.cockpit.risk.findings[0].deals.size()));
}

TEST(PipelinePage, FShowsTheForecastAndAsksForItOnce)
{
    const Fixture fixture("pipeline");
    EXPECT_EQ(fixture.questions("forecast"), 0);
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    EXPECT_EQ(fixture.questions("forecast"), 1);
    auto *deals = fixture.list("Deals of the forecast");
    EXPECT_TRUE(deals->hasFocus());
    EXPECT_EQ(deals->model()->rowCount(), static_cast<int>(fixture.cockpit.forecast.deals.size()));
    fixture.press(Qt::Key_F);
    EXPECT_TRUE(fixture.list("Deals")->hasFocus());
    fixture.press(Qt::Key_F);
    EXPECT_EQ(fixture.questions("forecast"), 1);
    fixture.press(Qt::Key_S);
    EXPECT_EQ(fixture.questions("forecast"), 2);
}

TEST(PipelinePage, DigitsCallTheCurrentDealAndARefusalIsTold)
{
    Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_1);
    EXPECT_TRUE(fixture.cockpit.calls.empty()) << "only in the forecast";
    fixture.press(Qt::Key_F);
    fixture.press(Qt::Key_J);
    fixture.press(Qt::Key_1);
    ASSERT_EQ(fixture.cockpit.calls.size(), 1U);
    EXPECT_EQ(fixture.cockpit.calls[0].category, domain::ForecastCategory::Commit);
    EXPECT_TRUE(fixture.cockpit.calls[0].deal.isSet());
    EXPECT_EQ(fixture.questions("forecast"), 2);
    fixture.press(Qt::Key_0);
    ASSERT_EQ(fixture.cockpit.calls.size(), 2U);
    EXPECT_FALSE(fixture.cockpit.calls[1].category);
    const QSignalSpy failed(&fixture.bridge, &bridge::Bridge::failed);
    fixture.cockpit.failNext = base::Error{base::ErrorCode::Refused, "closed"};
    fixture.press(Qt::Key_4);
    EXPECT_EQ(failed.count(), 1);
    EXPECT_EQ(fixture.questions("forecast"), 3) << "nothing changed";
}

TEST(PipelinePage, COpensAMenuThatCallsTheDeal)
{
    Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    fixture.press(Qt::Key_C);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_2);
    Fixture::settle();
    ASSERT_EQ(fixture.cockpit.calls.size(), 1U);
    EXPECT_EQ(fixture.cockpit.calls[0].category, domain::ForecastCategory::Best);
}

TEST(PipelinePage, CategoriesOpenTheirDealsAndEscapeShowsAllAgain)
{
    const Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    auto *categories = fixture.list("Categories");
    categories->setFocus();
    const int commit = categories->model()->rowCount() > 3 ? 1 : 0;
    categories->setCurrentIndex(categories->model()->index(commit, 0));
    fixture.press(Qt::Key_Return);
    auto *deals = fixture.list("Deals of the forecast");
    EXPECT_LT(deals->model()->rowCount(), static_cast<int>(fixture.cockpit.forecast.deals.size()));
    fixture.press(Qt::Key_Escape);
    EXPECT_EQ(deals->model()->rowCount(), static_cast<int>(fixture.cockpit.forecast.deals.size()));
}

TEST(PipelinePage, TheTrackRecordIsReachedByAKey)
{
    const Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    fixture.press(Qt::Key_R);
    EXPECT_TRUE(fixture.list("Back-test")->hasFocus());
    fixture.press(Qt::Key_R);
    EXPECT_TRUE(fixture.list("Deals of the forecast")->hasFocus());
}

TEST(PipelinePage, CtrlCCopiesTheChartOfTheForecast)
{
    const Fixture fixture("pipeline");
    QApplication::clipboard()->clear();
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    QTest::keyClick(fixture.window->focusWidget(), Qt::Key_C, Qt::ControlModifier);
    Fixture::settle();
    EXPECT_FALSE(QApplication::clipboard()->pixmap().isNull());
}

TEST(PipelinePage, ALateForecastForAnotherSpanIsDropped)
{
    Fixture fixture("pipeline");
    fixture.list("Deals")->setFocus();
    fixture.press(Qt::Key_F);
    fixture.cockpit.holdForecasts = true;
    fixture.press(Qt::Key_S);
    fixture.press(Qt::Key_S);
    ASSERT_EQ(fixture.cockpit.heldForecasts.size(), 2U);
    fixture.cockpit.heldForecasts[1](domain::ForecastReport());
    Fixture::settle();
    EXPECT_EQ(fixture.list("Deals of the forecast")->model()->rowCount(), 0);
    fixture.cockpit.heldForecasts[0](fixture.cockpit.forecast);
    Fixture::settle();
    EXPECT_EQ(fixture.list("Deals of the forecast")->model()->rowCount(), 0);
}

TEST(PipelinePage, ARiskReportThatFailsIsToldAndThePageStays)
{
    Fixture fixture("pipeline");
    const QSignalSpy failed(&fixture.bridge, &bridge::Bridge::failed);
    fixture.cockpit.failNext = base::Error{base::ErrorCode::Busy, "no"};
    fixture.cockpit.observer.onRecords({});
    Fixture::settle();
    EXPECT_EQ(failed.count(), 1);
    EXPECT_GT(fixture.list("Deals")->model()->rowCount(), 0);
}

TEST(PipelinePage, ChangedRecordsAreAskedForAgainAndTheCurrentRowStays)
{
    Fixture fixture("pipeline");
    auto *deals = fixture.list("Deals");
    deals->setCurrentIndex(deals->model()->index(7, 0));
    const QString before = deals->currentIndex().data().toString();
    const QSignalSpy resets(deals->model(), &QAbstractItemModel::modelReset);
    fixture.cockpit.pipeline.deals.erase(fixture.cockpit.pipeline.deals.begin(),
                                         fixture.cockpit.pipeline.deals.begin() + 2);
    fixture.cockpit.observer.onRecords({});
    Fixture::settle();
    EXPECT_EQ(fixture.questions("pipeline"), 2);
    EXPECT_EQ(deals->currentIndex().data().toString(), before);
    EXPECT_EQ(resets.count(), 0);
}

TEST(PipelinePage, APageBehindAnotherAsksOnlyWhenItComesBack)
{
    Fixture fixture("pipeline");
    fixture.window->showPage(QStringLiteral("velocity"));
    Fixture::settle();
    fixture.cockpit.observer.onRecords({});
    Fixture::settle();
    EXPECT_EQ(fixture.questions("pipeline"), 1);
    fixture.window->showPage(QStringLiteral("pipeline"));
    Fixture::settle();
    EXPECT_EQ(fixture.questions("pipeline"), 2);
}

TEST(PipelinePage, TheNextStepIsChangedInPlaceByKeys)
{
    Fixture fixture("pipeline");
    auto *deals = fixture.list("Deals");
    deals->setFocus();
    fixture.press(Qt::Key_E);
    auto *edit = fixture.window->findChild<pages::NextStepEdit *>();
    ASSERT_TRUE(edit->isVisible());
    ASSERT_EQ(QApplication::focusWidget(), edit->input());
    QTest::keyClicks(edit->input(), QStringLiteral("Call legal on Friday"));
    fixture.press(Qt::Key_Return);
    ASSERT_EQ(fixture.cockpit.edits.size(), 1U);
    EXPECT_TRUE(fixture.cockpit.edits[0].deal.isSet());
    EXPECT_EQ(fixture.cockpit.edits[0].values.at("nextStep"), "Call legal on Friday");
    EXPECT_FALSE(edit->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), deals);
    fixture.press(Qt::Key_E);
    QTest::keyClicks(edit->input(), QStringLiteral("something else"));
    fixture.press(Qt::Key_Escape);
    EXPECT_EQ(fixture.cockpit.edits.size(), 1U);
    EXPECT_EQ(QApplication::focusWidget(), deals);
}

TEST(PipelinePage, AnEmptyWorkspaceSaysSo)
{
    Fixture fixture("pipeline");
    fixture.cockpit.pipeline = metrics::pipelineReport({});
    fixture.cockpit.pipeline.asOfMs = fixture.cockpit.clock;
    fixture.cockpit.observer.onRecords({});
    Fixture::settle();
    EXPECT_EQ(fixture.list("Deals")->model()->rowCount(), 0);
    EXPECT_TRUE(fixture.tiles()[3]->accessibleName().contains(QStringLiteral("none closed yet")));
}

TEST(VelocityPage, ALeverOpensItsDealsOnThePipelinePage)
{
    const Fixture fixture("velocity");
    auto *rows = fixture.window->findChild<pages::Waterfall *>();
    ASSERT_EQ(rows->items().size(), 6U);
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(1, 0));
    const auto lever = static_cast<std::size_t>(*rows->items()[1].lever);
    fixture.press(Qt::Key_Return);
    EXPECT_EQ(fixture.window->currentPage(), QStringLiteral("pipeline"));
    EXPECT_EQ(fixture.list("Deals")->model()->rowCount(),
              static_cast<int>(fixture.cockpit.velocity.leverDeals[lever].size()));
}

TEST(VelocityPage, TMakesATaskFromTheWeakestLever)
{
    Fixture fixture("velocity");
    fixture.window->findChild<pages::Waterfall *>()->setFocus();
    fixture.press(Qt::Key_T);
    ASSERT_EQ(fixture.cockpit.tasks.size(), 1U);
    EXPECT_NE(fixture.cockpit.tasks[0].subject.find("lever"), std::string::npos);
}

TEST(VelocityPage, WithoutAnIndexTheChartSaysWhatIsMissing)
{
    Fixture fixture("velocity");
    fixture.cockpit.velocity = metrics::velocityReport({});
    fixture.cockpit.observer.onRecords({});
    Fixture::settle();
    bool said = false;
    for (auto *chart : fixture.window->findChildren<charts::ChartView *>())
        said = said || chart->accessibleDescription().contains(QStringLiteral("No index yet"));
    EXPECT_TRUE(said);
}

// Both pages in both schemes and at both ends of the sizes; saved where TOPLINE_SHOTS says.
TEST(ManagerPages, RenderInBothSchemesAndSizes)
{
    const QString folder = qEnvironmentVariable("TOPLINE_SHOTS");
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 700)}) {
        for (const char *page : {"pipeline", "velocity"}) {
            Fixture fixture(page, size);
            QImage seen[2];
            for (const auto scheme : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
                const bool dark = scheme == look::SchemeChoice::Dark;
                fixture.theme.setChoice(scheme);
                fixture.theme.apply();
                Fixture::settle();
                seen[dark ? 1 : 0] = fixture.window->grab().toImage();
                if (!folder.isEmpty())
                    seen[dark ? 1 : 0].save(
                        QStringLiteral("%1/%2-%3-%4.png")
                            .arg(folder, QLatin1String(page),
                                 dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                 QString::number(size.width())));
            }
            EXPECT_FALSE(seen[0].isNull());
            EXPECT_NE(seen[0], seen[1]);
        }
    }
    look::Theme(look::SchemeChoice::Light).apply();
}

// Forecast, track record and the deal inspector, likewise.
TEST(ManagerPages, TheForecastAndTheInspectorRender)
{
    const QString folder = qEnvironmentVariable("TOPLINE_SHOTS");
    const std::pair<const char *, std::vector<Qt::Key>> states[] = {
        {"forecast", {Qt::Key_F}},
        {"record", {Qt::Key_F, Qt::Key_R}},
        {"risk", {Qt::Key_W}},
        {"win", {Qt::Key_W, Qt::Key_W}},
    };
    for (const QSize &size : {QSize(1440, 900), QSize(1024, 700)}) {
        for (const auto &[name, keys] : states) {
            Fixture fixture("pipeline", size);
            fixture.list("Deals")->setFocus();
            for (const Qt::Key key : keys)
                fixture.press(key);
            for (const auto scheme : {look::SchemeChoice::Light, look::SchemeChoice::Dark}) {
                fixture.theme.setChoice(scheme);
                fixture.theme.apply();
                Fixture::settle();
                const QImage seen = fixture.window->grab().toImage();
                EXPECT_FALSE(seen.isNull());
                if (!folder.isEmpty())
                    seen.save(QStringLiteral("%1/%2-%3-%4.png")
                                  .arg(folder, QLatin1String(name),
                                       scheme == look::SchemeChoice::Dark ? QStringLiteral("dark")
                                                                          : QStringLiteral("light"),
                                       QString::number(size.width())));
            }
        }
    }
    look::Theme(look::SchemeChoice::Light).apply();
}
