#include "tests/ui/fake_cockpit.h"
#include "ui/pages/start_window.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace topline::pages {

namespace {

domain::ImportReport sampleReport()
{
    domain::ImportReport report;
    report.byKind["accounts"] = {1748, 1748, 0, 0, 0};
    report.byKind["contacts"] = {4212, 4150, 1, 0, 61};
    report.byKind["deals"] = {318, 318, 0, 0, 0};
    report.mapping = "hubspot";
    report.rejects.push_back(
        {{"contacts.csv", 17, 4, "Email"}, "This is not a mail address.", "Ana,Prokop,@@"});
    return report;
}

struct Fixture {
    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    QTemporaryDir folder;
    std::optional<base::Error> openFailure;
    ImportPanel panel{[this]() -> base::Result<bridge::Bridge *> {
                          if (openFailure)
                              return *openFailure;
                          return &bridge;
                      },
                      {{QStringLiteral("hubspot"), QStringLiteral("HubSpot export")}}};

    Fixture()
    {
        cockpit.importReport = sampleReport();
        panel.resize(900, 800);
        panel.show();
    }

    look::Button *button(const char *text) const
    {
        for (look::Button *candidate : panel.findChildren<look::Button *>()) {
            if (candidate->text() == QString::fromLatin1(text))
                return candidate;
        }
        return nullptr;
    }

    void press(const char *text) const
    {
        look::Button *wanted = button(text);
        ASSERT_NE(wanted, nullptr) << text;
        ASSERT_TRUE(wanted->isEnabled()) << text;
        QTest::keyClick(wanted, Qt::Key_Return);
        QApplication::processEvents();
    }

    bool says(const QString &text) const
    {
        for (const QLabel *label : panel.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
};

} // namespace

TEST(ImportPanel, GoesThroughDryRunToImport)
{
    Fixture f;
    int finished = 0;
    QObject::connect(&f.panel, &ImportPanel::finished, [&finished] { ++finished; });
    EXPECT_FALSE(f.button("Next")->isEnabled());
    f.panel.setPaths({f.folder.path()});
    f.press("Next");
    f.press("Dry run");
    ASSERT_EQ(f.cockpit.imports.size(), 1U);
    EXPECT_TRUE(f.cockpit.imports[0].dryRun);
    EXPECT_EQ(f.cockpit.imports[0].paths, std::vector<std::string>{f.folder.path().toStdString()});
    EXPECT_TRUE(f.says(QStringLiteral("1,748 companies, 4,151 contacts, 318 deals")));
    f.press("Import");
    ASSERT_EQ(f.cockpit.imports.size(), 2U);
    EXPECT_FALSE(f.cockpit.imports[1].dryRun);
    f.press("Open the feed");
    EXPECT_EQ(finished, 1);
}

TEST(ImportPanel, TellsAFailureAndLetsTheStepBeTriedAgain)
{
    Fixture f;
    f.panel.setPaths({QStringLiteral("/nowhere")});
    f.press("Next");
    f.cockpit.failNext = base::Error{base::ErrorCode::NotFound, "There is no such folder."};
    f.press("Dry run");
    EXPECT_TRUE(f.says(QStringLiteral("There is no such folder.")));
    f.press("Back");
    f.press("Dry run");
    EXPECT_EQ(f.cockpit.imports.size(), 2U);
}

TEST(ImportPanel, AWorkspaceThatCannotBeMadeIsToldAtOnce)
{
    Fixture f;
    f.openFailure = base::Error{base::ErrorCode::ReadOnly, "The folder cannot be written to."};
    f.panel.setPaths({f.folder.path()});
    f.press("Next");
    f.press("Dry run");
    EXPECT_TRUE(f.says(QStringLiteral("The folder cannot be written to.")));
    EXPECT_TRUE(f.cockpit.imports.empty());
}

namespace {

// Holds the import open, as a long one would be.
class SlowCockpit final : public test::FakeCockpit {
public:
    domain::ProgressCallback tell;
    engine::Answer<domain::ImportReport> give;

    void importFiles(engine::ImportRequest, domain::ProgressCallback progress,
                     engine::Answer<domain::ImportReport> answer) override
    {
        tell = std::move(progress);
        give = std::move(answer);
    }
};

} // namespace

TEST(ImportRun, CancelStopsTheEngineAtItsNextProgress)
{
    SlowCockpit cockpit;
    bridge::Bridge bridge(cockpit);
    ImportRun run(bridge);
    std::int64_t rows = 0;
    QObject::connect(&run, &ImportRun::progressed,
                     [&rows](const domain::ImportProgress &progress) { rows = progress.rows; });
    run.start({});
    domain::ImportProgress progress;
    progress.rows = 500;
    EXPECT_TRUE(cockpit.tell(progress));
    QApplication::processEvents();
    EXPECT_EQ(rows, 500);
    EXPECT_TRUE(run.isRunning());
    run.cancel();
    EXPECT_FALSE(cockpit.tell(progress));
    cockpit.give(domain::ImportReport{});
    QApplication::processEvents();
    EXPECT_FALSE(run.isRunning());
}

TEST(ImportRun, AnEngineThatGoesOnAfterThePanelIsGoneIsToldToStop)
{
    SlowCockpit cockpit;
    bridge::Bridge bridge(cockpit);
    {
        ImportRun run(bridge);
        run.start({});
    }
    EXPECT_FALSE(cockpit.tell({}));
    cockpit.give(domain::ImportReport{});
    QApplication::processEvents();
}

TEST(ImportProgressText, SaysCountsRateAndTimeLeftOnlyWhenKnown)
{
    const QLocale locale(QLocale::English, QLocale::UnitedStates);
    domain::ImportProgress progress;
    progress.rows = 12'400;
    EXPECT_EQ(progressText(progress, locale), QStringLiteral("12,400 rows"));
    progress.elapsedMs = 2'000;
    EXPECT_EQ(progressText(progress, locale), QStringLiteral("12,400 rows, 6,200 per second"));
    progress.bytesRead = 25;
    progress.bytesTotal = 100;
    EXPECT_EQ(progressText(progress, locale),
              QStringLiteral("12,400 rows, 6,200 per second, 6 s left"));
    EXPECT_DOUBLE_EQ(*progressShare(progress), 0.25);
}

TEST(ImportReport, TheSumRowAddsUpAndRefusedRowsNameTheirPlace)
{
    CountsModel counts;
    counts.setReport(sampleReport());
    const int last = counts.rowCount() - 1;
    EXPECT_EQ(counts.index(last, 1).data().toString(), QStringLiteral("6,278"));
    EXPECT_EQ(counts.index(last, 5).data().toString(), QStringLiteral("61"));
    EXPECT_EQ(counts.index(0, 0).data().toString(), QStringLiteral("Companies"));
    RejectsModel rejects;
    rejects.setReport(sampleReport());
    EXPECT_EQ(rejects.index(0, 0).data().toString(), QStringLiteral("contacts.csv:17:4"));
}

TEST(StartWindow, KeysChooseAndEnterOpensTheDemo)
{
    StartWindow window(
        QStringLiteral("/home/maya/Kestrel.topline"),
        []() -> base::Result<bridge::Bridge *> {
            return base::Error{base::ErrorCode::Io, "not asked for"};
        },
        [](const QUrl &) { return false; }, {});
    window.show();
    EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
    int demo = 0;
    QObject::connect(&window, &StartWindow::demoWanted, [&demo] { ++demo; });
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    EXPECT_TRUE(window.findChild<ImportPanel *>()->isVisible());
    const auto isChecked = [&window](const char *text) {
        for (const ChoiceCard *card : window.findChildren<ChoiceCard *>()) {
            if (card->text() == QLatin1String(text))
                return card->isChecked();
        }
        return false;
    };
    EXPECT_FALSE(isChecked("Try the demo company"));
    EXPECT_TRUE(isChecked("Import CSV"));
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    EXPECT_EQ(demo, 1);
}

} // namespace topline::pages
