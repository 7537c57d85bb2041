// What a person can do with cards: each command with its undo, and what must be refused.
#include "core/engine/engine.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::LedgerKind;
using flow::need;

namespace {

class CommandsTest : public testing::Test {
protected:
    CommandsTest()
    {
        m_world.sync();
        m_ids = flow::approvable(need(engine().feed()));
        EXPECT_GE(m_ids.size(), 3u);
    }

    Engine &engine() { return m_world.engine(); }

    domain::Action action(std::size_t n) { return need(engine().findAction(m_ids[n].text())); }

    ActionState state(std::size_t n) { return action(n).state; }

    void passHold() { m_world.clock.advance(engine().policy().feed.holdMs); }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_ids;
};

} // namespace

TEST_F(CommandsTest, ApprovalIsUndoneWithinItsHoldAndNothingLeaves)
{
    need(engine().approve({m_ids[0]}));
    EXPECT_EQ(state(0), ActionState::Approved);
    const auto undone = need(engine().undo());
    EXPECT_EQ(undone.actions, 1u);
    EXPECT_EQ(undone.what, "approve");
    EXPECT_EQ(state(0), ActionState::Proposed);
    passHold();
    EXPECT_EQ(m_world.drain().sent, 0);

    EXPECT_TRUE(need(engine().redo()).redo);
    EXPECT_EQ(state(0), ActionState::Approved);
    passHold();
    EXPECT_EQ(m_world.drain().sent, 1);
    EXPECT_EQ(m_crm.tookHold().size(), 1u);
}

TEST_F(CommandsTest, WhatHasLeftIsNotUndoneAndTheCommandBeforeItIsNext)
{
    need(engine().snooze({m_ids[1]}, m_clock.now() + base::dayMs));
    need(engine().approve({m_ids[0]}));
    passHold();
    m_world.drain();
    const auto refused = engine().undo();
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    EXPECT_EQ(state(0), ActionState::Done);
    EXPECT_EQ(need(engine().undo()).what, "snooze");
    EXPECT_EQ(state(1), ActionState::Proposed);
    EXPECT_FALSE(engine().undo().ok());
}

TEST_F(CommandsTest, ABatchIsOneUndoAndAllOrNothing)
{
    const std::vector<base::Uuid> both = {m_ids[0], m_ids[1]};
    need(engine().dismiss(both, domain::DismissReason::BadTiming));
    EXPECT_EQ(state(0), ActionState::Dismissed);
    EXPECT_EQ(need(engine().undo()).actions, 2u);
    EXPECT_EQ(state(0), ActionState::Proposed);
    EXPECT_EQ(state(1), ActionState::Proposed);

    need(engine().dismiss({m_ids[2]}, domain::DismissReason::Duplicate));
    EXPECT_FALSE(engine().approve({m_ids[0], m_ids[2]}).ok());
    EXPECT_EQ(state(0), ActionState::Proposed);
}

TEST_F(CommandsTest, DoneSnoozeDismissAndEditAreUndoneAndRedone)
{
    domain::Draft draft = action(3).draft;
    draft.body += "P.S. Thank you.";
    need(engine().markDone({m_ids[0]}, domain::Outcome::Connected));
    need(engine().snooze({m_ids[1]}, m_clock.now() + base::hourMs));
    need(engine().dismiss({m_ids[2]}, domain::DismissReason::WrongPerson));
    need(engine().editDraft(m_ids[3], draft));
    std::vector<domain::Action> after;
    for (std::size_t n = 0; n < 4; ++n)
        after.push_back(action(n));
    for (int n = 0; n < 4; ++n)
        need(engine().undo());
    for (std::size_t n = 0; n < 4; ++n) {
        EXPECT_EQ(state(n), ActionState::Proposed) << n;
        EXPECT_NE(action(n), after[n]) << n;
    }
    for (int n = 0; n < 4; ++n)
        need(engine().redo());
    for (std::size_t n = 0; n < 4; ++n)
        EXPECT_EQ(action(n), after[n]) << n;
    EXPECT_FALSE(engine().redo().ok());
}

TEST_F(CommandsTest, UndoOutlivesTheProgram)
{
    need(engine().dismiss({m_ids[0]}, domain::DismissReason::NotRelevant));
    need(m_world.open());
    EXPECT_EQ(need(engine().undo()).what, "dismiss");
    EXPECT_EQ(state(0), ActionState::Proposed);
}

TEST_F(CommandsTest, ASnoozedCardComesBackAndAnUntouchedOneExpiresWithALedgerRow)
{
    need(engine().snooze({m_ids[0]}, m_clock.now() + base::hourMs));
    m_clock.advance(base::hourMs - 1);
    need(engine().tick());
    EXPECT_EQ(state(0), ActionState::Snoozed);
    m_clock.advance(1);
    need(engine().tick());
    EXPECT_EQ(state(0), ActionState::Proposed);

    m_clock.advance(15 * base::dayMs);
    need(engine().tick());
    EXPECT_EQ(state(0), ActionState::Expired);
    const auto story = need(engine().tables().ledger.ofSubject(m_ids[0]));
    EXPECT_EQ(story.back().kind, LedgerKind::Expired);
}

TEST_F(CommandsTest, ATaskFromDealsIsApprovedAtOnceAndCanBeUndone)
{
    TaskRequest request;
    request.subject = "Ask for the budget";
    for (const auto &deal : need(engine().tables().records.deals())) {
        if (request.deals.size() < 2)
            request.deals.push_back(deal.id);
    }
    const auto ids = need(engine().makeTask(request));
    ASSERT_EQ(ids.size(), 2u);
    EXPECT_EQ(need(engine().undo()).actions, 2u);
    passHold();
    EXPECT_EQ(m_world.drain().sent, 0);
    need(engine().redo());
    passHold();
    EXPECT_EQ(m_world.drain().sent, 2);
}

TEST_F(CommandsTest, ATaskForNobodyIsInTheFeed)
{
    TaskRequest request;
    request.subject = "Water the plants";
    const auto ids = need(engine().makeTask(request));
    const auto feed = need(engine().feed());
    EXPECT_TRUE(std::any_of(feed.begin(), feed.end(),
                            [&](const auto &card) { return card.action.id == ids.front(); }));
}

TEST_F(CommandsTest, StopAllKeepsWhatWasApprovedUntilItIsAllowedAgain)
{
    need(engine().approve(m_ids));
    passHold();
    need(engine().setAutomationStopped(true));
    EXPECT_EQ(m_world.drain().sent, 0);
    need(m_world.open()); // the switch outlives the program
    EXPECT_EQ(m_world.drain().sent, 0);
    EXPECT_TRUE(need(engine().status()).automationStopped);
    need(engine().setAutomationStopped(false));
    EXPECT_EQ(m_world.drain().sent, static_cast<std::int64_t>(m_ids.size()));
}

TEST_F(CommandsTest, AWrongIdOrStateIsRefusedAndChangesNothing)
{
    const auto before = need(engine().tables().ledger.tail())->seq;
    EXPECT_EQ(engine().approve({base::Uuid::named("action", "nobody's")}).error().code,
              base::ErrorCode::NotFound);
    EXPECT_FALSE(engine().snooze({m_ids[0]}, m_clock.now()).ok());
    EXPECT_FALSE(engine().resolveUnknown(m_ids[0], true).ok());
    EXPECT_FALSE(engine().undo().ok());
    EXPECT_EQ(need(engine().tables().ledger.tail())->seq, before);
    EXPECT_FALSE(engine().findAction("zz").ok());
}

} // namespace topline::engine
