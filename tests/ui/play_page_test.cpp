#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/pages/play_editor.h"
#include "ui/pages/play_page.h"
#include "ui/pages/row_list.h"
#include "ui/text/line_diff.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>

using namespace topline;
using namespace topline::pages;
using ui::text::DiffKind;
using ui::text::lineDiff;

namespace {

domain::PlayStep step(domain::ActionKind kind, const char *subject, std::int64_t day)
{
    domain::PlayStep out;
    out.kind = kind;
    out.subject = subject;
    out.day = day;
    return out;
}

struct PlaysWindow : test::WindowFixture {
    explicit PlaysWindow(const QSize &size = {1440, 900})
    {
        auto &view = cockpit.book.view;
        for (const char *id : {"pricing-revisit", "surge", "silence"}) {
            auto &row = view.rows.emplace_back();
            row.play.id = id;
            row.play.name = std::string("Play ") + id;
            row.play.goal = "Offer help with the price while it is being weighed";
            row.play.version = 2;
            row.play.triggers = {domain::SignalType::PricingRevisit};
            row.play.steps = {step(domain::ActionKind::Email, "A word on pricing", 0),
                              step(domain::ActionKind::Call, "Call the buyer", 2),
                              step(domain::ActionKind::Email, "When it suits you", 6)};
            row.play.steps[1].when = domain::StepWhen::NoReply;
            row.play.steps[1].elseStep = 3;
            row.play.rules = {{"Offer a talk"}, {"email"}, {"Offer a discount"}, "owner"};
            row.figures.hits = 41;
            row.figures.proposed = 24;
            row.figures.accepted = 18;
            row.figures.dismissed = 3;
            row.figures.open = 3;
            row.figures.executed = 12;
            row.figures.autoExecuted = 3;
            row.figures.runs = 1;
            auto &history = cockpit.book.histories[id];
            history.state.playId = id;
            history.state.version = 2;
            for (const int number : {2, 1}) {
                auto &version = history.versions.emplace_back();
                version.playId = id;
                version.version = number;
                version.atMs = cockpit.clock - number * base::dayMs;
                version.yaml = std::string("id: ") + id + "\nversion: " + std::to_string(number) +
                               "\nname: Play\nsla: " + std::to_string(number) + " h\n";
            }
        }
        view.rows[2].play.isOn = false;
        auto &run = view.runs.emplace_back();
        run.run.id = base::Uuid::named("run", "1");
        run.run.playId = "pricing-revisit";
        run.run.stepNo = 1;
        run.run.dueMs = cockpit.clock + base::dayMs;
        run.steps = 3;
        run.contactName = "Dana Reyes";
        run.accountName = "Northwind";
        auto &trial = cockpit.book.trial;
        trial.created = 41;
        trial.suppressed = 17;
        trial.suppressedBy[domain::ReasonCode::PlayCooldown] = 17;
        trial.accounts = 120;
        trial.minutes = 164;
        auto &hit = trial.newest.emplace_back();
        hit.atMs = cockpit.clock - base::hourMs;
        hit.accountName = "Northwind";
        hit.whyNow = hit.decided = {domain::ReasonCode::Proposed, {}};
        start("plays");
        window->resize(size);
        settle();
    }

    PlayPage *page() const { return window->findChild<PlayPage *>(); }

    PlayPane *pane() const { return page()->pane(); }

    test::FakePlays &book() { return cockpit.book; }

    bool says(const char *text) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
                return true;
        }
        return false;
    }

    void type(const char *text)
    {
        pane()->setView(PlayPane::View::Text);
        pane()->editor()->setFocus();
        pane()->editor()->moveCursor(QTextCursor::End);
        QTest::keyClicks(pane()->editor(), QLatin1String(text));
        const int asked = book().count("check");
        EXPECT_TRUE(QTest::qWaitFor([&] { return book().count("check") > asked; }));
        settle();
    }

    QDialog *question() const
    {
        for (QDialog *dialog : window->findChildren<QDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
};

} // namespace

TEST(LineDiff, TellsWhatWasTakenOutAndPutIn)
{
    const auto diff = lineDiff(QStringLiteral("a\nb\nc\n"), QStringLiteral("a\nx\nc\nd\n"));
    const std::vector<ui::text::DiffLine> wanted = {{DiffKind::Same, QStringLiteral("a")},
                                                    {DiffKind::Out, QStringLiteral("b")},
                                                    {DiffKind::In, QStringLiteral("x")},
                                                    {DiffKind::Same, QStringLiteral("c")},
                                                    {DiffKind::In, QStringLiteral("d")}};
    EXPECT_EQ(diff, wanted);
    EXPECT_TRUE(lineDiff({}, {}).empty());
    const QString large(QStringLiteral("x\n").repeated(3'000));
    EXPECT_EQ(lineDiff(large, large).size(), 6'000u);
}

TEST(PlayPage, ShowsThePlaysAndTheCadenceOfTheFirst)
{
    PlaysWindow w;
    EXPECT_EQ(w.page()->list()->model()->rowCount(), 3);
    EXPECT_TRUE(w.says("18 of 24 accepted"));
    EXPECT_TRUE(w.says("25\u00a0% of 12 carried out by itself"));
    EXPECT_TRUE(w.says("Lift: not enough yet"));
    EXPECT_TRUE(w.says("Must not: Offer a discount"));
    w.picture("plays");
    w.press(Qt::Key_J);
    EXPECT_EQ(w.page()->list()->currentIndex().row(), 1);
    EXPECT_EQ(w.book().count("history surge"), 1);
}

TEST(PlayPage, ChecksTheTextAsItIsWrittenAndSavesOnlyASoundOne)
{
    PlaysWindow w;
    EXPECT_FALSE(w.pane()->isChanged());
    w.book().fault = base::Error{.code = base::ErrorCode::InvalidInput,
                                 .message = "There is no such key.",
                                 .place = base::Place{"", 5, 1, "x"}};
    w.type("x: 1");
    EXPECT_TRUE(w.pane()->isChanged());
    EXPECT_FALSE(w.pane()->canSave());
    EXPECT_EQ(w.pane()->editor()->extraSelections().size(), 1);
    EXPECT_EQ(w.pane()->editor()->extraSelections().first().cursor.selectedText(),
              QStringLiteral("x: 1"));
    w.picture("plays-fault");
    w.book().fault.reset();
    w.type("2");
    EXPECT_TRUE(w.pane()->editor()->extraSelections().isEmpty());
    EXPECT_TRUE(w.pane()->canSave());
    w.pane()->save();
    w.settle();
    ASSERT_NE(w.question(), nullptr); // cards are open: it asks
    EXPECT_EQ(w.book().count("save"), 0);
    w.question()->findChild<QCheckBox *>()->setChecked(true);
    w.question()->accept();
    w.settle();
    EXPECT_EQ(w.book().count("save"), 1);
    EXPECT_EQ(w.book().cards, domain::OpenCards::ProposeAnew);
    EXPECT_NE(w.book().text.find("x: 12"), std::string::npos);
}

TEST(PlayPage, ATextUnderWayOutlivesAReloadAndIsNotThrownAwayUnasked)
{
    PlaysWindow w;
    w.type("# mine");
    w.cockpit.observer.onRecords({});
    EXPECT_TRUE(QTest::qWaitFor([&] { return w.book().count("plays") > 1; }));
    w.settle();
    EXPECT_TRUE(w.pane()->editor()->toPlainText().endsWith(QStringLiteral("# mine")));
    w.page()->list()->setCurrentIndex(w.page()->list()->model()->index(1, 0));
    w.settle();
    ASSERT_NE(w.question(), nullptr);
    w.question()->reject();
    w.settle();
    EXPECT_EQ(w.page()->list()->currentIndex().row(), 0);
    EXPECT_TRUE(w.pane()->isChanged());
}

TEST(PlayPage, DryRunTellsWhatItWouldHaveDoneAndCanBeCancelled)
{
    PlaysWindow w;
    w.book().holdsTrials = true;
    w.page()->list()->setFocus();
    w.press(Qt::Key_T);
    EXPECT_EQ(w.book().count("dry run 30"), 1);
    ASSERT_EQ(w.book().cancelled.size(), 1u);
    EXPECT_FALSE(w.book().cancelled[0]());
    Q_EMIT w.pane()->trial()->cancelWanted();
    EXPECT_TRUE(w.book().cancelled[0]());
    w.book().heldTrials[0](base::Error{base::ErrorCode::Cancelled, "stopped"});
    w.settle();
    w.book().holdsTrials = false;
    w.pane()->dryRun();
    w.settle();
    EXPECT_TRUE(w.says("Would have created 41 action(s), suppressed 17"));
    w.picture("plays-trial");
}

TEST(PlayPage, GoesBackSwitchesAndStopsRuns)
{
    PlaysWindow w;
    w.pane()->setView(PlayPane::View::History);
    w.settle();
    EXPECT_TRUE(w.pane()->history()->diff()->toPlainText().contains(QStringLiteral("+ sla: 2 h")));
    w.picture("plays-history");
    Q_EMIT w.pane()->history()->goBackWanted(1);
    w.settle();
    ASSERT_NE(w.question(), nullptr);
    w.question()->accept();
    w.settle();
    EXPECT_EQ(w.book().count("go back pricing-revisit 1"), 1);
    w.window->activateWindow();
    w.settle();
    w.page()->list()->setFocus();
    w.press(Qt::Key_O);
    EXPECT_EQ(w.book().count("off pricing-revisit"), 1);
    w.pane()->setView(PlayPane::View::Runs);
    w.settle();
    w.picture("plays-runs");
    Q_EMIT w.pane()->runs()->stopWanted(
        QString::fromStdString(base::Uuid::named("run", "1").text()));
    EXPECT_EQ(w.book().count("stop " + base::Uuid::named("run", "1").text()), 1);
}

TEST(PlayPage, FitsASmallWindow)
{
    PlaysWindow w({1024, 700});
    for (const auto view : {PlayPane::View::Cadence, PlayPane::View::Text, PlayPane::View::Trial,
                            PlayPane::View::History, PlayPane::View::Runs}) {
        w.pane()->setView(view);
        w.settle();
        EXPECT_LE(w.window->width(), 1024);
        EXPECT_GE(w.pane()->width(), 500);
    }
    w.pane()->setView(PlayPane::View::Cadence);
    w.settle();
    w.picture("plays-small");
}

TEST(PlayPage, EveryControlHasAName)
{
    PlaysWindow w;
    for (const auto view : {PlayPane::View::Cadence, PlayPane::View::Text, PlayPane::View::Trial,
                            PlayPane::View::History, PlayPane::View::Runs}) {
        w.pane()->setView(view);
        w.settle();
        for (const QWidget *widget : w.pane()->findChildren<QWidget *>()) {
            const bool takesKeys =
                widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0;
            const auto *const button = qobject_cast<const QAbstractButton *>(widget);
            if (takesKeys) {
                EXPECT_FALSE(widget->accessibleName().isEmpty() &&
                             (button == nullptr || button->text().isEmpty()))
                    << widget->metaObject()->className();
            }
        }
    }
}
