// What the inspector shows for one card or one deal: why now, exact score rows, the rules asked,
// evidence with its texts, the deal's way through the stages. Loaded by the engine on request.
// Plain values, any thread.
#pragma once

#include "core/domain/deal_plan.h"
#include "core/domain/event.h"
#include "core/domain/feed.h"
#include "core/domain/metric.h"
#include "core/domain/prediction.h"
#include "core/domain/records.h"
#include "core/domain/risk_report.h"
#include "core/domain/signal.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct DealStrip {
    DealRow row;
    std::vector<Stage> stages; // of its pipeline, in order, with the won stage last
    std::size_t stageIndex = 0;
    std::optional<double> ageDays;    // since the cycle began
    std::int64_t contactsEngaged = 0; // people with a two-way touch or buyer event in 30 d
    std::int64_t contacts = 0;
};

// One move of an effect, with what was said about it then.
struct EffectAttempt {
    base::Uuid effect;
    std::int64_t number = 0; // from 1, per effect
    EffectState state = EffectState::Queued;
    base::UtcMs atMs = 0;
    std::string detail;
    bool operator==(const EffectAttempt &) const = default;
};

// Who approved which bytes.
struct ApprovalFact {
    std::string approver; // "rep", "policy"
    std::string bytesSha256;
    base::UtcMs atMs = 0;
    bool operator==(const ApprovalFact &) const = default;
};

struct CardDetail {
    FeedCard card;
    std::vector<FeedCard> folded; // the others for the same person
    AccountScore score;           // rows sum exactly to its total
    std::optional<Signal> signal;
    std::optional<Decision> decision; // the rule that decided, and those asked before
    std::vector<Event> evidence;      // newest first, with texts
    std::int64_t evidenceTotal = 0;   // events of the account in 90 d
    std::vector<Event> timeline;      // newest first, at most 200, with texts
    std::vector<Effect> effects;
    std::vector<EffectAttempt> attempts; // of these effects, in order
    std::vector<ApprovalFact> approvals; // by time
    std::vector<FeedCard> siblings;      // open cards of the same account, best first
    std::optional<DealStrip> deal;
    std::optional<DealPlan> plan;   // of the deal
    std::optional<DealRisk> risk;   // of an open deal that was weighed
    std::optional<WinEstimate> win; // of an open deal, by the model as last learned
    std::string playGoal;
    std::int64_t playSteps = 1;
};

} // namespace topline::domain
