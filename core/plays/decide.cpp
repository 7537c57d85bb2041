#include "core/plays/decide.h"

#include "core/base/check.h"
#include "core/plays/business_hours.h"
#include "core/plays/suppression.h"
#include "core/plays/target.h"

#include <algorithm>
#include <string>

namespace topline::plays {

using domain::Action;
using domain::ActionState;
using domain::ReasonCode;

namespace {

constexpr std::int64_t firstStep = 1;

base::Uuid actionId(const domain::Play &play, const domain::Signal &signal)
{
    return base::Uuid::named("action", play.id + "|" + std::to_string(play.version) + "|" +
                                           std::to_string(firstStep) + "|" + signal.id.text());
}

std::string dedupeKey(const domain::Play &play, const domain::Contact *contact,
                      domain::AccountId account)
{
    return play.id + (contact ? "|contact " + std::to_string(contact->id.value)
                              : "|account " + std::to_string(account.value));
}

Case caseOf(const domain::Signal &signal, const domain::Play &play, const DecisionContext &context)
{
    const auto &history = context.history;
    Case out{signal, play, play.steps.front(), context, nullptr, nullptr, {}, {}, {}};
    out.contact = findContact(history, chooseContact(signal, history));
    out.deal = chooseDeal(signal, out.contact ? out.contact->id : domain::ContactId{}, history);
    out.owner =
        out.deal && out.deal->owner.id.isSet() ? out.deal->owner.id : history.account.owner.id;
    out.dedupeKey = dedupeKey(play, out.contact, history.account.id);
    out.actionId = actionId(play, signal);
    return out;
}

Action actionFor(const Case &one)
{
    const auto &play = one.play;
    const base::UtcMs now = one.context.now;
    Action out;
    out.id = one.actionId;
    out.kind = one.step.kind;
    out.mode = play.mode;
    out.urgency = play.urgency;
    out.account = one.context.history.account.id;
    out.contact = one.contact ? one.contact->id : domain::ContactId{};
    out.deal = one.deal ? one.deal->id : domain::DealId{};
    out.owner = one.owner;
    out.playId = play.id;
    out.playVersion = play.version;
    out.stepNo = firstStep;
    out.signal = one.signal.id;
    out.dedupeKey = one.dedupeKey;
    out.whyNow = one.signal.reason;
    out.signalMs = one.signal.occurredMs;
    out.gainBasisPoints = play.gainBasisPoints;
    out.effortMinutes = one.step.effortMinutes;
    if (one.deal && one.deal->amount) {
        out.amount = one.deal->amount;
    } else {
        out.amount = typicalAmount(one.context.history);
        out.amountEstimated = out.amount.has_value();
    }
    out.createdMs = now;
    out.changedMs = now;
    if (play.slaMs)
        out.slaDueMs = clockStartMs(one.signal.occurredMs, one.context.policy.zone) + *play.slaMs;
    out.stageTarget = one.step.stage;
    return out;
}

// The open action with what the repeated signal adds; unchanged when it says nothing new.
Action strengthened(const Action &open, const domain::Signal &signal, base::UtcMs now)
{
    Action out = open;
    const bool mayChange =
        open.state == ActionState::Proposed || open.state == ActionState::Snoozed;
    if (!mayChange || signal.occurredMs <= open.signalMs)
        return out;
    ++out.repeats;
    out.signalMs = signal.occurredMs;
    out.whyNow = signal.reason;
    out.changedMs = now;
    return out;
}

} // namespace

Verdict decide(const domain::Signal &signal, const domain::Play &play,
               const DecisionContext &context)
{
    CHECK(!play.steps.empty());
    const Case one = caseOf(signal, play, context);
    Finding finding = firstRuleAgainst(one);
    Verdict out;
    out.decision.signal = signal.id;
    out.decision.playId = play.id;
    out.decision.playVersion = play.version;
    out.decision.account = context.history.account.id;
    out.decision.atMs = context.now;
    out.decision.asked = std::move(finding.asked);
    if (finding.against) {
        out.decision.reason = *finding.against;
        if (finding.against->code == ReasonCode::OpenActionMerged) {
            const Action *open = openActionFor(one);
            out.decision.action = open->id;
            out.action = strengthened(*open, signal, context.now);
        }
        return out;
    }
    out.action = actionFor(one);
    out.decision.action = out.action->id;
    out.decision.reason = {ReasonCode::Proposed, {}};
    if (context.heldOut) {
        out.action->state = ActionState::HeldOut;
        out.decision.reason = {ReasonCode::HeldOut, {context.policy.holdout.sharePermille}};
    }
    return out;
}

} // namespace topline::plays
