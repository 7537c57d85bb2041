#include "core/domain/event.h"
#include "core/store/action_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using base::ErrorCode;
using domain::Action;
using domain::ActionState;
using domain::Decision;
using domain::EventKind;

class ActionStoreTest : public StoreTest {
protected:
    Action store(Action out)
    {
        inTransaction([&] { need(tables().actions.add(out)); });
        return out;
    }
};

TEST_F(ActionStoreTest, GivesBackEveryField)
{
    const auto home = addAccount("a1");
    Action full = action("full", home);
    full.contact = addContact("c1", "a1");
    full.deal = addDeal("d1", "a1");
    full.kind = domain::ActionKind::StageChange;
    full.mode = domain::Mode::Auto;
    full.state = ActionState::Dismissed;
    full.urgency = domain::Urgency::Inbound;
    full.playId = "pricing-revisit";
    full.playVersion = 3;
    full.stepNo = 2;
    full.signal = base::Uuid::named("signal", "s");
    full.signalMs = 11;
    full.repeats = 4;
    full.gainBasisPoints = 250;
    full.effortMinutes = 7;
    full.amount = base::Money{-5, *base::Currency::parse("JPY")};
    full.amountEstimated = true;
    full.slaDueMs = 12;
    full.snoozedUntilMs = 13;
    full.holdUntilMs = 14;
    full.stageTarget = "Won";
    full.fields = {{"nextStep", "", "call:1"}, {"name", "12:x", ""}};
    full.dismissReason = domain::DismissReason::Duplicate;
    full.outcome = domain::Outcome::Won;
    full.failure = "said: \"no\"";
    store(full);
    EXPECT_EQ(need(tables().actions.action(full.id)), full);
    const auto plain = store(action("plain"));
    EXPECT_EQ(need(tables().actions.action(plain.id)), plain);
    EXPECT_FALSE(need(tables().actions.action(base::Uuid::named("no", "no"))).has_value());
}

TEST_F(ActionStoreTest, UpdatingWritesWhatCanChangeAndKeepsWhoItIs)
{
    Action changed = store(action("one"));
    changed.state = ActionState::Snoozed;
    changed.snoozedUntilMs = 77;
    changed.draft.body = "Edited";
    changed.draft.facts = {};
    changed.fields = {{"amount", "1", "2"}};
    changed.changedMs += 5;
    Action written = changed;
    written.playId = "another play";
    written.createdMs = 1;
    inTransaction([&] { need(tables().actions.update(written)); });
    EXPECT_EQ(need(tables().actions.action(changed.id)), changed);
    EXPECT_EQ(refusedBy([&] { return tables().actions.update(action("unknown")); }).code,
              ErrorCode::NotFound);
}

TEST_F(ActionStoreTest, ListsHoldTheStatesTheyName)
{
    const auto home = addAccount("a1");
    std::map<ActionState, Action> byState;
    for (int i = 0; i <= 9; ++i) {
        auto each = action("state" + std::to_string(i), home);
        each.state = static_cast<ActionState>(i);
        each.createdMs = 1'000 + i;
        each.changedMs = 2'000 + i;
        if (each.state == ActionState::Snoozed)
            each.snoozedUntilMs = 3'000;
        byState[each.state] = store(each);
    }
    const auto of = [&](std::vector<ActionState> states) {
        std::vector<Action> out;
        for (const auto state : states)
            out.push_back(byState[state]);
        return out;
    };
    using enum ActionState;
    const auto &actions = tables().actions;
    const auto open = of({Proposed, Snoozed, Approved, Executing, Failed, Unknown});
    EXPECT_EQ(need(actions.open()), open);
    EXPECT_EQ(need(actions.openOf(home)), open);
    EXPECT_EQ(need(actions.recentOf(home, 2'003)), of({Executing, Done, Failed, Unknown}));
    EXPECT_EQ(need(actions.allOf(home)).size(), 10U);
    EXPECT_EQ(need(actions.all()).size(), 10U);
    EXPECT_EQ(need(actions.createdBefore(1'000)), of({Proposed}));
    EXPECT_EQ(need(actions.snoozedUntil(3'000)), of({Snoozed}));
    EXPECT_TRUE(need(actions.snoozedUntil(2'999)).empty());
    EXPECT_EQ(need(actions.cards(5'000, 2'005)).size(), 8U) << "six open, dismissed, expired";
    EXPECT_EQ(need(actions.cardsOf(home, 5'000, 9'999)).size(), 6U);
    EXPECT_TRUE(need(actions.cardsOf({99}, 5'000, 0)).empty());
}

TEST_F(ActionStoreTest, ACardHoldsTheNamesAroundItsAction)
{
    const auto home = addAccount("a1", "Northwind");
    Action shown = action("shown", home);
    shown.contact = addContact("c1", "a1");
    const auto stage = addStage("s1", 0, domain::StageKind::Open);
    shown.deal = addDeal("d1", "a1", "s1");
    inTransaction([&] {
        const domain::Owner owner{{}, "o1", "Ann Lee", "", "", "", true, 0};
        shown.owner = need(tables().catalogue.put(owner, m_changes)).id;
        need(tables().derived.replaceScore({home, 0, 0, 82'000, domain::Tier::Hot, 1, {}}));
        auto touch = event("1", EventKind::CallAnswered, 300);
        touch.account.id = home;
        auto view = event("2", EventKind::PricingView, 400);
        view.account.id = home;
        auto future = event("3", EventKind::EmailSent, 900);
        future.account.id = home;
        need(tables().events.add(std::vector{touch, view, future}, m_changes));
    });
    store(shown);
    const auto row = need(tables().actions.card(shown.id, 500));
    ASSERT_TRUE(row.has_value());
    EXPECT_EQ(row->card.action, shown);
    EXPECT_EQ(row->card.contactName, "Dana Reyes");
    EXPECT_EQ(row->card.contactTitle, "CFO");
    EXPECT_EQ(row->card.contactTimeZone, "Europe/Berlin");
    EXPECT_EQ(row->card.accountName, "Northwind");
    EXPECT_EQ(row->card.ownerName, "Ann Lee");
    EXPECT_EQ(row->card.dealName, "Renewal d1");
    EXPECT_EQ(row->card.scoreMilli, 82'000);
    EXPECT_EQ(row->card.tier, domain::Tier::Hot);
    EXPECT_EQ(row->card.lastTouchMs, 300);
    EXPECT_EQ(row->dealStage, stage);
    EXPECT_TRUE(row->dealOpen);
    EXPECT_EQ(need(tables().actions.cards(500, 0)).front().card, row->card);

    const auto bare = store(action("bare"));
    const auto empty = need(tables().actions.card(bare.id, 500));
    EXPECT_EQ(empty->card.contactName, "");
    EXPECT_FALSE(empty->card.lastTouchMs.has_value());
    EXPECT_FALSE(empty->dealOpen);
}

// The query names the kinds of a touch by number; this keeps the numbers with the domain's rules.
TEST_F(ActionStoreTest, TheLastTouchCountsWhatTheDomainCallsATouch)
{
    const auto home = addAccount("a1");
    const auto shown = store(action("shown", home));
    base::UtcMs last = 0;
    for (int number = 1; number <= 99; ++number) {
        const auto kind = static_cast<EventKind>(number);
        if (domain::eventKindName(kind) == "unknown")
            continue;
        auto each = event(std::to_string(number), kind, number);
        each.account.id = home;
        inTransaction([&] { need(tables().events.add(std::vector{each}, m_changes)); });
        if (domain::isOutboundTouch(kind) || domain::isTwoWayTouch(kind))
            last = number;
        const auto row = need(tables().actions.card(shown.id, 100));
        EXPECT_EQ(row->card.lastTouchMs.value_or(0), last) << domain::eventKindName(kind);
    }
}

TEST_F(ActionStoreTest, ADecisionIsKeptOncePerSignalAndPlay)
{
    const auto home = addAccount("a1");
    Decision decision;
    decision.signal = base::Uuid::named("signal", "s");
    decision.playId = "surge";
    decision.playVersion = 2;
    decision.account = home;
    decision.atMs = 10;
    decision.reason = {domain::ReasonCode::Proposed, {}};
    decision.action = base::Uuid::named("action", "x");
    decision.asked = {domain::ReasonCode::OptedOut, domain::ReasonCode::Bounced};
    auto merged = decision;
    merged.playId = "other";
    merged.reason = {domain::ReasonCode::OpenActionMerged, {decision.action.text()}};
    auto &decisions = tables().decisions;
    inTransaction([&] {
        EXPECT_FALSE(need(decisions.isDecided(decision.signal, "surge")));
        need(decisions.add(decision));
        need(decisions.add(merged));
        EXPECT_TRUE(need(decisions.isDecided(decision.signal, "surge")));
    });
    EXPECT_EQ(refusedBy([&] { return decisions.add(decision); }).code, ErrorCode::Conflict);
    EXPECT_EQ(need(decisions.ofSignal(decision.signal)), (std::vector{merged, decision}));
    EXPECT_EQ(need(decisions.ofAccount(home)), (std::vector{decision, merged}));
    EXPECT_EQ(need(decisions.ofAction(decision.action)), decision);
    EXPECT_EQ(need(decisions.all()).size(), 2U);
}

TEST_F(ActionStoreTest, AnAccountKeepsItsFirstArm)
{
    const auto home = addAccount("a1");
    const Assignment first{home, true, "holdout:a", 150, 10};
    auto &decisions = tables().decisions;
    inTransaction([&] {
        EXPECT_TRUE(need(decisions.assign(first)));
        EXPECT_FALSE(need(decisions.assign({home, false, "holdout:b", 500, 20})));
    });
    EXPECT_EQ(need(decisions.assignment(home)), first);
    EXPECT_EQ(need(decisions.assignments()), std::vector{first});
    EXPECT_FALSE(need(decisions.assignment({9})).has_value());
}

TEST_F(ActionStoreTest, AnOutcomeCountsOncePerAction)
{
    const auto home = addAccount("a1");
    const auto of = store(action("one", home));
    const OutcomeSeen reply{of.id, domain::Outcome::Replied, 5, {}};
    auto &decisions = tables().decisions;
    inTransaction([&] {
        EXPECT_TRUE(need(decisions.addOutcome(reply)));
        EXPECT_FALSE(need(decisions.addOutcome({of.id, domain::Outcome::Replied, 9, {}})));
        EXPECT_TRUE(need(decisions.addOutcome({of.id, domain::Outcome::Won, 9, {}})));
    });
    ASSERT_EQ(need(decisions.outcomesOf(home)).size(), 2U);
    EXPECT_EQ(need(decisions.outcomesOf(home)).front(), reply);
    EXPECT_TRUE(need(decisions.outcomesOf({home.value + 1})).empty());
    EXPECT_EQ(need(decisions.outcomes()).size(), 2U);
}

} // namespace
} // namespace topline::store
