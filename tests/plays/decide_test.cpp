#include "core/plays/decide.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>

using namespace topline;
using domain::Action;
using domain::ActionKind;
using domain::ActionState;
using domain::ContactId;
using domain::EventKind;
using domain::ReasonCode;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000; // Tuesday 18 November 2025, 10:14 UTC
constexpr auto hour = base::hourMs;
constexpr auto day = base::dayMs;

// Everything that speaks for the action; each test takes one thing away.
struct World {
    World()
    {
        history.account.id = domain::AccountId{1};
        history.account.owner.id = domain::OwnerId{1};
        history.stages.push_back(
            {domain::StageId{1}, "", "Sales", "Proposal", 0, domain::StageKind::Open});
        history.stages.push_back(
            {domain::StageId{2}, "", "Sales", "Won", 1, domain::StageKind::Won});
        for (std::int64_t id : {1, 2}) {
            auto &contact = history.contacts.emplace_back();
            contact.id = ContactId{id};
            contact.firstName = id == 1 ? "Dana" : "Luis";
            contact.lastName = "Reyes";
            contact.email = "person" + std::to_string(id) + "@northwind.example";
        }
        auto &deal = history.deals.emplace_back();
        deal.id = domain::DealId{1};
        deal.stage.id = domain::StageId{1};
        deal.owner.id = domain::OwnerId{2};
        deal.amount = base::Money{4'800'000};
        signal.id = base::Uuid::named("signal", "s");
        signal.type = domain::SignalType::PricingRevisit;
        signal.account = history.account.id;
        signal.contact = ContactId{1};
        signal.occurredMs = now - hour;
        signal.reason = {ReasonCode::PricingRevisit, {std::int64_t{2}}};
        play.id = "pricing-revisit";
        play.triggers = {domain::SignalType::PricingRevisit};
        play.urgency = domain::Urgency::Timed;
        play.slaMs = 4 * hour;
        play.gainBasisPoints = 200;
        play.steps.push_back({ActionKind::Email, 4, "Subject", "Body", ""});
        policy.holdout.sharePermille = 150;
    }

    plays::Verdict decide() const
    {
        return plays::decide(signal, play,
                             {history, score, open, recent, policy, heldOut, now, &owners});
    }

    ReasonCode code() const { return decide().decision.reason.code; }

    domain::Event &event(EventKind kind, base::UtcMs atMs, std::int64_t contact = 1)
    {
        auto &out = history.events.emplace_back();
        out.kind = kind;
        out.atMs = atMs;
        out.contact.id = ContactId{contact};
        return out;
    }

    domain::AccountHistory history;
    domain::AccountScore score;
    std::vector<Action> open;
    std::vector<Action> recent;
    std::vector<domain::Owner> owners;
    domain::Policy policy;
    domain::Signal signal;
    domain::Play play;
    bool heldOut = false;
};

Action otherAction(ActionState state)
{
    Action out;
    out.id = base::Uuid::named("action", "other");
    out.state = state;
    out.kind = ActionKind::Email;
    out.contact = ContactId{1};
    out.changedMs = now - hour;
    out.dedupeKey = "another-play|contact 1";
    return out;
}

using Change = std::function<void(World &)>;

// What makes each rule apply, in the order in which they are asked.
std::vector<std::pair<ReasonCode, Change>> rulesWithTheirCause()
{
    return {
        {ReasonCode::AutomationStopped,
         [](World &w) {
             w.policy.automationStopped = true;
             w.play.mode = domain::Mode::Auto;
         }},
        {ReasonCode::OptedOut, [](World &w) { w.history.contacts[0].optedOut = true; }},
        {ReasonCode::Bounced, [](World &w) { w.history.contacts[0].bounced = true; }},
        {ReasonCode::NoAddress, [](World &w) { w.history.contacts[0].email = "n/a"; }},
        {ReasonCode::OpenActionMerged,
         [](World &w) {
             w.open = {otherAction(ActionState::Proposed)};
             w.open[0].dedupeKey = "pricing-revisit|contact 1";
         }},
        {ReasonCode::ChannelCooldown,
         [](World &w) { w.event(EventKind::EmailSent, now - 48 * hour + 1); }},
        {ReasonCode::PersonTouchLimit,
         [](World &w) {
             for (int i = 3; i < 6; ++i)
                 w.event(EventKind::CallMade, now - i * day);
         }},
        {ReasonCode::AccountTouchLimit,
         [](World &w) {
             for (int i = 2; i < 7; ++i)
                 w.event(EventKind::EmailSent, now - i * day, 2);
         }},
        {ReasonCode::RecentReply,
         [](World &w) {
             w.play.mode = domain::Mode::Auto;
             w.event(EventKind::EmailReplied, now - 6 * day, 2);
         }},
        {ReasonCode::PlayCooldown,
         [](World &w) {
             w.recent = {otherAction(ActionState::Done)};
             w.recent[0].dedupeKey = "pricing-revisit|contact 1";
             w.recent[0].changedMs = now - 13 * day;
         }},
        {ReasonCode::OtherOwner,
         [](World &w) {
             w.open = {otherAction(ActionState::Proposed)};
             w.open[0].owner = domain::OwnerId{3};
             w.owners.emplace_back().id = domain::OwnerId{3};
             w.owners[0].name = "Sam";
         }},
        {ReasonCode::OutsideAudience,
         [](World &w) { w.play.audience.tiers = {domain::Tier::Hot}; }},
        {ReasonCode::TooOld, [](World &w) { w.signal.occurredMs = now - 3 * day - 1; }},
        {ReasonCode::NoContact, [](World &w) { w.history.contacts.clear(); }},
    };
}

} // namespace

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
    EXPECT_EQ(verdict.decision.asked.size(), 14U);
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

TEST(Suppression, EachRuleAppliesAndNamesThoseAskedBefore)
{
    const auto rows = rulesWithTheirCause();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        World w;
        rows[i].second(w);
        const auto verdict = w.decide();
        EXPECT_EQ(verdict.decision.reason.code, rows[i].first)
            << domain::reasonCodeName(rows[i].first);
        std::vector<ReasonCode> before;
        for (std::size_t j = 0; j < i; ++j)
            before.push_back(rows[j].first);
        EXPECT_EQ(verdict.decision.asked, before) << domain::reasonCodeName(rows[i].first);
        const bool merged = rows[i].first == ReasonCode::OpenActionMerged;
        EXPECT_EQ(verdict.action.has_value(), merged);
        EXPECT_EQ(verdict.decision.action.isNull(), !merged);
        // Two reasons at once: the earlier one is stored.
        for (std::size_t j = 0; j < i && !w.history.contacts.empty(); ++j) {
            World both;
            rows[i].second(both);
            rows[j].second(both);
            EXPECT_EQ(both.code(), rows[j].first)
                << domain::reasonCodeName(rows[i].first) << " with "
                << domain::reasonCodeName(rows[j].first);
        }
    }
}

TEST(Suppression, NamesTheFiguresBehindIt)
{
    World w;
    w.event(EventKind::EmailSent, now - 5 * hour);
    w.event(EventKind::EmailSent, now - 40 * hour);
    EXPECT_EQ(w.decide().decision.reason,
              (domain::Reason{ReasonCode::ChannelCooldown,
                              {domain::Span{5 * hour}, domain::Span{48 * hour}}}));
    w = {};
    w.play.audience.needsOpenDeal = true;
    w.history.deals[0].stage.id = domain::StageId{2};
    EXPECT_EQ(w.decide().decision.reason,
              (domain::Reason{ReasonCode::OutsideAudience, {std::string("open_deal")}}));
}

TEST(Suppression, AnotherChannelOrPersonIsNoCooldown)
{
    World w;
    w.event(EventKind::CallMade, now - hour);
    w.event(EventKind::EmailSent, now - hour, 2);
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
}

TEST(Suppression, AnApprovedMailCountsBeforeTheCrmHasSeenItAndOnceAfter)
{
    World w;
    w.open = {otherAction(ActionState::Approved)};
    EXPECT_EQ(w.code(), ReasonCode::ChannelCooldown);
    w.open.clear();
    w.policy.suppression.channelCooldownMs = 0;
    w.policy.suppression.personTouchesMax = 2;
    w.recent = {otherAction(ActionState::Done)};
    w.event(EventKind::EmailSent, now - hour + base::minuteMs);
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.event(EventKind::CallMade, now - 2 * day);
    EXPECT_EQ(w.code(), ReasonCode::PersonTouchLimit);
}

TEST(Suppression, ABuyerWhoWaitsIsAnsweredWhateverWeSentBefore)
{
    World w;
    for (int i = 1; i < 7; ++i)
        w.event(EventKind::EmailSent, now - i * hour);
    EXPECT_EQ(w.code(), ReasonCode::ChannelCooldown);
    w.play.urgency = domain::Urgency::Inbound;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    // But never somebody who opted out.
    w.history.contacts[0].optedOut = true;
    EXPECT_EQ(w.code(), ReasonCode::OptedOut);
}

TEST(Suppression, AnUnsubscribeStopsMailEvenBeforeTheRecordSaysSo)
{
    World w;
    w.event(EventKind::Unsubscribed, now - 100 * day);
    EXPECT_EQ(w.code(), ReasonCode::OptedOut);
    w.play.steps[0].kind = ActionKind::Call;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
}

TEST(Suppression, TheStopSwitchLeavesProposalsThatAskFirst)
{
    World w;
    w.policy.automationStopped = true;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
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
