#include "core/plays/decide.h"

#include "core/base/check.h"
#include "core/plays/judgement.h"
#include "core/plays/suppression.h"
#include "core/plays/target.h"
#include "core/plays/work_calendar.h"

#include <algorithm>
#include <string>

namespace topline::plays {

using domain::Action;
using domain::ActionState;
using domain::ReasonCode;

namespace {

constexpr std::int64_t firstStep = 1;

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
    const auto except = context.dismissedActions ? wrongPeople(*context.dismissedActions, play.id)
                                                 : std::vector<domain::ContactId>();
    out.contact = findContact(history, chooseContact(signal, history, except));
    out.deal = chooseDeal(signal, out.contact ? out.contact->id : domain::ContactId{}, history);
    out.owner = ownerOf(history, out.deal ? out.deal->id : domain::DealId{});
    out.dedupeKey = dedupeKey(play, out.contact, history.account.id);
    out.actionId = actionId(play, firstStep, signal.id);
    return out;
}

// The hours of who has to act.
WorkClock workClock(const Case &one)
{
    const auto *known = one.context.facts.calendars;
    return workClockOf(known ? *known : std::map<domain::OwnerId, domain::WorkCalendar>(),
                       one.owner, one.context.policy.zone);
}

Action actionFor(const Case &one, std::int64_t stepNo)
{
    const auto &play = one.play;
    const base::UtcMs now = one.context.now;
    Action out;
    out.id = one.actionId;
    domain::Play inForce = play;
    inForce.mode = modeOf(play, one.context);
    takeStep(out, inForce, stepNo);
    out.urgency = play.urgency;
    out.account = one.context.history.account.id;
    out.contact = one.contact ? one.contact->id : domain::ContactId{};
    out.deal = one.deal ? one.deal->id : domain::DealId{};
    out.owner = one.owner;
    out.signal = one.signal.id;
    out.dedupeKey = one.dedupeKey;
    out.whyNow = one.signal.reason;
    out.signalMs = one.signal.occurredMs;
    out.gainBasisPoints = play.gainBasisPoints;
    if (one.deal && one.deal->amount) {
        out.amount = one.deal->amount;
    } else {
        out.amount = typicalAmount(one.context.history);
        out.amountEstimated = out.amount.has_value();
    }
    out.createdMs = now;
    out.changedMs = now;
    if (play.slaMs)
        out.slaDueMs = slaDueMs(workClock(one), one.signal.occurredMs, *play.slaMs);
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

Verdict verdictOn(const Case &one, std::int64_t stepNo)
{
    const auto &context = one.context;
    Finding finding = firstRuleAgainst(one);
    Verdict out;
    out.decision.signal = one.signal.id;
    out.decision.playId = one.play.id;
    out.decision.playVersion = one.play.version;
    out.decision.account = context.history.account.id;
    out.decision.atMs = context.now;
    out.decision.asked = std::move(finding.asked);
    if (finding.against) {
        out.decision.reason = *finding.against;
        if (finding.against->code == ReasonCode::OpenActionMerged) {
            const Action *open = openActionFor(one);
            out.decision.action = open->id;
            out.action = strengthened(*open, one.signal, context.now);
        }
        return out;
    }
    out.action = actionFor(one, stepNo);
    out.decision.action = out.action->id;
    out.decision.reason = {ReasonCode::Proposed, {}};
    if (context.heldOut) {
        out.action->state = ActionState::HeldOut;
        out.decision.reason = {ReasonCode::HeldOut, {context.policy.holdout.sharePermille}};
    }
    return out;
}

const domain::Deal *dealOf(const domain::AccountHistory &history, domain::DealId id)
{
    const auto found = std::find_if(history.deals.begin(), history.deals.end(),
                                    [id](const auto &deal) { return deal.id == id; });
    return found == history.deals.end() ? nullptr : &*found;
}

} // namespace

domain::Mode modeOf(const domain::Play &play, const DecisionContext &context)
{
    return context.facts.mode.value_or(play.mode);
}

base::Uuid actionId(const domain::Play &play, std::int64_t stepNo, const base::Uuid &signal)
{
    return base::Uuid::named("action", play.id + "|" + std::to_string(play.version) + "|" +
                                           std::to_string(stepNo) + "|" + signal.text());
}

void takeStep(Action &action, const domain::Play &play, std::int64_t stepNo)
{
    const auto &step = play.steps[static_cast<std::size_t>(stepNo - 1)];
    const auto &ask = play.rules.mustAsk;
    const bool mustAsk =
        std::find(ask.begin(), ask.end(), domain::actionKindName(step.kind)) != ask.end();
    action.kind = step.kind;
    action.mode = mustAsk && play.mode == domain::Mode::Auto ? domain::Mode::Approval : play.mode;
    action.playId = play.id;
    action.playVersion = play.version;
    action.stepNo = stepNo;
    action.effortMinutes = step.effortMinutes;
    action.stageTarget = step.stage;
}

Verdict decide(const domain::Signal &signal, const domain::Play &play,
               const DecisionContext &context)
{
    CHECK(!play.steps.empty());
    return verdictOn(caseOf(signal, play, context), firstStep);
}

Verdict decideStep(const domain::Signal &signal, const domain::Play &play, const StepAsked &asked,
                   const DecisionContext &context)
{
    CHECK(asked.stepNo >= 1 && asked.stepNo <= static_cast<std::int64_t>(play.steps.size()));
    const auto &history = context.history;
    domain::Play later = play;
    later.cooldownMs = 0;
    domain::Signal now = signal;
    now.contact = asked.contact;
    now.deal = asked.deal;
    now.reason = asked.whyNow;
    now.occurredMs = context.now; // a run's signal does not grow old
    Case one{now,     later,   later.steps[static_cast<std::size_t>(asked.stepNo - 1)],
             context, nullptr, nullptr,
             {},      {},      {}};
    one.contact = findContact(history, asked.contact);
    one.deal = dealOf(history, asked.deal);
    one.owner = ownerOf(history, one.deal ? one.deal->id : domain::DealId{});
    one.dedupeKey = dedupeKey(play, one.contact, history.account.id);
    one.actionId = actionId(play, asked.stepNo, signal.id);
    Verdict out = verdictOn(one, asked.stepNo);
    if (out.action && out.decision.reason.code != ReasonCode::OpenActionMerged)
        out.action->signalMs = asked.signalMs;
    return out;
}

} // namespace topline::plays
