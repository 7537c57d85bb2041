// Giving a card on, calling, and a batch before it is approved, worked by keys.
#include "tests/ui/feed_window.h"
#include "ui/look/button.h"
#include "ui/look/tokens.h"
#include "ui/pages/call_pane.h"
#include "ui/pages/draft_box.h"
#include "ui/pages/feed_inspector.h"
#include "ui/pages/review_strip.h"

#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

#include <gtest/gtest.h>

using namespace topline;
using domain::CallResult;
using domain::HandOnRow;
using test::FeedWindow;

namespace {

QMenu *openMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

QString textOf(const QMenu *menu, int row)
{
    return menu ? menu->actions().value(row)->text() : QString();
}

class HandOnWindow : public FeedWindow {
public:
    HandOnWindow()
    {
        HandOnRow free = rep(7, "Ann & Co", 3);
        HandOnRow away = rep(8, "Bea", 0);
        away.isAway = true;
        away.awayUntilMs = tests::sampleNowMs + base::dayMs;
        HandOnRow holder = rep(9, "Cem", 0);
        holder.isHolder = true;
        cockpit.work.offer.rows = {free, away, holder};
    }

    static HandOnRow rep(std::int64_t owner, const char *name, std::int64_t open)
    {
        HandOnRow out;
        out.owner = {owner};
        out.name = name;
        out.hasSeat = true;
        out.open = open;
        out.capacity = 20;
        return out;
    }

    void choose(int digit)
    {
        QMenu *menu = openMenu();
        ASSERT_NE(menu, nullptr);
        QTest::keyClick(menu, static_cast<Qt::Key>(Qt::Key_0 + digit));
        settle();
    }
};

class CallWindow : public FeedWindow {
public:
    CallWindow()
    {
        cockpit.work.sheet.person = "Dana Reyes";
        cockpit.work.sheet.phone = "+49 (0)30 123-45";
        cockpit.work.sheet.dial = "+493012345";
        cockpit.work.sheet.mayDial = true;
        pane = window->findChild<pages::CallPane *>();
        notes = pane->findChild<QPlainTextEdit *>();
    }

    void dial()
    {
        press(Qt::Key_C);
        ASSERT_TRUE(pane->isRunning());
        ASSERT_TRUE(QTest::qWaitFor([&] { return notes->hasFocus(); }, 5'000));
    }

    pages::CallPane *pane = nullptr;
    QPlainTextEdit *notes = nullptr;
};

class BatchWindow : public FeedWindow {
public:
    BatchWindow()
    {
        domain::BatchLine waits;
        waits.action = idOf(1);
        waits.untilMs = tests::sampleNowMs + base::dayMs;
        waits.why = domain::encodeReason(
            {domain::ReasonCode::DomainDayLimit, {std::string("acme.example"), 10L, 10L}});
        domain::BatchLine goes;
        goes.action = idOf(0);
        cockpit.work.review.lines = {goes, waits};
        cockpit.work.review.limits = {
            {domain::LimitScope::Host, "acme.example", 9, 2, 10},
            {domain::LimitScope::Workspace, "", 20, 2, 200},
            {domain::LimitScope::Rep, "Maya", 3, 0, 50},
        };
        strip = window->findChild<pages::ReviewStrip *>();
    }

    pages::ReviewStrip *strip = nullptr;
};

} // namespace

TEST(FeedDeeds, RThenARepThenAReasonGivesTheCardOn)
{
    HandOnWindow f;
    f.press(Qt::Key_R);
    EXPECT_EQ(textOf(openMenu(), 0), QStringLiteral("&1  Ann && Co: 3 of 20 open"));
    EXPECT_TRUE(textOf(openMenu(), 1).contains(QStringLiteral("away until")));
    EXPECT_FALSE(openMenu()->actions().at(2)->isEnabled()) << "the holder";
    f.picture("hand-on");
    f.choose(1);
    EXPECT_TRUE(f.cockpit.work.givenOn.empty()) << "first the reason";
    f.choose(2);
    ASSERT_EQ(f.cockpit.work.givenOn.size(), 1u);
    EXPECT_EQ(f.cockpit.work.givenOn[0].ids, std::vector{f.idOf(0)});
    EXPECT_EQ(f.cockpit.work.givenOn[0].owner, domain::OwnerId{7});
    EXPECT_EQ(f.cockpit.work.givenOn[0].why, domain::HandOnWhy::TooMuch);
    EXPECT_EQ(f.row(), 1) << "the hand goes on";
}

TEST(FeedDeeds, MarkedCardsAreGivenOnTogetherAndEscGivesNothing)
{
    HandOnWindow f;
    f.press(Qt::Key_X);
    f.press(Qt::Key_J, Qt::ShiftModifier);
    f.press(Qt::Key_R);
    f.choose(2);
    QTest::keyClick(openMenu(), Qt::Key_Escape);
    f.settle();
    EXPECT_TRUE(f.cockpit.work.givenOn.empty());
    f.press(Qt::Key_R);
    f.choose(2);
    f.choose(1);
    ASSERT_EQ(f.cockpit.work.givenOn.size(), 1u);
    EXPECT_EQ(f.cockpit.work.givenOn[0].ids.size(), 2u);
}

TEST(FeedDeeds, CDialsStartsTheClockAndAResultLogsTheCallWithItsNotes)
{
    CallWindow f;
    f.dial();
    ASSERT_EQ(f.opened.size(), 1u);
    EXPECT_EQ(f.opened[0].toString(), QStringLiteral("tel:+493012345"));
    QTest::keyClicks(f.notes, QStringLiteral("1 demo, A and C"));
    f.cockpit.clock += 192 * base::secondMs;
    f.press(Qt::Key_C, Qt::ControlModifier); // not a key of ours in a text
    f.picture("call");
    f.press(Qt::Key_2, Qt::ControlModifier);
    ASSERT_EQ(f.cockpit.work.calls.size(), 1u);
    const domain::CallReport &report = f.cockpit.work.calls[0];
    EXPECT_EQ(report.action, f.idOf(0));
    EXPECT_EQ(report.result, CallResult::LeftMessage);
    EXPECT_EQ(report.lengthMs, 192 * base::secondMs);
    EXPECT_EQ(report.text, "Left a message, 3:12 min.\n\n1 demo, A and C");
    EXPECT_EQ(report.subject, "Call with Dana Reyes: Left a message");
    EXPECT_FALSE(f.pane->isVisible());
    EXPECT_EQ(f.row(), 1);
    EXPECT_EQ(f.cockpit.count("approve"), 0);
}

TEST(FeedDeeds, FromTheListPlainDigitsEndTheCallWhileOtherCardsAreLookedAt)
{
    CallWindow f;
    f.dial();
    f.press(Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget(), f.view);
    f.press(Qt::Key_J);
    EXPECT_TRUE(f.pane->isRunning());
    f.press(Qt::Key_C);
    EXPECT_EQ(f.opened.size(), 1u) << "one call at a time";
    f.press(Qt::Key_Escape);
    f.press(Qt::Key_4);
    ASSERT_EQ(f.cockpit.work.calls.size(), 1u);
    EXPECT_EQ(f.cockpit.work.calls[0].action, f.idOf(0)) << "the card that was called from";
    EXPECT_EQ(f.cockpit.work.calls[0].result, CallResult::WrongNumber);
}

TEST(FeedDeeds, WhatSpeaksAgainstACallIsSaidAndNothingIsDialled)
{
    CallWindow f;
    f.cockpit.work.sheet.mayDial = false;
    f.cockpit.work.sheet.why = domain::encodeReason(
        {domain::ReasonCode::DoNotContact, {std::string("Dana"), std::string("by_hand")}});
    f.press(Qt::Key_C);
    EXPECT_TRUE(f.opened.empty());
    EXPECT_FALSE(f.pane->isRunning());
}

TEST(FeedDeeds, ACallThatIsNotLoggedKeepsItsNotes)
{
    CallWindow f;
    f.canOpen = false;
    f.dial();
    QTest::keyClicks(f.notes, QStringLiteral("ring back"));
    f.cockpit.work.verdict =
        base::Error{.code = base::ErrorCode::DiskFull, .message = "The disk is full."};
    f.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(f.pane->isRunning());
    EXPECT_EQ(f.notes->toPlainText(), QStringLiteral("ring back"));
    f.cockpit.work.verdict = {};
    f.press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(f.cockpit.work.calls.size(), 2u);
    EXPECT_FALSE(f.pane->isRunning());
}

TEST(FeedDeeds, ABatchShowsItsLimitsAndWhoWouldWaitAndAKeyLeavesThemOut)
{
    BatchWindow f;
    f.press(Qt::Key_X);
    f.press(Qt::Key_J, Qt::ShiftModifier);
    EXPECT_TRUE(f.cockpit.work.reviewed.empty()) << "asked when the review is opened";
    f.press(Qt::Key_A, Qt::ShiftModifier);
    ASSERT_EQ(f.cockpit.work.reviewed.size(), 1u);
    EXPECT_EQ(f.cockpit.work.reviewed[0], (std::vector{f.idOf(0), f.idOf(1)}));
    const QString said = f.strip->summary();
    EXPECT_TRUE(said.contains(QStringLiteral("11 of 10 to acme.example today")))
        << qPrintable(said);
    EXPECT_TRUE(said.contains(QStringLiteral("1 would wait until"))) << qPrintable(said);
    EXPECT_FALSE(said.contains(QStringLiteral("Maya"))) << "its plays have room, and count apart";
    EXPECT_EQ(f.strip->notAtOnce(), std::vector{f.idOf(1)});
    f.picture("review-limits");
    f.cockpit.work.review.lines.pop_back();
    f.press(Qt::Key_X, Qt::ShiftModifier);
    EXPECT_EQ(f.cockpit.work.reviewed.size(), 2u) << "what is left is looked at again";
    f.press(Qt::Key_A, Qt::ShiftModifier);
    ASSERT_EQ(f.cockpit.count("approve"), 1);
    EXPECT_EQ(f.cockpit.ids.back(), std::vector{f.idOf(0)});
}

TEST(FeedDeeds, PlainDigitsPutContentIntoTheDraftWhereItHasNotTheFocus)
{
    FeedWindow f;
    domain::ContentSuggestion piece;
    piece.row.asset.title = "Case";
    piece.row.asset.url = "https://a.example/1";
    f.cockpit.drafting.help.suggestions = {piece};
    domain::DraftFault gap;
    gap.field = "body";
    gap.length = 2;
    f.cockpit.drafting.help.faults = {gap};
    f.press(Qt::Key_J);
    f.press(Qt::Key_2);
    auto *box = f.window->findChild<pages::DraftBox *>();
    EXPECT_FALSE(box->findChild<QTextEdit *>()->toPlainText().contains(QStringLiteral("https://")))
        << "there is no second one";
    f.press(Qt::Key_1);
    EXPECT_TRUE(box->findChild<QTextEdit *>()->toPlainText().contains(
        QStringLiteral("https://a.example/1")));
    EXPECT_TRUE(box->findChild<QTextEdit *>()->toPlainText().startsWith(QStringLiteral("Hi Dana")))
        << "nothing that stood there was replaced";
    EXPECT_EQ(f.cockpit.count("arrived"), 0);
}

TEST(FeedDeeds, NotesOfACallThatWasNotLoggedComeBackOnTheSameCard)
{
    CallWindow f;
    f.dial();
    QTest::keyClicks(f.notes, QStringLiteral("asked for a quote"));
    f.pane->findChild<look::Button *>()->click(); // ends it without a result
    f.settle();
    EXPECT_FALSE(f.pane->isRunning());
    EXPECT_TRUE(f.cockpit.work.calls.empty());
    f.view->setCurrentIndex(f.view->model()->index(0, 0));
    f.view->setFocus();
    f.dial();
    EXPECT_EQ(f.notes->toPlainText(), QStringLiteral("asked for a quote"));
}

TEST(FeedDeeds, AWindowWithACallUnderWayAsksBeforeItCloses)
{
    CallWindow f;
    f.dial();
    QTest::keyClicks(f.notes, QStringLiteral("asked for a quote"));
    const auto answer = [&f](QMessageBox::ButtonRole role) {
        f.window->close();
        f.settle();
        EXPECT_TRUE(f.window->isVisible());
        auto *box = f.window->findChild<QMessageBox *>();
        ASSERT_NE(box, nullptr);
        EXPECT_TRUE(box->informativeText().contains(QStringLiteral("Dana Reyes")));
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == role)
                button->click();
        }
        f.settle();
    };
    answer(QMessageBox::RejectRole);
    EXPECT_TRUE(f.window->isVisible());
    EXPECT_TRUE(f.pane->isRunning());
    EXPECT_EQ(f.notes->toPlainText(), QStringLiteral("asked for a quote"));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return f.window->findChild<QMessageBox *>() == nullptr; }, 5'000));
    answer(QMessageBox::DestructiveRole);
    EXPECT_FALSE(f.window->isVisible());
}

TEST(FeedDeeds, ACallInALowWindowKeepsItsButtonsApart)
{
    CallWindow f;
    f.window->resize(1024, 640);
    f.dial();
    f.settle();
    const QRect notes(f.notes->mapTo(f.pane, QPoint()), f.notes->size());
    for (const auto *button : f.pane->findChildren<look::Button *>()) {
        const QRect box(button->mapTo(f.pane, QPoint()), button->size());
        EXPECT_FALSE(notes.intersects(box)) << button->text().toStdString();
        EXPECT_GE(box.height(), button->sizeHint().height()) << button->text().toStdString();
    }
}

TEST(FeedDeeds, WhileADraftIsEditedOnlyItsOwnApproveIsOffered)
{
    FeedWindow f;
    auto *inspector = f.window->findChild<pages::FeedInspector *>();
    const auto approves = [&] {
        int out = 0;
        for (const auto *button : inspector->findChildren<look::Button *>())
            out += button->isVisible() && button->text() == QStringLiteral("Approve") ? 1 : 0;
        return out;
    };
    while (approves() == 0 && f.row() + 1 < f.view->model()->rowCount())
        f.press(Qt::Key_J); // past the calls
    EXPECT_EQ(approves(), 1);
    f.press(Qt::Key_M);
    EXPECT_TRUE(f.window->findChild<pages::DraftBox *>()->isEditing());
    EXPECT_EQ(approves(), 1);
    f.press(Qt::Key_Escape);
    EXPECT_EQ(approves(), 1);
}

TEST(FeedDeeds, ABatchStripLeavesTheCurrentCardInSight)
{
    BatchWindow f;
    f.window->resize(1024, 640);
    f.settle();
    while (f.view->visualRect(f.view->currentIndex()).bottom() + 80 < f.view->viewport()->height())
        f.press(Qt::Key_J);
    f.press(Qt::Key_X);
    f.press(Qt::Key_A, Qt::ShiftModifier);
    f.settle();
    EXPECT_TRUE(f.view->viewport()->rect().contains(f.view->visualRect(f.view->currentIndex())));
}

TEST(FeedDeeds, ADraftThatEndsFromOutsideTakesNoFocusFromThePalette)
{
    FeedWindow f;
    f.press(Qt::Key_M);
    auto *box = f.window->findChild<pages::DraftBox *>();
    ASSERT_TRUE(box->isEditing());
    f.press(Qt::Key_K, Qt::ControlModifier);
    QWidget *palette = QApplication::focusWidget();
    EXPECT_FALSE(box->isAncestorOf(palette));
    domain::Action other;
    other.id = f.idOf(3);
    box->setAction(other, true);
    EXPECT_FALSE(box->isEditing());
    EXPECT_EQ(QApplication::focusWidget(), palette);
}

TEST(FeedDeeds, WhatKeepsABatchBackIsReadInFullInANarrowWindow)
{
    BatchWindow f;
    f.window->resize(1024, 700);
    f.press(Qt::Key_X);
    f.press(Qt::Key_J, Qt::ShiftModifier);
    f.press(Qt::Key_A, Qt::ShiftModifier);
    f.settle();
    const int lines = f.strip->height() / look::height::evidenceRow;
    f.window->resize(1900, 900);
    f.settle();
    EXPECT_EQ(f.strip->height() / look::height::evidenceRow, lines - 1) << "beside the buttons";
}
