#include "tests/ui/sample_sync.h"
#include "tests/ui/window_fixture.h"
#include "ui/look/button.h"
#include "ui/pages/conflict_pane.h"
#include "ui/pages/connection_tile.h"
#include "ui/pages/missing_pane.h"
#include "ui/pages/request_log.h"
#include "ui/pages/row_list.h"
#include "ui/pages/sync_page.h"
#include "ui/shell/banners.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>

using namespace topline;
using namespace topline::pages;

namespace {

struct SyncWindow : test::WindowFixture {
    explicit SyncWindow(bool filled = true, const QSize &size = {1440, 900})
    {
        if (filled) {
            cockpit.syncView = test::sampleSync(cockpit.clock);
            cockpit.requests = test::sampleRequests(cockpit.clock);
        }
        start("sync");
        window->resize(size);
        settle();
    }

    template <typename Part> Part *part() const { return window->findChild<Part *>(); }

    look::Button *button(const char *text) const
    {
        for (auto *candidate : window->findChildren<look::Button *>()) {
            if (candidate->isVisible() && candidate->text() == QLatin1String(text))
                return candidate;
        }
        return nullptr;
    }

    bool says(const char *text) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(text)))
                return true;
        }
        return false;
    }
};

ui::text::Format format(base::UtcMs now)
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), {}, now};
}

constexpr base::UtcMs noon = 1'763'467'200'000;

} // namespace

TEST(SyncPage, GoesThereByKeysAndShowsEveryConnection)
{
    SyncWindow f;
    f.window->showPage(QStringLiteral("feed"));
    f.press(Qt::Key_G);
    f.press(Qt::Key_Y);
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("sync"));
    const auto tiles = f.window->findChildren<ConnectionTile *>();
    ASSERT_EQ(tiles.size(), 2);
    EXPECT_EQ(tiles[1]->accessibleName(), QStringLiteral("Salesforce, Sign-in needed"));
    EXPECT_TRUE(f.says("Everything that changed in HubSpot until"));
    tiles[1]->setFocus();
    f.press(Qt::Key_Return);
    EXPECT_TRUE(f.says("Reference at Salesforce: TID-88213-aa"));
    EXPECT_NE(f.button("Sign in again"), nullptr);
    f.picture("sync-page");
}

TEST(SyncPage, AConflictIsDecidedByOneKeyAndTheNextOneComesUp)
{
    SyncWindow f;
    auto *pane = f.part<ConflictPane>();
    ASSERT_EQ(QApplication::focusWidget(), pane->conflicts());
    ASSERT_EQ(pane->current()->field, QStringLiteral("Next step"));
    f.press(Qt::Key_2);
    ASSERT_EQ(f.cockpit.count("resolve conflict"), 1);
    EXPECT_EQ(f.cockpit.ids.back().front(), f.cockpit.syncView.conflicts[0].id);
    EXPECT_EQ(f.cockpit.decision, false);
    EXPECT_EQ(pane->current()->field, QStringLiteral("Amount"));
    f.press(Qt::Key_O);
    EXPECT_EQ(f.cockpit.decision, true);
    EXPECT_EQ(f.cockpit.ids.back().front(), f.cockpit.syncView.conflicts[1].id);
}

TEST(SyncPage, ADecidedConflictStaysAndCanBeTurnedOver)
{
    SyncWindow f;
    auto *pane = f.part<ConflictPane>();
    f.press(Qt::Key_J);
    f.press(Qt::Key_J);
    ASSERT_EQ(pane->current()->state, QStringLiteral("Decided by rule"));
    f.press(Qt::Key_T);
    EXPECT_EQ(f.cockpit.ids.back().front(), f.cockpit.syncView.conflicts[2].id);
    EXPECT_EQ(f.cockpit.decision, false);
    f.cockpit.syncView.conflicts[2].state = domain::ConflictState::TookTheirs;
    f.cockpit.pushSync();
    f.settle();
    ASSERT_EQ(pane->conflictModel().rowCount(), 3);
    EXPECT_EQ(pane->conflictModel().row(2).state, QStringLiteral("Theirs taken"));
}

TEST(SyncPage, AFailedAnswerIsToldAndTheConflictStaysOpen)
{
    SyncWindow f;
    f.cockpit.failNext = base::Error{base::ErrorCode::Conflict, "It changed again meanwhile."};
    f.press(Qt::Key_1);
    EXPECT_EQ(f.part<ConflictPane>()->conflictModel().row(0).isOpen(), true);
    bool told = false;
    for (const QWidget *widget : f.window->findChildren<QWidget *>())
        told = told || widget->accessibleName().contains(QLatin1String("It changed again"));
    EXPECT_TRUE(told);
}

TEST(SyncPage, HeldDeletionsAskAndTakeEitherAnswer)
{
    SyncWindow f;
    EXPECT_TRUE(f.says("HubSpot reports"));
    QTest::keyClick(f.button("Keep the records"), Qt::Key_Return);
    f.settle();
    EXPECT_EQ(f.cockpit.count("confirm deletes"), 1);
    EXPECT_EQ(f.cockpit.decision, false);
    EXPECT_EQ(f.cockpit.systems.back(), "hubspot");
    QTest::keyClick(f.button("Delete them here too"), Qt::Key_Space);
    f.settle();
    EXPECT_EQ(f.cockpit.decision, true);
}

TEST(SyncPage, TheLogIsFilteredByWhatIsTypedAndCopiesALine)
{
    SyncWindow f;
    f.press(Qt::Key_L);
    f.settle();
    auto *log = f.part<RequestLog>();
    ASSERT_EQ(log->shown().size(), 40U);
    EXPECT_GT(log->shown()[0].id, log->shown()[1].id);
    log->filter()->setFocus();
    QTest::keyClicks(log->filter(), QStringLiteral("429 contacts"));
    EXPECT_TRUE(log->shown().empty());
    log->filter()->selectAll();
    QTest::keyClicks(log->filter(), QStringLiteral("429 deals"));
    ASSERT_EQ(log->shown().size(), 1U);
    log->list()->setFocus();
    f.press(Qt::Key_Return);
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("8f2c1d90-correlation")));
    f.picture("sync-requests");
}

TEST(SyncPage, WhyARecordIsMissingIsAskedAndAnswered)
{
    SyncWindow f;
    f.cockpit.missing = {
        {"hubspot", "contacts", "501", "merged", "Merged into 502, Dana Reyes, on 12 Nov."},
        {"hubspot", "contacts", "777", "not_visible", "Ask for the permission."}};
    f.press(Qt::Key_M);
    auto *pane = f.part<MissingPane>();
    ASSERT_EQ(QApplication::focusWidget(), pane->input());
    QTest::keyClicks(pane->input(), QStringLiteral("dana"));
    f.press(Qt::Key_Return);
    ASSERT_EQ(pane->findings().size(), 2U);
    EXPECT_EQ(pane->findings()[0].title, QStringLiteral("Merged into another record"));
    EXPECT_EQ(f.cockpit.count("why missing"), 1);
    f.picture("sync-missing");
}

TEST(SyncPage, WithoutAConnectionItSaysWhatComesNext)
{
    SyncWindow f(false);
    EXPECT_TRUE(f.says("No CRM is connected"));
    EXPECT_EQ(QApplication::focusWidget(), f.button("Connect a CRM"));
    f.picture("sync-empty");
}

TEST(SyncPage, AFirstSyncShowsItsProgressAndStops)
{
    SyncWindow f(false);
    f.cockpit.syncView = test::firstSync(1'000, true);
    f.cockpit.pushSync();
    f.settle();
    f.cockpit.clock += 2'000;
    f.cockpit.syncView = test::firstSync(3'000, true);
    f.cockpit.pushSync();
    f.settle();
    EXPECT_TRUE(f.says("3,000 of 4,000 records, 1,000 per second, 1 s left"));
    f.picture("sync-first");
    QTest::keyClick(f.button("Stop"), Qt::Key_Return);
    EXPECT_EQ(f.cockpit.systems, std::vector<std::string>{"hubspot"});
    EXPECT_EQ(f.cockpit.count("stop sync"), 1);
}

TEST(SyncPage, TheStripCountsConflictsAndLeadsHere)
{
    SyncWindow f;
    f.window->showPage(QStringLiteral("feed"));
    f.settle();
    shell::StatusItem *conflicts = nullptr;
    for (auto *item : f.window->findChildren<shell::StatusItem *>()) {
        if (item->isVisible() && item->text().startsWith(QLatin1String("2 conflict")))
            conflicts = item;
    }
    ASSERT_NE(conflicts, nullptr);
    QTest::keyClick(conflicts, Qt::Key_Space);
    f.settle();
    EXPECT_EQ(f.window->currentPage(), QStringLiteral("sync"));
}

TEST(SyncPage, TheBudgetOfCallsIsAskedAndKept)
{
    SyncWindow f;
    f.window->commands().run(QStringLiteral("sync.budget"));
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    ASSERT_NE(dialog, nullptr);
    auto *calls = dialog->findChild<QSpinBox *>();
    ASSERT_NE(calls, nullptr);
    EXPECT_EQ(calls->value(),
              static_cast<int>(f.cockpit.syncView.connections[0].gate.allowedToday));
    QTest::keyClicks(calls, QStringLiteral("2500"));
    QTest::keyClick(calls, Qt::Key_Return);
    EXPECT_EQ(f.cockpit.callBudget, 2'500);
    EXPECT_EQ(f.cockpit.systems, std::vector<std::string>{"hubspot"});
    f.window->commands().run(QStringLiteral("sync.budget"));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    EXPECT_EQ(f.cockpit.count("call budget"), 1);
}

TEST(SyncPage, DisconnectingAsksFirstAndCancelIsTheNearestAnswer)
{
    SyncWindow f;
    const auto ask = [&f] {
        f.window->commands().run(QStringLiteral("sync.disconnect"));
        return QApplication::activeModalWidget();
    };
    QWidget *dialog = ask();
    ASSERT_NE(dialog, nullptr);
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialog));
    const auto buttons = dialog->findChildren<look::Button *>();
    ASSERT_EQ(buttons.size(), 2);
    EXPECT_EQ(buttons[0]->text(), QStringLiteral("Cancel"));
    EXPECT_EQ(dialog->focusWidget(), buttons[0]);
    QTest::keyClick(buttons[0], Qt::Key_Return);
    EXPECT_EQ(f.cockpit.count("disconnect"), 0);
    dialog = ask();
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_EQ(f.cockpit.count("disconnect"), 0);
    base::Error told{base::ErrorCode::Unavailable, "HubSpot did not confirm it."};
    f.cockpit.failNext = told;
    QTest::keyClick(ask()->findChildren<look::Button *>()[1], Qt::Key_Return);
    EXPECT_EQ(f.cockpit.count("disconnect"), 1);
    f.settle();
    EXPECT_TRUE(f.part<shell::Banners>()->has(QStringLiteral("failure")));
}

TEST(SyncPage, EveryControlHasAName)
{
    SyncWindow f;
    for (const int key : {Qt::Key_F, Qt::Key_L, Qt::Key_M}) {
        f.part<ConflictPane>()->conflicts()->setFocus();
        f.press(key);
        for (QWidget *widget : f.part<SyncPage>()->findChildren<QWidget *>()) {
            const bool isPart =
                widget->objectName().startsWith(QLatin1String("qt_")) ||
                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || isPart)
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(interface, nullptr);
            EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
                << widget->metaObject()->className();
        }
    }
}

TEST(SyncPage, WhatTheCrmWroteIsNeverTakenForMarkup)
{
    SyncWindow f;
    for (domain::ConnectionView &connection : f.cockpit.syncView.connections) {
        connection.error = "<b>bold</b><img src=\"https://evil.example/x.png\">";
        connection.advice = {"<a href=\"https://evil.example\">click</a>"};
    }
    f.cockpit.pushSync();
    f.settle();
    for (const QString &page : {QStringLiteral("sync"), QStringLiteral("feed")}) {
        f.window->showPage(page);
        f.settle();
        for (const QLabel *label : f.window->findChildren<QLabel *>())
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        for (const QWidget *widget : f.window->findChildren<QWidget *>())
            EXPECT_FALSE(widget->toolTip().contains(QLatin1String("<b>bold")))
                << widget->toolTip().toStdString();
    }
    const QVariant tip =
        f.part<ConflictPane>()->conflicts()->model()->index(1, 0).data(Qt::ToolTipRole);
    EXPECT_FALSE(tip.toString().contains(QLatin1String("<b>")));
}

TEST(SyncRows, KeyedChangesNeverReset)
{
    KeyedModel<ConflictItem> conflicts;
    KeyedModel<RequestItem> requests;
    KeyedModel<ObjectItem> objects;
    const QAbstractItemModelTester first(&conflicts,
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester second(&requests,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester third(&objects,
                                         QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QSignalSpy resets(&requests, &QAbstractItemModel::modelReset);
    domain::SyncView view = test::sampleSync(noon);
    conflicts.apply(conflictItems(view, format(noon)));
    objects.apply(objectItems(view.connections[0], format(noon)));
    auto rows = test::sampleRequests(noon);
    requests.apply(requestItems(rows, format(noon)));
    std::swap(view.conflicts[0], view.conflicts[2]);
    view.conflicts.pop_back();
    conflicts.apply(conflictItems(view, format(noon)));
    ASSERT_EQ(conflicts.rowCount(), 2);
    EXPECT_EQ(conflicts.row(0).field, QStringLiteral("Close date"));
    domain::RequestRow newest = rows.front();
    newest.id = 2'000;
    rows.insert(rows.begin(), newest);
    rows.pop_back();
    requests.apply(requestItems(rows, format(noon)));
    EXPECT_EQ(requests.row(0).id, 2'000);
    EXPECT_EQ(requests.rowCount(), 40);
    EXPECT_EQ(resets.count(), 0);
}

TEST(SyncRows, AShortfallIsLoudAndAMissingCountIsADash)
{
    const auto items = objectItems(test::sampleSync(noon).connections[0], format(noon));
    ASSERT_EQ(items.size(), 9U);
    const auto of = [&items](const char *name) {
        return *std::find_if(items.begin(), items.end(), [name](const ObjectItem &item) {
            return item.progress.object == name;
        });
    };
    const auto shorts = std::count_if(items.begin(), items.end(),
                                      [](const ObjectItem &item) { return item.isShort(); });
    EXPECT_EQ(shorts, 1);
    EXPECT_TRUE(of("deals").note.startsWith(QStringLiteral("2 record")));
    EXPECT_EQ(of("emails").remote, QStringLiteral("–"));
    EXPECT_EQ(of("emails").state, QStringLiteral("Not allowed"));
    EXPECT_TRUE(of("emails").spoken.contains(QStringLiteral("sales-email-read")));
}

TEST(SyncRows, WritesThatWaitNameTheirFieldsInWords)
{
    domain::SyncView view;
    domain::PendingWrite write;
    write.what = "nextStep: Call the CFO, amount: EUR 500.00";
    view.pending.push_back(write);
    EXPECT_EQ(pendingItems(view, format(noon))[0].what,
              QStringLiteral("Next step: Call the CFO, Amount: EUR 500.00"));
    view.pending[0].what = "Call: Dana Reyes";
    EXPECT_EQ(pendingItems(view, format(noon))[0].what, QStringLiteral("Call: Dana Reyes"));
}

TEST(SyncRows, KindsOfRecordsStandAsPeopleThinkOfThem)
{
    domain::ConnectionView view;
    for (const char *name : {"accounts", "calls", "contacts", "deals"}) {
        domain::ObjectProgress progress;
        progress.object = name;
        view.objects.push_back(progress);
    }
    QStringList names;
    for (const ObjectItem &item : objectItems(view, format(noon)))
        names << item.name;
    EXPECT_EQ(names.join(QLatin1Char(',')), QStringLiteral("Contacts,Deals,Companies,Calls"));
}

TEST(SyncRows, AWriteWithinItsHoldSaysThatItLeavesSoon)
{
    domain::SyncView view;
    domain::PendingWrite write;
    write.action = base::Uuid::named("action", "held");
    write.what = "Task";
    write.state = "queued";
    write.nextTryMs = noon + 7'000;
    view.pending = {write};
    EXPECT_EQ(pendingItems(view, format(noon))[0].next, QStringLiteral("leaves within a minute"));
    view.pending[0].attempts = 1;
    view.pending[0].nextTryMs = noon + 5 * base::minuteMs;
    EXPECT_TRUE(
        pendingItems(view, format(noon))[0].next.endsWith(QStringLiteral("again in 5\u00a0min")));
}

TEST(SyncMeter, TellsRateAndTimeLeftFromTwoMoments)
{
    SyncMeter meter;
    meter.take(test::firstSync(0, true).connections[0], noon);
    EXPECT_EQ(meter.text(format(noon)), QStringLiteral("0 of 4,000 records"));
    meter.take(test::firstSync(800, true).connections[0], noon + 4'000);
    EXPECT_EQ(meter.text(format(noon)),
              QStringLiteral("800 of 4,000 records, 200 per second, 16 s left"));
    EXPECT_DOUBLE_EQ(*meter.share(), 0.2);
}
