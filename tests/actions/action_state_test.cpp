#include "core/actions/action_state.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <vector>

using namespace topline;
using domain::Action;
using domain::ActionState;
using domain::EffectState;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000;
constexpr base::DurationMs hold = 10 * base::secondMs;

Action callIn(ActionState state)
{
    Action out;
    out.id = base::Uuid::named("action", "a");
    out.kind = domain::ActionKind::Call;
    out.state = state;
    out.createdMs = out.signalMs = out.changedMs = now - base::dayMs;
    out.draft.subject = "Call Dana";
    return out;
}

const ActionState allStates[] = {
    ActionState::Proposed, ActionState::Snoozed,   ActionState::Approved, ActionState::Executing,
    ActionState::Done,     ActionState::Dismissed, ActionState::Expired,  ActionState::HeldOut,
    ActionState::Failed,   ActionState::Unknown,
};

} // namespace

TEST(ActionMoves, NothingLeavesATerminalState)
{
    for (const auto from : allStates) {
        for (const auto to : allStates) {
            if (domain::isTerminal(from)) {
                EXPECT_FALSE(actions::canMove(from, to));
            }
            if (to == ActionState::HeldOut) {
                EXPECT_FALSE(actions::canMove(from, to));
            }
        }
    }
}

TEST(ActionMoves, NothingIsCarriedOutWithoutApproval)
{
    for (const auto from : allStates)
        EXPECT_EQ(actions::canMove(from, ActionState::Executing), from == ActionState::Approved);
}

TEST(EffectMoves, OnlyTheWireLeadsToSentAndTerminalStatesStay)
{
    const EffectState states[] = {EffectState::Queued,   EffectState::Intent, EffectState::OnWire,
                                  EffectState::Sent,     EffectState::Failed, EffectState::Unknown,
                                  EffectState::Cancelled};
    for (const auto from : states) {
        EXPECT_EQ(actions::canMove(from, EffectState::Sent),
                  from == EffectState::OnWire || from == EffectState::Unknown);
        EXPECT_EQ(actions::canMove(from, EffectState::Cancelled), from == EffectState::Queued);
        for (const auto to : states) {
            if (domain::isTerminal(from)) {
                EXPECT_FALSE(actions::canMove(from, to));
            }
        }
    }
    // Only when the connector says that nothing was written.
    EXPECT_TRUE(actions::canMove(EffectState::OnWire, EffectState::Queued));
    // Only on proof that it never arrived; approve() does not lead there.
    EXPECT_TRUE(actions::canMove(EffectState::Unknown, EffectState::Queued));
    EXPECT_FALSE(actions::approve(callIn(ActionState::Unknown), now, 0).ok());
}

TEST(Approve, HoldsBackAndCanBeUndoneUntilTheHoldRunsOut)
{
    const Action before = callIn(ActionState::Proposed);
    const auto approved = actions::approve(before, now, hold);
    ASSERT_TRUE(approved.ok());
    EXPECT_EQ(approved->state, ActionState::Approved);
    EXPECT_EQ(approved->holdUntilMs, now + hold);

    const auto undone = actions::undo(*approved, before, *approved, now + hold - 1);
    ASSERT_TRUE(undone.ok());
    EXPECT_EQ(undone->state, ActionState::Proposed);
    EXPECT_FALSE(undone->holdUntilMs);

    const auto late = actions::undo(*approved, before, *approved, now + hold);
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, base::ErrorCode::Refused);
}

TEST(Approve, IsRefusedWhereItMakesNoSense)
{
    for (const auto state : allStates) {
        const bool allowed = state == ActionState::Proposed || state == ActionState::Snoozed ||
                             state == ActionState::Failed;
        EXPECT_EQ(actions::approve(callIn(state), now, hold).ok(), allowed)
            << domain::actionStateName(state);
    }
}

TEST(Approve, AFailedActionIsTriedAgainWithoutItsOldFault)
{
    Action failed = callIn(ActionState::Failed);
    failed.failure = "550 no such user";
    const auto again = actions::approve(failed, now, hold);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->failure, "");
    // Undoing the retry brings the fault back into view.
    EXPECT_EQ(actions::undo(*again, failed, *again, now + 1)->failure, "550 no such user");
}

TEST(Approve, ADraftThatMayNotLeaveBlocksIt)
{
    Action action = callIn(ActionState::Proposed);
    action.kind = domain::ActionKind::Email;
    action.draft.to = "dana@northwind.example";
    ASSERT_TRUE(actions::approve(action, now, hold).ok());
    action.draft.body = "Hi {{contact.first_name}}";
    EXPECT_FALSE(actions::approve(action, now, hold).ok());
}

TEST(Snooze, NeedsATimeInTheFuture)
{
    const Action action = callIn(ActionState::Proposed);
    EXPECT_FALSE(actions::snooze(action, now, now).ok());
    const auto snoozed = actions::snooze(action, now, now + base::hourMs);
    ASSERT_TRUE(snoozed.ok());
    EXPECT_EQ(snoozed->snoozedUntilMs, now + base::hourMs);
    // Undo works long after, and keeps what a repeated signal added.
    Action stronger = *snoozed;
    stronger.repeats = 3;
    const auto undone = actions::undo(stronger, action, *snoozed, now + 100 * base::dayMs);
    ASSERT_TRUE(undone.ok());
    EXPECT_EQ(undone->state, ActionState::Proposed);
    EXPECT_EQ(undone->repeats, 3);
    EXPECT_FALSE(undone->snoozedUntilMs);
}

TEST(Undo, IsRefusedWhenTheActionMovedOn)
{
    const Action before = callIn(ActionState::Proposed);
    const auto snoozed = actions::snooze(before, now, now + base::hourMs);
    const auto dismissed = actions::dismiss(*snoozed, now + 1, domain::DismissReason::BadTiming);
    EXPECT_FALSE(actions::undo(*dismissed, before, *snoozed, now + 2).ok());
    Action other = *snoozed;
    other.id = base::Uuid::named("action", "b");
    EXPECT_FALSE(actions::undo(other, before, *snoozed, now + 2).ok());
}

TEST(Done, ByHandCanBeUndoneAndUnknownNeedsAnAnswerFirst)
{
    const Action before = callIn(ActionState::Proposed);
    const auto done = actions::markDone(before, now, domain::Outcome::Connected);
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done->outcome, domain::Outcome::Connected);
    EXPECT_EQ(actions::undo(*done, before, *done, now + 1)->outcome, domain::Outcome::None);

    const Action unknown = callIn(ActionState::Unknown);
    EXPECT_FALSE(actions::markDone(unknown, now, domain::Outcome::Connected).ok());
    EXPECT_FALSE(actions::approve(unknown, now, hold).ok());
    EXPECT_EQ(actions::resolveUnknown(unknown, now, true)->state, ActionState::Done);
    EXPECT_EQ(actions::resolveUnknown(unknown, now, false)->state, ActionState::Failed);
    EXPECT_FALSE(actions::resolveUnknown(before, now, true).ok());
}

TEST(EditDraft, IsRefusedOnceTheTextIsFrozen)
{
    domain::Draft draft;
    draft.subject = "New words";
    for (const auto state : allStates) {
        const bool allowed = state == ActionState::Proposed || state == ActionState::Snoozed ||
                             state == ActionState::Failed;
        const auto edited = actions::editDraft(callIn(state), now, draft);
        EXPECT_EQ(edited.ok(), allowed) << domain::actionStateName(state);
        if (edited.ok()) {
            EXPECT_EQ(edited->draft, draft);
        }
    }
}

TEST(EditDraft, KeepsWhereTheWordsCameFrom)
{
    Action action = callIn(ActionState::Proposed);
    action.draft.facts = {"wrote: a model", "from: the price list"};
    domain::Draft draft = action.draft;
    draft.body = "Other words";
    draft.facts = {"from: the price list", "from: a letter"};
    const auto edited = actions::editDraft(action, now, draft);
    ASSERT_TRUE(edited.ok());
    auto facts = edited->draft.facts;
    std::sort(facts.begin(), facts.end());
    EXPECT_EQ(facts, (std::vector<std::string>{"from: a letter", "from: the price list",
                                               "wrote: a model"}));
}

TEST(AfterTime, WakesSnoozedAndExpiresUntouchedActions)
{
    const base::DurationMs expire = 14 * base::dayMs;
    Action action = callIn(ActionState::Snoozed);
    action.snoozedUntilMs = now;
    EXPECT_EQ(actions::afterTime(action, now - 1, expire), action);
    EXPECT_EQ(actions::afterTime(action, now, expire).state, ActionState::Proposed);
    // Looking late gives the same as looking in time.
    EXPECT_EQ(actions::afterTime(action, now + 30 * base::dayMs, expire),
              actions::afterTime(actions::afterTime(action, now, expire), now + 30 * base::dayMs,
                                 expire));
    const Action proposed = callIn(ActionState::Proposed);
    EXPECT_EQ(actions::afterTime(proposed, proposed.changedMs + expire - 1, expire), proposed);
    EXPECT_EQ(actions::afterTime(proposed, proposed.changedMs + expire, expire).state,
              ActionState::Expired);
}

// Whatever keys are pressed in whatever order: an action is carried out only after an approval, and
// a refused command leaves no trace.
TEST(Commands, RandomKeysOnlyMakeLegalMoves)
{
    constexpr std::uint32_t seed = 42;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 200; ++round) {
        Action action = callIn(ActionState::Proposed);
        base::UtcMs clock = now;
        for (int step = 0; step < 30; ++step) {
            clock += static_cast<base::DurationMs>(random() % (2 * base::hourMs));
            const auto answer = [&]() -> base::Result<Action> {
                switch (random() % 5) {
                case 0:
                    return actions::approve(action, clock, hold);
                case 1:
                    return actions::snooze(action, clock, clock + base::hourMs);
                case 2:
                    return actions::dismiss(action, clock, domain::DismissReason::Duplicate);
                case 3:
                    return actions::markDone(action, clock, domain::Outcome::Other);
                default:
                    return actions::resolveUnknown(action, clock, random() % 2 == 0);
                }
            }();
            if (!answer.ok()) {
                EXPECT_EQ(answer.error().code, base::ErrorCode::Refused);
                EXPECT_FALSE(answer.error().message.empty());
                continue;
            }
            EXPECT_TRUE(actions::canMove(action.state, answer->state));
            EXPECT_EQ(answer->holdUntilMs.has_value(), answer->state == ActionState::Approved);
            EXPECT_EQ(answer->snoozedUntilMs.has_value(), answer->state == ActionState::Snoozed);
            action = *answer;
        }
    }
}
