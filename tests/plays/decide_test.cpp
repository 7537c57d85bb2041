#include "tests/plays/decide_world.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::plays::test;

TEST(Decide, ProposesAnActionWithEverythingThatRankingNeeds)
{
    World w;
    const auto verdict = w.decide();
    ASSERT_TRUE(verdict.action);
    const Action &action = *verdict.action;
    EXPECT_EQ(verdict.decision.reason.code, ReasonCode::Proposed);
    EXPECT_EQ(verdict.decision.action, action.id);
    EXPECT_EQ(action.state, ActionState::Proposed);
    EXPECT_EQ(action.contact, ContactId{1});
    EXPECT_EQ(action.deal, domain::DealId{1});
    EXPECT_EQ(action.owner, domain::OwnerId{2});
    EXPECT_EQ(action.amount, base::Money{4'800'000});
    EXPECT_FALSE(action.amountEstimated);
    EXPECT_EQ(action.signal, w.signal.id);
    EXPECT_EQ(action.whyNow, w.signal.reason);
    EXPECT_EQ(action.signalMs, w.signal.occurredMs);
    EXPECT_EQ(action.slaDueMs, w.signal.occurredMs + 4 * hour);
    EXPECT_EQ(action.dedupeKey, "pricing-revisit|contact 1");
    EXPECT_EQ(action.effortMinutes, 4);
    EXPECT_EQ(verdict.decision.asked.size(), 20U);
}

TEST(Decide, TheIdIsNamedByPlayVersionStepAndSignal)
{
    World w;
    const auto first = w.decide().action->id;
    w.history.deals.clear();
    w.score.tier = domain::Tier::Hot;
    EXPECT_EQ(w.decide().action->id, first);
    w.play.version = 2;
    EXPECT_NE(w.decide().action->id, first);
    w.play.version = 1;
    w.signal.id = base::Uuid::named("signal", "t");
    EXPECT_NE(w.decide().action->id, first);
}

TEST(Decide, AHeldOutAccountGetsTheSameActionAsAGhost)
{
    World w;
    const auto treated = w.decide();
    w.heldOut = true;
    auto ghost = w.decide();
    ASSERT_TRUE(ghost.action);
    EXPECT_EQ(ghost.action->state, ActionState::HeldOut);
    EXPECT_EQ(ghost.decision.reason, (domain::Reason{ReasonCode::HeldOut, {std::int64_t{150}}}));
    EXPECT_EQ(ghost.decision.asked, treated.decision.asked);
    ghost.action->state = ActionState::Proposed;
    EXPECT_EQ(*ghost.action, *treated.action);
    // A ghost keeps its play quiet as a real action would.
    ghost.action->state = ActionState::HeldOut;
    w.recent = {*ghost.action};
    w.signal.id = base::Uuid::named("signal", "t");
    EXPECT_EQ(w.code(), ReasonCode::PlayCooldown);
}

TEST(Decide, WithoutADealTheAccountsTypicalAmountIsMarkedAsEstimated)
{
    World w;
    w.history.deals[0].amount.reset();
    EXPECT_FALSE(w.decide().action->amount);
    for (std::int64_t amount : {100, 900, 300}) {
        auto &deal = w.history.deals.emplace_back();
        deal.id = domain::DealId{amount};
        deal.stage.id = domain::StageId{2};
        deal.amount = base::Money{amount};
    }
    EXPECT_EQ(w.decide().action->amount, base::Money{300});
    EXPECT_TRUE(w.decide().action->amountEstimated);
}

TEST(Merge, StrengthensTheOpenActionOnlyWithNews)
{
    World w;
    Action open = *w.decide().action;
    open.createdMs = open.changedMs = now - 30 * base::minuteMs;
    w.open = {open};
    // The same signal again, as a recomputation finds it: nothing changes.
    auto verdict = w.decide();
    EXPECT_EQ(verdict.decision.reason.code, ReasonCode::OpenActionMerged);
    EXPECT_EQ(verdict.decision.action, open.id);
    EXPECT_EQ(*verdict.action, open);
    // A further visit.
    w.signal.occurredMs = now - base::minuteMs;
    w.signal.reason.arguments = {std::int64_t{3}};
    verdict = w.decide();
    EXPECT_EQ(verdict.action->repeats, 2);
    EXPECT_EQ(verdict.action->signalMs, now - base::minuteMs);
    EXPECT_EQ(verdict.action->whyNow, w.signal.reason);
    EXPECT_EQ(verdict.action->slaDueMs, open.slaDueMs);
    // What is approved is frozen.
    w.open[0].state = ActionState::Approved;
    EXPECT_EQ(*w.decide().action, w.open[0]);
}

TEST(DecideStep, AsksTheSameRulesButNotAgeAndOwnCooldown)
{
    World w;
    auto &second = w.play.steps.emplace_back(w.play.steps[0]);
    second.kind = ActionKind::Call;
    second.effortMinutes = 9;
    w.signal.occurredMs = now - 20 * day;
    w.recent = {otherAction(ActionState::Done)};
    w.recent[0].dedupeKey = "pricing-revisit|contact 1";
    w.recent[0].changedMs = now - 3 * day;
    const plays::StepAsked asked{
        2, ContactId{1}, domain::DealId{1}, {ReasonCode::Silence, {}}, now};
    const auto verdict = [&] {
        return plays::decideStep(
            w.signal, w.play, asked,
            {w.history, w.score, w.open, w.recent, w.policy, w.heldOut, now, &w.owners});
    };
    EXPECT_EQ(w.code(), ReasonCode::PlayCooldown);
    const auto taken = verdict();
    ASSERT_EQ(taken.decision.reason.code, ReasonCode::Proposed);
    EXPECT_EQ(taken.action->kind, ActionKind::Call);
    EXPECT_EQ(taken.action->stepNo, 2);
    EXPECT_EQ(taken.action->effortMinutes, 9);
    EXPECT_EQ(taken.action->signal, w.signal.id);
    EXPECT_EQ(taken.action->signalMs, now);
    EXPECT_EQ(taken.action->whyNow.code, ReasonCode::Silence);
    EXPECT_EQ(taken.action->id, plays::actionId(w.play, 2, w.signal.id));
    EXPECT_NE(taken.action->id, plays::actionId(w.play, 1, w.signal.id));
    w.history.contacts[0].optedOut = true;
    EXPECT_EQ(verdict().decision.reason.code, ReasonCode::OptedOut);
    w.history.contacts[0].optedOut = false;
    w.event(EventKind::CallMade, now - hour);
    EXPECT_EQ(verdict().decision.reason.code, ReasonCode::ChannelCooldown);
}

TEST(DecideStep, AsksWhereThePlaysRulesSaySo)
{
    World w;
    w.play.mode = domain::Mode::Auto;
    EXPECT_EQ(w.decide().action->mode, domain::Mode::Auto);
    w.play.rules.mustAsk = {"Change the price", "email"};
    EXPECT_EQ(w.decide().action->mode, domain::Mode::Approval);
    w.play.rules.mustAsk = {"call"};
    EXPECT_EQ(w.decide().action->mode, domain::Mode::Auto);
    w.play.rules.mustAsk = {"email"};
    w.play.mode = domain::Mode::Draft;
    EXPECT_EQ(w.decide().action->mode, domain::Mode::Draft);
}

TEST(ChooseContact, TakesTheSignalsPersonElseTheMostRecentlyActiveReachableOne)
{
    World w;
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{1});
    w.signal.contact = {};
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{1});
    w.event(EventKind::PageView, now - hour, 2);
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{2});
    w.event(EventKind::EmailSent, now, 1); // ours, not theirs
    w.event(EventKind::PageView, now, 1).suspectBot = true;
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{2});
    w.history.contacts[1].optedOut = true;
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{1});
    w.history.contacts[0].email = "";
    EXPECT_FALSE(plays::chooseContact(w.signal, w.history).isSet());
    w.history.contacts[0].phone = "+1 303 555 0100";
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{1});
}

TEST(ChooseContact, PrefersTheDealsPersonAmongEquals)
{
    World w;
    w.signal.contact = {};
    w.signal.deal = domain::DealId{1};
    w.history.deals[0].contact.id = ContactId{2};
    EXPECT_EQ(plays::chooseContact(w.signal, w.history), ContactId{2});
}

TEST(Decide, TheSlaRunsByTheHoursOfWhoHasToAct)
{
    World w;
    std::map<domain::OwnerId, domain::WorkCalendar> calendars;
    auto &own = calendars[domain::OwnerId{2}];
    own.zone = "America/New_York"; // 05:14 there
    w.facts.calendars = &calendars;
    const auto newYork = *base::TimeZone::find("America/New_York");
    EXPECT_EQ(w.decide().action->slaDueMs, newYork.at({2025, 11, 18}, 12 * hour));
    w.play.slaMs = 12 * hour; // ten hours make a day
    EXPECT_EQ(w.decide().action->slaDueMs, newYork.at({2025, 11, 19}, 10 * hour));
}

TEST(Decide, AModeThatWasTakenAwayCountsForTheActionAndItsRules)
{
    World w;
    w.play.mode = domain::Mode::Auto;
    w.policy.automationStopped = true;
    EXPECT_EQ(w.code(), ReasonCode::AutomationStopped);
    w.facts.mode = domain::Mode::Approval;
    EXPECT_EQ(w.decide().action->mode, domain::Mode::Approval);
}
