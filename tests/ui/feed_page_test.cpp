#include "tests/ui/feed_window.h"
#include "ui/pages/deal_why.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/first_fill.h"
#include "ui/pages/moment_box.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTextEdit>

#include <gtest/gtest.h>

using namespace topline;
using domain::FeedCard;
using test::FeedWindow;

TEST(FeedPage, JAndKWalkAndStopAtTheEnds)
{
    FeedWindow f;
    EXPECT_EQ(f.row(), 0);
    f.press(Qt::Key_J);
    f.press(Qt::Key_J);
    EXPECT_EQ(f.row(), 2);
    f.press(Qt::Key_K);
    EXPECT_EQ(f.row(), 1);
    for (int i = 0; i < 20; ++i)
        f.press(Qt::Key_J);
    EXPECT_EQ(f.row(), 7);
    f.picture("feed");
}

TEST(FeedPage, AApprovesTheCurrentCardAndGoesOn)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    f.press(Qt::Key_A);
    ASSERT_EQ(f.cockpit.count("approve"), 1);
    EXPECT_EQ(f.cockpit.ids.back(), std::vector{f.idOf(1)});
    EXPECT_EQ(f.row(), 2);
}

TEST(FeedPage, WComesToTheDealWithItsWinProbabilityAndRisk)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    for (int i = 0; i < 4; ++i)
        f.press(Qt::Key_W);
    const auto *deal = f.window->findChild<pages::DealWhy *>();
    ASSERT_NE(deal, nullptr);
    EXPECT_TRUE(deal->isVisible());
    EXPECT_GT(deal->height(), 80);
    f.press(Qt::Key_W);
    EXPECT_FALSE(deal->isVisible());
}

TEST(FeedPage, AOnAFailedCardRetries)
{
    FeedWindow f;
    for (int i = 0; i < 6; ++i)
        f.press(Qt::Key_J);
    f.press(Qt::Key_A);
    EXPECT_EQ(f.cockpit.count("approve"), 0);
    EXPECT_EQ(f.cockpit.count("retry"), 1);
}

TEST(FeedPage, DThenADigitDismissesWithThatReason)
{
    FeedWindow f;
    f.press(Qt::Key_D);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_2);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.dismissReason, domain::DismissReason::BadTiming);
    EXPECT_EQ(f.cockpit.ids.back(), std::vector{f.idOf(0)});
}

TEST(FeedPage, HSnoozesUntilTheChosenTime)
{
    FeedWindow f;
    f.press(Qt::Key_H);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_1);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.snoozedUntil, tests::sampleNowMs + base::hourMs);
}

TEST(FeedPage, HThenPickSnoozesUntilWhatIsTyped)
{
    FeedWindow f;
    f.press(Qt::Key_H);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_5);
    f.settle();
    auto *box = qobject_cast<pages::MomentBox *>(QApplication::activePopupWidget());
    ASSERT_NE(box, nullptr);
    auto *input = box->findChild<QLineEdit *>();
    EXPECT_EQ(QApplication::focusWidget(), input);
    QTest::keyClicks(input, QStringLiteral("yesterday"));
    QTest::keyClick(input, Qt::Key_Return);
    EXPECT_EQ(f.cockpit.count("snooze"), 0) << "what is not understood snoozes nothing";
    EXPECT_TRUE(box->isVisible());
    input->selectAll();
    QTest::keyClicks(input, QStringLiteral("fri 9"));
    if (const QString folder = qEnvironmentVariable("TOPLINE_PICTURES"); !folder.isEmpty())
        box->grab().save(folder + QStringLiteral("/moment.png"));
    QTest::keyClick(input, Qt::Key_Return);
    f.settle();
    EXPECT_EQ(f.cockpit.snoozedUntil, base::TimeZone().at({2025, 11, 21}, 9 * base::hourMs));
    EXPECT_EQ(f.cockpit.ids.back(), std::vector{f.idOf(0)});
    EXPECT_EQ(QApplication::focusWidget(), f.view) << "the keys work on at once";
}

TEST(FeedPage, EThenADigitMarksDoneWithThatOutcome)
{
    FeedWindow f;
    f.press(Qt::Key_E);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    ASSERT_NE(menu, nullptr);
    QTest::keyClick(menu, Qt::Key_3);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.outcome, domain::Outcome::MeetingBooked);
}

TEST(FeedPage, ABatchIsReviewedBeforeItIsApproved)
{
    FeedWindow f;
    f.press(Qt::Key_X);
    f.press(Qt::Key_J, Qt::ShiftModifier);
    f.press(Qt::Key_A, Qt::ShiftModifier);
    EXPECT_EQ(f.cockpit.count("approve"), 0) << "the first Shift+A only opens the review";
    f.picture("review");
    f.press(Qt::Key_A, Qt::ShiftModifier);
    ASSERT_EQ(f.cockpit.count("approve"), 1);
    EXPECT_EQ(f.cockpit.ids.back().size(), 2U);
}

TEST(FeedPage, AnUnknownCardIsAnsweredByOneAndTwo)
{
    FeedWindow f;
    for (int i = 0; i < 4; ++i)
        f.press(Qt::Key_J);
    f.press(Qt::Key_2);
    EXPECT_EQ(f.cockpit.count("not arrived"), 1);
    f.press(Qt::Key_1);
    EXPECT_EQ(f.cockpit.count("arrived"), 1);
}

TEST(FeedPage, AnUnknownCardHasButtonsForItsTwoAnswersAndNoOthers)
{
    FeedWindow f;
    const auto shown = [&f] {
        QStringList out;
        const auto *pane = f.window->findChild<pages::FeedInspector *>();
        for (const auto *button : pane->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                out += button->text();
        }
        return out;
    };
    f.press(Qt::Key_J);
    EXPECT_FALSE(shown().contains(QStringLiteral("It arrived")));
    for (int i = 0; i < 3; ++i)
        f.press(Qt::Key_J);
    EXPECT_FALSE(shown().contains(QStringLiteral("Approve")));
    ASSERT_TRUE(shown().contains(QStringLiteral("It arrived")));
    for (auto *button : f.window->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("It did not arrive"))
            button->click();
    }
    EXPECT_EQ(f.cockpit.count("not arrived"), 1);
}

TEST(FeedPage, DigitsOnOtherCardsDoNothing)
{
    FeedWindow f;
    f.press(Qt::Key_1);
    EXPECT_EQ(f.cockpit.count("arrived"), 0);
}

TEST(FeedPage, TabGoesThroughTheLanes)
{
    FeedWindow f;
    f.press(Qt::Key_Tab);
    EXPECT_EQ(f.view->model()->rowCount(), 0) << "no sample card is in Today";
    f.picture("empty");
    f.press(Qt::Key_Tab, Qt::ShiftModifier);
    EXPECT_EQ(f.view->model()->rowCount(), 8);
}

TEST(FeedPage, ArrivalsComeInOnlyWhenAskedFor)
{
    FeedWindow f;
    FeedCard card = tests::sampleCards()[5];
    card.action.id = base::Uuid::named("sample", "new");
    card.sortKey = "05";
    engine::FeedUpdate update;
    update.changed = {card};
    update.counts = f.cockpit.firstFeed.counts;
    f.cockpit.push(update);
    QApplication::processEvents();
    EXPECT_EQ(f.view->model()->rowCount(), 8);
    f.press(Qt::Key_Period);
    EXPECT_EQ(f.view->model()->rowCount(), 9);
}

TEST(FeedPage, MEditsTheDraftInPlaceCtrlSSavesAndCtrlEnterApproves)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    f.press(Qt::Key_M);
    auto *body = f.window->findChild<QTextEdit *>();
    ASSERT_NE(body, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return body->hasFocus(); }, 5'000));
    QTest::keyClicks(body, QStringLiteral("Dear Dana, A H D "));
    QTest::keyClick(body, Qt::Key_S, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.count("edit"), 1);
    EXPECT_TRUE(body->hasFocus()) << "saving goes on";
    EXPECT_EQ(f.cockpit.count("approve"), 0) << "letters belong to the text while it is edited";
    QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.count("edit"), 1) << "nothing was typed since";
    EXPECT_EQ(f.cockpit.count("approve"), 1);
    EXPECT_FALSE(body->hasFocus());
    EXPECT_NE(f.cockpit.draft.body.find("Dear Dana"), std::string::npos);
}

TEST(FirstFill, CardsComeInAtOnceUntilSomebodyTouchesTheList)
{
    test::FakeCockpit cockpit;
    bridge::Bridge bridge(cockpit);
    QWidget list;
    pages::FirstFill fill(bridge, &list);
    EXPECT_FALSE(fill.isFilling()) << "nothing is known yet";
    cockpit.workspace.sourceTitle = "Demo company";
    bridge.start();
    QApplication::processEvents();
    EXPECT_TRUE(fill.isFilling());
    QTest::keyClick(&list, Qt::Key_J);
    EXPECT_FALSE(fill.isFilling());
}

TEST(FirstFill, AWorkspaceThatWasFilledBeforeIsNot)
{
    test::FakeCockpit cockpit;
    bridge::Bridge bridge(cockpit);
    QWidget list;
    const pages::FirstFill fill(bridge, &list);
    cockpit.workspace.sourceTitle = "Demo company";
    cockpit.workspace.lastSyncMs = cockpit.clock;
    bridge.start();
    QApplication::processEvents();
    EXPECT_FALSE(fill.isFilling());
}
