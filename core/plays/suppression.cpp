#include "core/plays/suppression.h"

#include "core/plays/suppression_rules.h"
#include "core/plays/target.h"

#include <algorithm>

namespace topline::plays {

using domain::Action;
using domain::ActionKind;
using domain::Reason;
using domain::ReasonCode;
using domain::Span;

namespace {

Applies automationStopped(const Case &one)
{
    // What asks first may still be proposed; what would run by itself may not.
    if (one.context.policy.automationStopped && isAuto(one))
        return Reason{ReasonCode::AutomationStopped, {}};
    return std::nullopt;
}

Applies openActionMerged(const Case &one)
{
    if (const Action *open = openActionFor(one))
        return Reason{ReasonCode::OpenActionMerged, {open->id.text()}};
    return std::nullopt;
}

Applies playCooldown(const Case &one)
{
    const base::DurationMs cooldown =
        one.play.cooldownMs.value_or(one.context.policy.suppression.playCooldownMs);
    for (const auto &action : one.context.recentActions) {
        const base::DurationMs since =
            std::max<base::DurationMs>(0, one.context.now - action.changedMs);
        const bool isSame = action.id == one.actionId;
        const bool isRecent =
            action.dedupeKey == one.dedupeKey && since < cooldown && !one.context.facts.isRunStep;
        if (isSame || isRecent)
            return Reason{ReasonCode::PlayCooldown, {Span{since}, Span{cooldown}}};
    }
    return std::nullopt;
}

// The person's runs of plays with several steps. A buyer who waits gets an answer all the same, and
// a moment that passes is taken; the new run then ends the other one.
template <typename Against> Applies firstRun(const Case &one, const Against &against)
{
    const auto &facts = one.context.facts;
    const bool isCadence = one.play.steps.size() > 1;
    const bool isPressing = isAnswer(one) || one.play.urgency == domain::Urgency::Timed;
    if (!facts.runs || !one.contact || facts.isRunStep || !isCadence || isPressing)
        return std::nullopt;
    for (const RunFact &run : *facts.runs) {
        if (run.contact != one.contact->id)
            continue;
        if (Applies found = against(run))
            return found;
    }
    return std::nullopt;
}

Applies otherCadence(const Case &one)
{
    return firstRun(one, [](const RunFact &run) -> Applies {
        if (run.endedMs)
            return std::nullopt;
        return Reason{ReasonCode::OtherCadence, {run.playName}};
    });
}

Applies cadenceCoolOff(const Case &one)
{
    const base::DurationMs coolOff = one.context.policy.guards.coolOffMs;
    return firstRun(one, [&](const RunFact &run) -> Applies {
        if (!run.endedMs)
            return std::nullopt;
        const auto since = std::max<base::DurationMs>(0, one.context.now - *run.endedMs);
        if (since >= coolOff)
            return std::nullopt;
        return Reason{ReasonCode::CadenceCoolOff, {Span{since}, Span{coolOff}}};
    });
}

Applies playRepLimit(const Case &one)
{
    const auto *today = one.context.facts.playsToday;
    const std::int64_t limit = one.play.perRepDayMax;
    if (limit <= 0 || !today || isAnswer(one))
        return std::nullopt;
    const auto found = today->find({one.play.id, one.owner});
    const std::int64_t count = found == today->end() ? 0 : found->second;
    if (count >= limit)
        return Reason{ReasonCode::PlayRepLimit, {count, limit}};
    return std::nullopt;
}

Applies playAccountLimit(const Case &one)
{
    const std::int64_t limit = one.play.perAccountMax;
    if (limit <= 0 || one.context.facts.isRunStep)
        return std::nullopt;
    const auto &open = one.context.openActions;
    const std::int64_t count = std::count_if(open.begin(), open.end(), [&one](const auto &each) {
        return each.playId == one.play.id && !domain::isTerminal(each.state);
    });
    if (count >= limit)
        return Reason{ReasonCode::PlayAccountLimit, {count, limit}};
    return std::nullopt;
}

Applies otherOwner(const Case &one)
{
    if (!one.contact || !one.owner.isSet())
        return std::nullopt;
    for (const auto &action : one.context.openActions) {
        if (action.contact != one.contact->id || !action.owner.isSet() || action.owner == one.owner)
            continue;
        std::string name;
        if (one.context.owners) {
            for (const auto &owner : *one.context.owners) {
                if (owner.id == action.owner)
                    name = owner.name;
            }
        }
        return Reason{ReasonCode::OtherOwner, {name}};
    }
    return std::nullopt;
}

Applies outsideAudience(const Case &one)
{
    const auto &audience = one.play.audience;
    const auto outside = [](const char *what) {
        return Reason{ReasonCode::OutsideAudience, {std::string(what)}};
    };
    if (audience.needsOpenDeal && !(one.deal && isOpen(*one.deal, one.context.history)))
        return outside("open_deal");
    if (audience.amountMinorMin) {
        const bool isLarge = one.deal && one.deal->amount &&
                             one.deal->amount->amountMinor >= *audience.amountMinorMin;
        if (!isLarge)
            return outside("amount");
    }
    const auto &tiers = audience.tiers;
    if (!tiers.empty() &&
        std::find(tiers.begin(), tiers.end(), one.context.score.tier) == tiers.end())
        return outside("tier");
    return std::nullopt;
}

Applies tooOld(const Case &one)
{
    const base::DurationMs age = one.context.now - one.signal.occurredMs;
    if (age > one.play.signalAgeMaxMs)
        return Reason{ReasonCode::TooOld, {Span{age}, Span{one.play.signalAgeMaxMs}}};
    return std::nullopt;
}

struct Rule {
    ReasonCode code;
    Applies (*applies)(const Case &);
};

// In the order of ReasonCode.
constexpr Rule rules[] = {
    {ReasonCode::AutomationStopped, automationStopped},
    {ReasonCode::DoNotContact, doNotContact},
    {ReasonCode::OptedOut, optedOut},
    {ReasonCode::NoConsent, noConsent},
    {ReasonCode::Bounced, bounced},
    {ReasonCode::NoAddress, noAddress},
    {ReasonCode::OpenActionMerged, openActionMerged},
    {ReasonCode::ChannelCooldown, channelCooldown},
    {ReasonCode::PersonTouchLimit, personTouchLimit},
    {ReasonCode::AccountTouchLimit, accountTouchLimit},
    {ReasonCode::RecentReply, recentReply},
    {ReasonCode::PlayCooldown, playCooldown},
    {ReasonCode::OtherCadence, otherCadence},
    {ReasonCode::CadenceCoolOff, cadenceCoolOff},
    {ReasonCode::PlayRepLimit, playRepLimit},
    {ReasonCode::PlayAccountLimit, playAccountLimit},
    {ReasonCode::OtherOwner, otherOwner},
    {ReasonCode::OutsideAudience, outsideAudience},
    {ReasonCode::TooOld, tooOld},
    {ReasonCode::NoContact, noContact},
};

} // namespace

bool isWritten(ActionKind kind)
{
    return kind == ActionKind::Email || kind == ActionKind::Meeting;
}

bool reachesOut(ActionKind kind)
{
    return isWritten(kind) || kind == ActionKind::Call;
}

bool isAnswer(const Case &one)
{
    return one.play.urgency == domain::Urgency::Inbound;
}

bool isAuto(const Case &one)
{
    return modeOf(one.play, one.context) == domain::Mode::Auto;
}

const Action *openActionFor(const Case &one)
{
    for (const auto &action : one.context.openActions) {
        if (!domain::isTerminal(action.state) && action.dedupeKey == one.dedupeKey)
            return &action;
    }
    return nullptr;
}

Finding firstRuleAgainst(const Case &one)
{
    Finding out;
    for (const Rule &rule : rules) {
        out.against = rule.applies(one);
        if (out.against)
            return out;
        out.asked.push_back(rule.code);
    }
    return out;
}

} // namespace topline::plays
