// Cards put aside until the buyer answers, duplicates, and what reasons for dismissals change.
#include "core/engine/engine.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <map>

namespace topline::engine {

using domain::ActionState;
using domain::EventKind;
using flow::need;

namespace {

class WaitingTest : public testing::Test {
protected:
    WaitingTest()
    {
        m_world.sync();
        m_ids = flow::approvable(need(engine().feed()));
        EXPECT_GE(m_ids.size(), 5u);
    }

    Engine &engine() { return m_world.engine(); }

    domain::Action action(std::size_t n) { return need(engine().findAction(m_ids[n].text())); }

    // An event at the account of this action.
    void happens(std::size_t n, EventKind kind, base::UtcMs atMs)
    {
        const auto account = need(engine().tables().records.account(action(n).account));
        domain::Event event = flow::tinyEvent(0, kind, atMs, "late" + std::to_string(++m_events));
        event.account.remoteId = account->remoteId;
        event.contact = {};
        event.deal = {};
        event.receivedMs = m_clock.now();
        crm::Page page;
        page.events.push_back(event);
        m_crm.arrive(std::move(page));
        m_world.sync();
    }

    base::UtcMs last() const { return m_clock.now() + 14 * base::dayMs; }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 40};
    flow::World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_ids;
    int m_events = 0;
};

} // namespace

TEST_F(WaitingTest, ACardWaitsForAnAnswerAndComesBackWithIt)
{
    need(engine().snooze({m_ids[0]}, last(), true));
    EXPECT_TRUE(action(0).untilReply);
    const auto feed = need(engine().feed());
    const auto card = std::find_if(feed.begin(), feed.end(),
                                   [&](const auto &one) { return one.action.id == m_ids[0]; });
    ASSERT_NE(card, feed.end());
    EXPECT_EQ(card->lane, domain::Lane::Waiting);

    m_clock.advance(base::hourMs);
    happens(0, EventKind::EmailSent, m_clock.now() - base::minuteMs);
    EXPECT_EQ(action(0).state, ActionState::Snoozed);
    happens(0, EventKind::EmailReplied, m_clock.now() - base::minuteMs);
    EXPECT_EQ(action(0).state, ActionState::Proposed);
    EXPECT_FALSE(action(0).untilReply);
    EXPECT_FALSE(action(0).snoozedUntilMs);
}

TEST_F(WaitingTest, AnAnswerElsewhereWakesNothingAndThePlainSnoozeSleepsOn)
{
    need(engine().snooze({m_ids[0]}, last(), true));
    need(engine().snooze({m_ids[1]}, last()));
    m_clock.advance(base::hourMs);
    happens(1, EventKind::EmailReplied, m_clock.now() - base::minuteMs);
    EXPECT_EQ(action(0).state, ActionState::Snoozed);
    EXPECT_EQ(action(1).state, ActionState::Snoozed);
}

TEST_F(WaitingTest, TheLastDateWakesAnyway)
{
    need(engine().snooze({m_ids[0]}, m_clock.now() + base::dayMs, true));
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_EQ(action(0).state, ActionState::Proposed);
    EXPECT_FALSE(action(0).untilReply);
}

TEST_F(WaitingTest, WaitingIsUndoneRedoneAndOutlivesTheProgram)
{
    need(engine().snooze({m_ids[0], m_ids[1]}, last(), true));
    const auto before = action(0);
    need(m_world.open());
    EXPECT_EQ(action(0), before);
    EXPECT_EQ(need(engine().undo()).actions, 2u);
    EXPECT_EQ(action(0).state, ActionState::Proposed);
    EXPECT_FALSE(action(0).untilReply);
    need(engine().redo());
    EXPECT_TRUE(action(0).untilReply);
    EXPECT_EQ(action(0).snoozedUntilMs, before.snoozedUntilMs);
}

TEST_F(WaitingTest, ADuplicateIsLinkedAndUndoTakesTheLinkBack)
{
    need(engine().markDuplicate(m_ids[0], m_ids[1]));
    EXPECT_EQ(action(0).state, ActionState::Dismissed);
    EXPECT_EQ(action(0).dismissReason, domain::DismissReason::Duplicate);
    EXPECT_EQ(action(0).duplicateOf, m_ids[1]);
    const auto story = need(engine().tables().ledger.ofSubject(m_ids[0]));
    EXPECT_NE(story.back().payload.find(m_ids[1].text()), std::string::npos);
    need(engine().undo());
    EXPECT_TRUE(action(0).duplicateOf.isNull());
    need(engine().redo());
    EXPECT_EQ(action(0).duplicateOf, m_ids[1]);

    EXPECT_FALSE(engine().markDuplicate(m_ids[1], m_ids[1]).ok());
    EXPECT_EQ(engine().markDuplicate(m_ids[1], base::Uuid::named("action", "x")).error().code,
              base::ErrorCode::NotFound);
    EXPECT_EQ(action(1).state, ActionState::Proposed);
}

TEST_F(WaitingTest, APlayThatIsOftenIrrelevantRanksLowerUntilThatIsTakenBack)
{
    // Cards of the play that has most of them.
    std::map<std::string, std::vector<base::Uuid>> byPlay;
    for (const auto &card : need(engine().feed())) {
        if (card.action.state == ActionState::Proposed)
            byPlay[card.action.playId].push_back(card.action.id);
    }
    const auto &most =
        std::max_element(byPlay.begin(), byPlay.end(), [](const auto &a, const auto &b) {
            return a.second.size() < b.second.size();
        })->second;
    ASSERT_GE(most.size(), 6u);
    const auto percent = [&] {
        for (const auto &card : need(engine().feed())) {
            if (card.action.id == most.back())
                return card.rank.acceptance.percent;
        }
        return std::int64_t{-1};
    };
    for (std::size_t i = 0; i < 4; ++i)
        need(engine().dismiss({most[i]}, domain::DismissReason::NotRelevant));
    EXPECT_EQ(percent(), 100);
    need(engine().dismiss({most[4]}, domain::DismissReason::NotRelevant));
    EXPECT_EQ(percent(), 50); // none of five, with five cards' weight for it
    EXPECT_EQ(need(engine().detail(most.back())).card.rank.acceptance.judged, 5);
    need(m_world.open());
    EXPECT_EQ(percent(), 50);
    need(engine().undo());
    EXPECT_EQ(percent(), 100);
}

TEST_F(WaitingTest, TheInspectorKnowsEveryAttemptAndApproval)
{
    need(engine().approve({m_ids[0]}));
    m_clock.advance(engine().policy().feed.holdMs);
    m_crm.loseAnswer(1);
    m_world.drain();
    const auto detail = need(engine().detail(m_ids[0]));
    ASSERT_EQ(detail.approvals.size(), 1u);
    EXPECT_EQ(detail.approvals[0].approver, "rep");
    ASSERT_EQ(detail.effects.size(), 1u);
    EXPECT_EQ(detail.approvals[0].bytesSha256, detail.effects[0].wireSha256);
    ASSERT_GE(detail.attempts.size(), 2u);
    EXPECT_EQ(detail.attempts.front().state, domain::EffectState::Intent);
    for (const auto &one : detail.attempts)
        EXPECT_EQ(one.effect, detail.effects[0].id);
}

TEST_F(WaitingTest, AnApprovedCardSaysWhenItLeaves)
{
    need(engine().approve({m_ids[0]}));
    const auto due = action(0).holdUntilMs;
    for (const auto &card : need(engine().feed())) {
        if (card.action.id == m_ids[0])
            EXPECT_EQ(card.leavesMs, due);
        else
            EXPECT_FALSE(card.leavesMs);
    }
}

} // namespace topline::engine
