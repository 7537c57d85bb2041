// The world in which everything speaks for an action; each test takes one thing away. Used by the
// tests of decide and of suppression; plain values.
#pragma once

#include "core/plays/decide.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::plays::test {

using domain::Action;
using domain::ActionKind;
using domain::ActionState;
using domain::ContactId;
using domain::EventKind;
using domain::ReasonCode;

inline constexpr base::UtcMs now = 1'763'460'840'000; // Tuesday 18 November 2025, 10:14 UTC
inline constexpr auto hour = base::hourMs;
inline constexpr auto day = base::dayMs;

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
        play.steps.push_back(domain::PlayStep());
        play.steps[0].kind = ActionKind::Email;
        play.steps[0].effortMinutes = 4;
        play.steps[0].subject = "Subject";
        play.steps[0].body = "Body";
        policy.holdout.sharePermille = 150;
        facts.limits = &limits;
        facts.runs = &runs;
        facts.playsToday = &today;
    }

    // Several steps, and no moment that would pass.
    void beCadence()
    {
        play.steps.push_back(play.steps[0]);
        play.urgency = domain::Urgency::Today;
    }

    plays::Verdict decide() const
    {
        return plays::decide(signal, play,
                             {history, score, open, recent, policy, heldOut, now, &owners, facts});
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
    plays::DecisionFacts facts;
    std::vector<domain::ContactLimit> limits;
    std::vector<plays::RunFact> runs;
    std::map<std::pair<std::string, domain::OwnerId>, std::int64_t> today;
};

inline Action otherAction(ActionState state)
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

} // namespace topline::plays::test
