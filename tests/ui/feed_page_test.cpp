#include "tests/ui/fake_cockpit.h"
#include "tests/ui/sample_cards.h"
#include "tests/ui/window_fixture.h"
#include "ui/pages/first_fill.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

#include <gtest/gtest.h>

using namespace topline;
using domain::ActionState;
using domain::FeedCard;
using domain::Lane;

namespace {

domain::DealStrip sampleDeal(const FeedCard &card)
{
    domain::DealStrip deal;
    deal.row.name = "Fleet analytics, 420 seats";
    deal.row.amount = base::Money{4'800'000, base::Currency::usd()};
    deal.row.stageName = "Proposal";
    deal.row.ageInStageDays = 15;
    deal.row.wonP80Days = 12;
    deal.row.nextStep = "Security review, theirs";
    deal.row.probability = card.probability;
    deal.row.closeMs = tests::sampleNowMs + 13 * base::dayMs;
    deal.ageDays = 46;
    for (const char *name : {"Qualified", "Discovery", "Proposal", "Negotiation", "Won"}) {
        domain::Stage stage;
        stage.name = name;
        deal.stages.push_back(stage);
    }
    deal.stageIndex = 2;
    deal.contactsEngaged = 4;
    deal.contacts = 6;
    return deal;
}

domain::CardDetail sampleDetail(const FeedCard &card)
{
    domain::CardDetail detail;
    detail.card = card;
    detail.score.totalMilli = 82'000;
    detail.score.tier = domain::Tier::Hot;
    const auto row = [&](domain::ReasonCode code, std::vector<domain::ReasonArgument> with,
                         std::int64_t milli) {
        detail.score.rows.push_back({{code, std::move(with)}, milli});
    };
    using domain::AtTime;
    using domain::ReasonCode;
    row(ReasonCode::ScoreFit, {std::string("industry,size,title")}, 40'600);
    row(ReasonCode::ScoreEvents,
        {std::string("proposal_viewed"), std::int64_t{2}, AtTime{tests::sampleNowMs}}, 20'000);
    row(ReasonCode::ScoreEvents,
        {std::string("pricing_view"), std::int64_t{3}, AtTime{tests::sampleNowMs}}, 10'000);
    row(ReasonCode::ScoreEvents,
        {std::string("docs_view"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 3'900);
    row(ReasonCode::ScoreGroupCap, {std::string("web"), std::int64_t{40}}, -13'900);
    row(ReasonCode::ScoreEvents,
        {std::string("email_replied"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 10'000);
    row(ReasonCode::ScoreEvents,
        {std::string("meeting_held"), std::int64_t{1}, AtTime{tests::sampleNowMs}}, 11'400);
    const auto event = [&](domain::EventKind kind, const char *title, base::DurationMs age,
                           bool bot) {
        domain::Event made;
        made.kind = kind;
        made.title = title;
        made.atMs = tests::sampleNowMs - age;
        made.suspectBot = bot;
        detail.evidence.push_back(made);
        detail.timeline.push_back(made);
    };
    using domain::EventKind;
    event(EventKind::ProposalViewed, "Proposal v3 reopened, page 4 of 6 (pricing)", base::minuteMs,
          false);
    event(EventKind::ProposalViewed, "Proposal v3 opened", 68 * base::minuteMs, false);
    event(EventKind::PricingView, "Pricing page, 3rd visit in 7 d", 72 * base::minuteMs, false);
    event(EventKind::EmailClicked, "Link click 0.8 s after send", 4 * base::dayMs, true);
    event(EventKind::EmailReplied,
          "“numbers look right, need our security team to see the rollout plan”", 8 * base::dayMs,
          false);
    detail.evidenceTotal = 14;
    detail.card.action.draft = {
        "dana.reyes@northwind.example",
        "Security answers for your team",
        "Hi Dana,\nI just tried your line. You mentioned that your security team has to sign off; "
        "I can bring our lead "
        "engineer for 20 minutes on Wednesday or Thursday, before your Friday review.\nBest, Maya",
        {"contact.first_name: Dana", "deal.name: Fleet analytics"}};
    detail.deal = sampleDeal(card);
    return detail;
}

struct FeedWindow : test::WindowFixture {
    FeedWindow()
    {
        std::vector<FeedCard> cards = tests::sampleCards();
        cockpit.firstFeed.changed = cards;
        cockpit.firstFeed.counts.lanes[0] = 8;
        cockpit.firstFeed.counts.lanes[1] = 8;
        cockpit.firstFeed.counts.lanes[2] = 4;
        cockpit.firstFeed.counts.lanes[3] = 12;
        cockpit.firstFeed.counts.lanes[4] = 6;
        cockpit.firstFeed.counts.doneToday = 7;
        cockpit.firstFeed.counts.minutesNow = 48;
        cockpit.firstFeed.counts.slaRunning = 2;
        cockpit.detail = sampleDetail(cards[1]);
        cockpit.workspace.feed = cockpit.firstFeed.counts;
        start("feed");
        view = window->findChild<QAbstractItemView *>();
    }

    int row() const { return view->currentIndex().row(); }

    base::Uuid idOf(std::size_t number) const { return tests::sampleCards()[number].action.id; }

    QAbstractItemView *view = nullptr;
};

} // namespace

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

TEST(FeedPage, MEditsTheDraftInPlaceAndCtrlEnterSaves)
{
    FeedWindow f;
    f.press(Qt::Key_J);
    f.press(Qt::Key_M);
    auto *body = f.window->findChild<QPlainTextEdit *>();
    ASSERT_NE(body, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return body->hasFocus(); }, 5'000));
    QTest::keyClicks(body, QStringLiteral("Dear Dana, A H D "));
    QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
    QApplication::processEvents();
    EXPECT_EQ(f.cockpit.count("edit"), 1);
    EXPECT_EQ(f.cockpit.count("approve"), 0) << "letters belong to the text while it is edited";
    EXPECT_NE(f.cockpit.draft.body.find("Dear Dana"), std::string::npos);
}
