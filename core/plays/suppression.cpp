#include "core/plays/suppression.h"

#include "core/plays/judgement.h"
#include "core/plays/target.h"

#include <algorithm>

namespace topline::plays {

using domain::Action;
using domain::ActionKind;
using domain::ActionState;
using domain::EventKind;
using domain::Reason;
using domain::ReasonCode;
using domain::Span;

namespace {

using Applies = std::optional<Reason>;

// An invitation to a meeting is a mail to the person.
bool isWritten(ActionKind kind)
{
    return kind == ActionKind::Email || kind == ActionKind::Meeting;
}

bool reachesOut(ActionKind kind)
{
    return isWritten(kind) || kind == ActionKind::Call;
}

// A buyer who waits for an answer gets one: limits on our own initiative do not apply.
bool isAnswer(const Case &one)
{
    return one.play.urgency == domain::Urgency::Inbound;
}

bool isAuto(const Case &one)
{
    return modeOf(one.play, one.context) == domain::Mode::Auto;
}

const domain::ContactLimit *limitOf(const Case &one)
{
    const auto *limits = one.context.facts.limits;
    if (!limits || !one.contact)
        return nullptr;
    const auto found = std::find_if(limits->begin(), limits->end(), [&one](const auto &each) {
        return each.contact == one.contact->id;
    });
    return found == limits->end() ? nullptr : &*found;
}

struct Touch {
    base::UtcMs atMs = 0;
    domain::ContactId contact;
    ActionKind channel = ActionKind::Email;
};

std::optional<Touch> touchOf(const domain::Event &event)
{
    if (!domain::isOutboundTouch(event.kind))
        return std::nullopt;
    const bool isCall = event.kind == EventKind::CallMade;
    return Touch{event.atMs, event.contact.id, isCall ? ActionKind::Call : ActionKind::Email};
}

// A meeting whose invitation went by mail is one touch: that of the mail.
bool isInvitedByMail(const Action &action, const DecisionContext &context)
{
    if (action.kind != ActionKind::Meeting)
        return false;
    const auto mail = base::Uuid::named("invitation", action.id.text());
    const auto isIt = [&mail](const Action &other) { return other.id == mail; };
    return std::any_of(context.openActions.begin(), context.openActions.end(), isIt) ||
           std::any_of(context.recentActions.begin(), context.recentActions.end(), isIt);
}

// Outbound touches since `sinceMs`: what the CRM has seen, and approved actions that it has not
// seen yet. An executed action comes back as an event within the hour, so these two are one touch.
std::vector<Touch> touchesSince(const Case &one, base::UtcMs sinceMs)
{
    const auto &context = one.context;
    std::vector<Touch> out;
    for (const auto &event : context.history.events) {
        const auto touch = touchOf(event);
        if (touch && event.atMs > sinceMs && event.atMs <= context.now)
            out.push_back(*touch);
    }
    const std::size_t seen = out.size();
    const auto add = [&](const Action &action) {
        const bool isUnderWay = action.state == ActionState::Approved ||
                                action.state == ActionState::Executing ||
                                action.state == ActionState::Done ||
                                action.state == ActionState::Unknown || isTouchByWord(action);
        if (!reachesOut(action.kind) || !isUnderWay || action.changedMs <= sinceMs ||
            isInvitedByMail(action, context))
            return;
        const auto end = out.begin() + static_cast<std::ptrdiff_t>(seen);
        const bool isSeen = std::any_of(out.begin(), end, [&action](const Touch &touch) {
            return touch.contact == action.contact && touch.channel == action.kind &&
                   std::abs(touch.atMs - action.changedMs) <= base::hourMs;
        });
        if (!isSeen)
            out.push_back({action.changedMs, action.contact, action.kind});
    };
    for (const auto &action : context.openActions)
        add(action);
    for (const auto &action : context.recentActions) {
        if (domain::isTerminal(action.state))
            add(action);
    }
    return out;
}

Applies automationStopped(const Case &one)
{
    // What asks first may still be proposed; what would run by itself may not.
    if (one.context.policy.automationStopped && isAuto(one))
        return Reason{ReasonCode::AutomationStopped, {}};
    return std::nullopt;
}

Applies doNotContact(const Case &one)
{
    const auto *limit = reachesOut(one.step.kind) ? limitOf(one) : nullptr;
    if (!limit)
        return std::nullopt;
    const auto &stop = isWritten(one.step.kind) ? limit->noMail : limit->noCall;
    if (!stop)
        return std::nullopt;
    return Reason{ReasonCode::DoNotContact,
                  {one.contact->fullName(), std::string(domain::stopWhyName(*stop))}};
}

Applies noConsent(const Case &one)
{
    if (!one.contact || !isWritten(one.step.kind))
        return std::nullopt;
    const auto *limit = limitOf(one);
    const auto said = limit ? limit->mailConsent : std::nullopt;
    const bool isRefused = said == domain::ConsentState::Withdrawn;
    const bool isMissing = one.context.policy.guards.needsConsent && !said;
    if (isRefused || isMissing)
        return Reason{ReasonCode::NoConsent, {one.contact->fullName()}};
    return std::nullopt;
}

Applies optedOut(const Case &one)
{
    if (!one.contact || !reachesOut(one.step.kind))
        return std::nullopt;
    const auto &events = one.context.history.events;
    const bool unsubscribed =
        isWritten(one.step.kind) &&
        std::any_of(events.begin(), events.end(), [&one](const domain::Event &event) {
            return event.kind == EventKind::Unsubscribed && event.contact.id == one.contact->id &&
                   event.atMs <= one.context.now;
        });
    if (one.contact->optedOut || unsubscribed)
        return Reason{ReasonCode::OptedOut, {one.contact->fullName()}};
    return std::nullopt;
}

Applies bounced(const Case &one)
{
    if (one.contact && isWritten(one.step.kind) && one.contact->bounced)
        return Reason{ReasonCode::Bounced, {one.contact->fullName()}};
    return std::nullopt;
}

Applies noAddress(const Case &one)
{
    if (one.contact && isWritten(one.step.kind) && !hasMailAddress(*one.contact))
        return Reason{ReasonCode::NoAddress, {one.contact->fullName()}};
    return std::nullopt;
}

Applies openActionMerged(const Case &one)
{
    if (const Action *open = openActionFor(one))
        return Reason{ReasonCode::OpenActionMerged, {open->id.text()}};
    return std::nullopt;
}

Applies channelCooldown(const Case &one)
{
    if (!one.contact || !reachesOut(one.step.kind) || isAnswer(one))
        return std::nullopt;
    const base::DurationMs cooldown = one.context.policy.suppression.channelCooldownMs;
    std::optional<base::DurationMs> age;
    for (const auto &touch : touchesSince(one, one.context.now - cooldown)) {
        if (touch.contact == one.contact->id && touch.channel == one.step.kind) {
            const base::DurationMs since =
                std::max<base::DurationMs>(0, one.context.now - touch.atMs);
            age = std::min(age.value_or(since), since);
        }
    }
    if (age)
        return Reason{ReasonCode::ChannelCooldown, {Span{*age}, Span{cooldown}}};
    return std::nullopt;
}

Applies personTouchLimit(const Case &one)
{
    if (!one.contact || !reachesOut(one.step.kind) || isAnswer(one))
        return std::nullopt;
    const auto &policy = one.context.policy.suppression;
    const auto touches = touchesSince(one, one.context.now - policy.touchWindowMs);
    const std::int64_t count =
        std::count_if(touches.begin(), touches.end(),
                      [&one](const Touch &touch) { return touch.contact == one.contact->id; });
    if (count >= policy.personTouchesMax)
        return Reason{ReasonCode::PersonTouchLimit,
                      {count, policy.personTouchesMax, Span{policy.touchWindowMs}}};
    return std::nullopt;
}

Applies accountTouchLimit(const Case &one)
{
    if (!reachesOut(one.step.kind) || isAnswer(one))
        return std::nullopt;
    const auto &policy = one.context.policy.suppression;
    const auto count =
        static_cast<std::int64_t>(touchesSince(one, one.context.now - policy.touchWindowMs).size());
    if (count >= policy.accountTouchesMax)
        return Reason{ReasonCode::AccountTouchLimit,
                      {count, policy.accountTouchesMax, Span{policy.touchWindowMs}}};
    return std::nullopt;
}

Applies recentReply(const Case &one)
{
    if (one.step.kind != ActionKind::Email || !isAuto(one) || isAnswer(one))
        return std::nullopt;
    const base::DurationMs window = one.context.policy.suppression.replyQuietMs;
    std::optional<base::DurationMs> age;
    for (const auto &event : one.context.history.events) {
        const base::DurationMs since = one.context.now - event.atMs;
        const bool isReply = event.kind == EventKind::EmailReplied && !event.suspectBot;
        if (isReply && since >= 0 && since < window)
            age = std::min(age.value_or(since), since);
    }
    if (age)
        return Reason{ReasonCode::RecentReply, {Span{*age}, Span{window}}};
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

Applies noContact(const Case &one)
{
    if (!one.contact && reachesOut(one.step.kind))
        return Reason{ReasonCode::NoContact, {}};
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
