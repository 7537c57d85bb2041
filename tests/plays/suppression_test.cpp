#include "tests/plays/decide_world.h"

#include <functional>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::plays::test;

namespace {

using Change = std::function<void(World &)>;

std::vector<std::pair<ReasonCode, Change>> firstRules()
{
    return {
        {ReasonCode::AutomationStopped,
         [](World &w) {
             w.policy.automationStopped = true;
             w.play.mode = domain::Mode::Auto;
         }},
        {ReasonCode::DoNotContact,
         [](World &w) {
             auto &limit = w.limits.emplace_back();
             limit.contact = ContactId{1};
             limit.noMail = domain::StopWhy::Complaint;
         }},
        {ReasonCode::OptedOut, [](World &w) { w.history.contacts[0].optedOut = true; }},
        {ReasonCode::NoConsent, [](World &w) { w.policy.guards.needsConsent = true; }},
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
    };
}

std::vector<std::pair<ReasonCode, Change>> laterRules()
{
    return {
        {ReasonCode::PlayCooldown,
         [](World &w) {
             w.recent = {otherAction(ActionState::Done)};
             w.recent[0].dedupeKey = "pricing-revisit|contact 1";
             w.recent[0].changedMs = now - 13 * day;
         }},
        {ReasonCode::OtherCadence,
         [](World &w) {
             w.beCadence();
             w.runs.push_back({ContactId{1}, "other", "Other", std::nullopt});
         }},
        {ReasonCode::CadenceCoolOff,
         [](World &w) {
             w.beCadence();
             w.runs.push_back({ContactId{1}, "other", "Other", now - 13 * day});
         }},
        {ReasonCode::PlayRepLimit,
         [](World &w) {
             w.play.perRepDayMax = 3;
             w.today[{w.play.id, domain::OwnerId{2}}] = 3;
         }},
        {ReasonCode::PlayAccountLimit,
         [](World &w) {
             w.play.perAccountMax = 1;
             w.open.push_back(otherAction(ActionState::Proposed));
             w.open.back().playId = w.play.id;
             w.open.back().contact = ContactId{2};
         }},
        {ReasonCode::OtherOwner,
         [](World &w) {
             w.open.push_back(otherAction(ActionState::Proposed));
             w.open.back().owner = domain::OwnerId{3};
             w.owners.emplace_back().id = domain::OwnerId{3};
             w.owners[0].name = "Sam";
         }},
        {ReasonCode::OutsideAudience,
         [](World &w) { w.play.audience.tiers = {domain::Tier::Hot}; }},
        {ReasonCode::TooOld, [](World &w) { w.signal.occurredMs = now - 3 * day - 1; }},
        {ReasonCode::NoContact, [](World &w) { w.history.contacts.clear(); }},
    };
}

// What makes each rule apply, in the order in which they are asked.
std::vector<std::pair<ReasonCode, Change>> rulesWithTheirCause()
{
    auto out = firstRules();
    const auto later = laterRules();
    out.insert(out.end(), later.begin(), later.end());
    return out;
}

} // namespace

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

TEST(Suppression, TheListOfCallsIsAnotherThanThatOfMails)
{
    World w;
    auto &limit = w.limits.emplace_back();
    limit.contact = ContactId{1};
    limit.noCall = domain::StopWhy::ByHand;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.play.steps[0].kind = ActionKind::Call;
    EXPECT_EQ(w.code(), ReasonCode::DoNotContact);
    w.play.steps[0].kind = ActionKind::Task;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    limit.contact = ContactId{2};
    w.play.steps[0].kind = ActionKind::Call;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
}

TEST(Suppression, AConsentThatWasTakenBackCountsWhereNoneIsNeeded)
{
    World w;
    auto &limit = w.limits.emplace_back();
    limit.contact = ContactId{1};
    limit.mailConsent = domain::ConsentState::Withdrawn;
    EXPECT_EQ(w.code(), ReasonCode::NoConsent);
    limit.mailConsent = domain::ConsentState::Given;
    w.policy.guards.needsConsent = true;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
}

TEST(Suppression, ACadenceGivesWayToAnotherButAnAnswerDoesNot)
{
    World w;
    w.runs.push_back({ContactId{1}, "other", "Other", std::nullopt});
    w.beCadence();
    EXPECT_EQ(w.code(), ReasonCode::OtherCadence);
    w.play.steps.resize(1); // no cadence itself
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.play.steps.push_back(w.play.steps[0]);
    w.play.urgency = domain::Urgency::Inbound;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.play.urgency = domain::Urgency::Timed; // a moment that passes
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.play.urgency = domain::Urgency::Today;
    EXPECT_EQ(w.code(), ReasonCode::OtherCadence);
    w.facts.isRunStep = true;
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.facts.isRunStep = false;
    w.runs[0].contact = ContactId{2};
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    w.runs[0] = {ContactId{1}, "other", "Other", now - 14 * day};
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
}

TEST(Suppression, AnInvitationIsBoundAsAMailIs)
{
    for (const auto &[code, change] : firstRules()) {
        const bool isOfPeople = code == ReasonCode::DoNotContact || code == ReasonCode::OptedOut ||
                                code == ReasonCode::NoConsent || code == ReasonCode::Bounced ||
                                code == ReasonCode::NoAddress ||
                                code == ReasonCode::PersonTouchLimit;
        if (!isOfPeople)
            continue;
        World w;
        w.play.steps[0].kind = ActionKind::Meeting;
        change(w);
        EXPECT_EQ(w.code(), code);
        World task;
        task.play.steps[0].kind = ActionKind::Task;
        change(task);
        EXPECT_EQ(task.code(), ReasonCode::Proposed) << "a task stays in the CRM";
    }
}

TEST(Suppression, AnInvitationCountsOnceToTheTouchesOfAPerson)
{
    World w;
    w.policy.suppression.personTouchesMax = 2;
    const auto meeting = [&](base::DurationMs ago) {
        auto &action = w.recent.emplace_back(otherAction(ActionState::Done));
        action.id = base::Uuid::named("meeting", std::to_string(ago));
        action.kind = ActionKind::Meeting;
        action.contact = ContactId{1};
        action.changedMs = now - ago;
        return action;
    };
    const auto first = meeting(3 * day);
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    auto mail = first; // its invitation went by mail: still one touch
    mail.id = base::Uuid::named("invitation", first.id.text());
    mail.kind = ActionKind::Email;
    w.recent.push_back(mail);
    EXPECT_EQ(w.code(), ReasonCode::Proposed);
    meeting(5 * day);
    EXPECT_EQ(w.code(), ReasonCode::PersonTouchLimit);
}
