#include "tests/ui/sample_signals.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/signal_foot.h"
#include "ui/pages/signal_hits.h"
#include "ui/pages/signal_inspector.h"
#include "ui/pages/signal_threshold.h"
#include "ui/pages/signal_trial.h"
#include "ui/pages/signals_page.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

#include <algorithm>

using namespace topline;
using namespace topline::pages;
using domain::SignalType;

namespace {

struct SignalsWindow : test::WindowFixture {
    explicit SignalsWindow(bool filled = true, const QSize &size = {1440, 900})
    {
        cockpit.given.signalsView = test::sampleSignals(cockpit.clock);
        if (!filled) {
            for (auto &row : cockpit.given.signalsView.rows) {
                domain::DetectorRow bare;
                bare.type = row.type;
                bare.parameters = row.parameters;
                row = bare;
            }
            cockpit.given.signalsView.events = 0;
            cockpit.given.signalsView.suspectEvents = 0;
        }
        cockpit.given.trial = test::sampleTrial(cockpit.clock);
        start("signals");
        window->resize(size);
        settle();
    }

    SignalsPage *page() const { return window->findChild<SignalsPage *>(); }

    SignalInspector *inspector() const { return window->findChild<SignalInspector *>(); }

    SignalList *list() const { return window->findChild<SignalList *>(); }

    SignalFoot *foot() const { return inspector()->foot(); }

    QLineEdit *field(int at) const { return inspector()->thresholds()[at]->field(); }

    test::FakeInsights &fake() { return cockpit.given; }

    void type(const char *text) const
    {
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        ASSERT_NE(field, nullptr);
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
        settle();
    }

    bool says(const char *text) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
                return true;
        }
        return false;
    }

    bool tells(const char *text) const
    {
        const auto widgets = window->findChildren<QWidget *>();
        return std::any_of(widgets.begin(), widgets.end(), [text](const QWidget *widget) {
            return widget->isVisible() &&
                   widget->accessibleName().contains(QString::fromUtf8(text));
        });
    }

    // The default view changed elsewhere: the engine tells, and the page asks once.
    void recordsChange()
    {
        const int asked = fake().count("signals");
        cockpit.observer.onRecords({});
        cockpit.observer.onRecords({});
        EXPECT_TRUE(QTest::qWaitFor([&] { return fake().count("signals") > asked; }));
        settle();
    }
};

} // namespace

TEST(SignalsPage, GoesThereByKeysAndWalksOverTheGroups)
{
    SignalsWindow f;
    f.window->showPage(QStringLiteral("feed"));
    f.press(Qt::Key_G);
    f.press(Qt::Key_S);
    ASSERT_EQ(f.window->currentPage(), QStringLiteral("signals"));
    ASSERT_EQ(QApplication::focusWidget(), f.list());
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::PricingRevisit);
    f.press(Qt::Key_J);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::DemoRequest);
    f.press(Qt::Key_End);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::BaselineSurge);
    f.press(Qt::Key_Up);
    f.press(Qt::Key_K);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::RenewalNear) << "over a group's name";
    f.press(Qt::Key_Home);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::PricingRevisit);
    f.picture("signals-page");
}

TEST(SignalsPage, AChangeIsTriedBeforeItIsSaved)
{
    SignalsWindow f;
    f.press(Qt::Key_E);
    ASSERT_EQ(QApplication::focusWidget(), f.field(0));
    f.type("5");
    EXPECT_TRUE(f.foot()->isVisible());
    EXPECT_TRUE(f.says("1 change"));
    EXPECT_FALSE(f.foot()->saveButton()->isEnabled());
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(f.fake().count("save signals"), 0);
    f.press(Qt::Key_Return);
    ASSERT_TRUE(f.fake().tried.has_value());
    EXPECT_EQ(f.fake().tried->pricingWindowMs, 5 * base::dayMs);
    EXPECT_TRUE(f.says("Would have fired 41"));
    EXPECT_TRUE(f.says("now 29 on 12."));
    const auto *trial = f.inspector()->findChild<SignalTrial *>();
    EXPECT_EQ(trial->added()->hits().rowCount(), 13);
    EXPECT_EQ(trial->removed()->hits().rowCount(), 1);
    f.picture("signals-tried");
    EXPECT_TRUE(f.foot()->saveButton()->isEnabled());
    domain::SignalPolicy wanted;
    wanted.pricingWindowMs = 5 * base::dayMs;
    f.fake().signalsView = test::sampleSignals(f.cockpit.clock, wanted);
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(f.fake().saved, wanted);
    EXPECT_FALSE(f.page()->draft().isChanged());
    EXPECT_FALSE(f.foot()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), f.list());
    EXPECT_TRUE(f.says("to return, change it back here")) << "undo is not there";
}

TEST(SignalsPage, AStaleDryRunCannotBeSaved)
{
    SignalsWindow f;
    f.press(Qt::Key_E);
    f.type("5");
    f.press(Qt::Key_Return);
    ASSERT_TRUE(f.foot()->saveButton()->isEnabled());
    f.press(Qt::Key_Up); // one day more
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("6"));
    EXPECT_FALSE(f.foot()->saveButton()->isEnabled());
    EXPECT_FALSE(f.inspector()->findChild<SignalTrial *>()->isVisible());
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(f.fake().count("save signals"), 0);
    EXPECT_TRUE(f.foot()->tryButton()->isEnabled());
}

TEST(SignalsPage, WhileATrialRunsItSaysSoAndALateAnswerToAnotherChangeIsDropped)
{
    SignalsWindow f;
    f.fake().holdsTrials = true;
    f.press(Qt::Key_E);
    f.type("5");
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.says("Looking through the last 90 days"));
    EXPECT_FALSE(f.foot()->tryButton()->isEnabled());
    f.type("6");
    f.press(Qt::Key_Return);
    ASSERT_EQ(f.fake().heldTrials.size(), 2U);
    f.fake().heldTrials[0](test::sampleTrial(f.cockpit.clock));
    f.settle();
    EXPECT_FALSE(f.foot()->saveButton()->isEnabled());
    f.fake().heldTrials[1](test::sampleTrial(f.cockpit.clock));
    f.settle();
    EXPECT_TRUE(f.foot()->saveButton()->isEnabled());
}

TEST(SignalsPage, TurningOffShowsTheDryRunFirst)
{
    SignalsWindow f;
    f.press(Qt::Key_Space);
    ASSERT_TRUE(f.fake().tried.has_value());
    EXPECT_EQ(f.fake().tried->disabled, std::vector<std::string>{"pricing_revisit"});
    EXPECT_FALSE(f.fake().saved.has_value());
    EXPECT_FALSE(f.list()->currentItem()->isOn);
    EXPECT_TRUE(f.says("It is off."));
    f.press(Qt::Key_Space);
    EXPECT_FALSE(f.page()->draft().isChanged()) << "and back";
    EXPECT_EQ(f.fake().count("dry run"), 1);
    f.press(Qt::Key_E);
    f.press(Qt::Key_Space);
    EXPECT_FALSE(f.page()->draft().isEnabled(SignalType::PricingRevisit));
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("7")) << "a field takes no blank";
}

TEST(SignalsPage, TheBoxInARowSwitchesByTheMouse)
{
    SignalsWindow f;
    SignalList *list = f.list();
    const QRect row = list->visualRect(list->currentIndex());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.left() + 24, row.center().y()});
    f.settle();
    EXPECT_EQ(f.page()->draft().changes(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, {row.left() + 90, row.center().y()});
    f.settle();
    EXPECT_EQ(f.page()->draft().changes(), 1) << "the name only chooses";
}

TEST(SignalsPage, FromRightToLeftTheBoxStandsAtTheRight)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        SignalsWindow f;
        SignalList *list = f.list();
        const QRect row = list->visualRect(list->currentIndex());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          {row.right() - 24, row.center().y()});
        f.settle();
        EXPECT_EQ(f.page()->draft().changes(), 1);
        f.picture("signals-rtl");
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST(SignalsPage, LimitsAreSaidAndEscRestores)
{
    SignalsWindow f;
    f.press(Qt::Key_E);
    f.type("99");
    EXPECT_TRUE(f.says("Give a number from 1"));
    EXPECT_TRUE(f.field(0)->accessibleDescription().contains(QStringLiteral("Give a number")));
    EXPECT_FALSE(f.foot()->tryButton()->isEnabled());
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.fake().count("dry run"), 0);
    f.picture("signals-limit");
    f.press(Qt::Key_Escape);
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("7"));
    EXPECT_FALSE(f.foot()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), f.list());
}

TEST(SignalsPage, AnEditOutlivesAReload)
{
    SignalsWindow f;
    f.press(Qt::Key_E);
    f.type("1");
    f.press(Qt::Key_Home);
    f.fake().signalsView.rows[0].hits = 77;
    f.recordsChange();
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("1"));
    EXPECT_EQ(QApplication::focusWidget(), f.field(0));
    EXPECT_EQ(f.list()->currentItem()->hits, 77);
    QTest::keyClicks(f.field(0), QStringLiteral("2"));
    f.settle();
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("21")) << "the cursor stayed";
    // What was typed and cannot be used outlives it too, and a look at another detector.
    f.type("x");
    f.press(Qt::Key_Tab);
    f.list()->setFocus();
    f.press(Qt::Key_J);
    f.press(Qt::Key_K);
    f.recordsChange();
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("x"));
}

TEST(SignalsPage, ManyChangesOfRecordsAreOneQuestion)
{
    SignalsWindow f;
    const int before = f.fake().count("signals");
    for (int i = 0; i < 20; ++i)
        f.cockpit.observer.onRecords({});
    EXPECT_TRUE(QTest::qWaitFor([&] { return f.fake().count("signals") > before; }));
    f.settle();
    EXPECT_EQ(f.fake().count("signals"), before + 1);
}

TEST(SignalsPage, FailuresAreToldAndNothingIsLost)
{
    SignalsWindow f;
    const base::Error broken{base::ErrorCode::Io, "The disk is full."};
    f.press(Qt::Key_E);
    f.type("5");
    f.fake().failSignals = broken;
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.says("The dry run failed"));
    EXPECT_TRUE(f.tells("The disk is full."));
    f.press(Qt::Key_Return);
    ASSERT_TRUE(f.foot()->saveButton()->isEnabled());
    f.fake().failSignals = broken;
    f.press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_FALSE(f.fake().saved.has_value());
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("5"));
    EXPECT_TRUE(f.foot()->saveButton()->isEnabled()) << "it can be saved again";
    f.fake().failSignals = broken;
    f.recordsChange();
    EXPECT_TRUE(f.says("This is not the newest state"));
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("5"));
}

TEST(SignalsPage, ThresholdsGoBackToTheirDefaults)
{
    SignalsWindow f;
    domain::SignalPolicy changed;
    changed.pricingWindowMs = 3 * base::dayMs;
    changed.pricingVisitsMin = 4;
    f.fake().signalsView = test::sampleSignals(f.cockpit.clock, changed);
    f.recordsChange();
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("3"));
    f.window->commands().run(QStringLiteral("signals.defaults"));
    f.settle();
    EXPECT_EQ(f.field(0)->text(), QStringLiteral("7"));
    EXPECT_EQ(f.page()->draft().changes(), 2);
    EXPECT_EQ(f.page()->draft().policy(), domain::SignalPolicy());
}

TEST(SignalsPage, WithoutAnyEventItSaysWhatComes)
{
    SignalsWindow f(false);
    EXPECT_TRUE(f.says("No events yet."));
    EXPECT_TRUE(f.says("No hit in the last 90 days."));
    EXPECT_EQ(f.list()->currentItem()->precisionText, ui::text::Format::missing());
    f.press(Qt::Key_F);
    EXPECT_EQ(f.list()->model()->rowCount(), 0);
    f.press(Qt::Key_F);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::PricingRevisit);
    f.picture("signals-empty");
}

TEST(SignalsPage, EnterOnAHitOpensItsAccount)
{
    SignalsWindow f;
    SignalHits *hits = nullptr;
    for (auto *candidate : f.inspector()->findChildren<SignalHits *>()) {
        if (candidate->isVisible())
            hits = candidate;
    }
    ASSERT_NE(hits, nullptr);
    hits->setFocus();
    f.settle();
    f.press(Qt::Key_Down);
    const domain::AccountId account = hits->hits().row(1).account;
    f.press(Qt::Key_Return);
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("accounts"));
    ASSERT_FALSE(f.fake().accountsAsked.empty());
    EXPECT_EQ(f.fake().accountsAsked.back(), account);
}

TEST(SignalsPage, SortsByTheHeadAndShowsSharesWithTheirIntervals)
{
    SignalsWindow f;
    auto *head = f.window->findChild<TableHead *>();
    head->setFocus();
    for (int i = 0; i < 3; ++i)
        f.press(Qt::Key_Right);
    f.press(Qt::Key_Space);
    EXPECT_EQ(f.list()->model()->rowCount(), 34);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::PricingRevisit) << "it stays in front";
    f.list()->setFocus();
    f.press(Qt::Key_Home);
    EXPECT_EQ(f.list()->currentItem()->type, SignalType::DemoRequest);
    f.picture("signals-sorted");
}

TEST(SignalsPage, ColumnsDropOutAndTheInspectorSlidesWhereItIsNarrow)
{
    SignalsWindow f(true, {1024, 700});
    EXPECT_FALSE(f.inspector()->isVisible());
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.inspector()->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), f.field(0));
    f.press(Qt::Key_Escape);
    EXPECT_FALSE(f.inspector()->isVisible());
    f.press(Qt::Key_Space);
    EXPECT_TRUE(f.inspector()->isVisible()) << "the dry run is seen";
    f.picture("signals-narrow");
}

TEST(SignalsPage, EveryControlOfTheInspectorIsReachedByTab)
{
    SignalsWindow f;
    f.press(Qt::Key_Space);
    f.press(Qt::Key_E);
    std::vector<QWidget *> reached;
    for (int i = 0; i < 40; ++i) {
        reached.push_back(QApplication::focusWidget());
        f.press(Qt::Key_Tab);
    }
    const auto place = [&reached](const QWidget *widget) {
        return std::find(reached.begin(), reached.end(), widget) - reached.begin();
    };
    EXPECT_EQ(place(f.field(0)), 0);
    EXPECT_EQ(place(f.field(1)), 1);
    const auto hits = f.inspector()->findChildren<SignalHits *>();
    for (const SignalHits *list : hits) {
        if (list->isVisible()) {
            EXPECT_LT(place(f.field(2)), place(list));
            EXPECT_LT(place(list), place(f.foot()->saveButton()));
        }
    }
    for (QWidget *widget : f.inspector()->findChildren<QWidget *>()) {
        const bool isStop = widget->isVisible() && widget->isEnabled() &&
                            (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
        if (!isStop)
            continue;
        EXPECT_NE(std::find(reached.begin(), reached.end(), widget), reached.end())
            << widget->metaObject()->className() << ' ' << widget->accessibleName().toStdString();
    }
}
