#include "core/plays/judgement.h"
#include "core/plays/suppression_rules.h"

#include <algorithm>
#include <cstdlib>

namespace topline::plays {

using domain::Action;
using domain::ActionKind;
using domain::ActionState;
using domain::EventKind;
using domain::Reason;
using domain::ReasonCode;
using domain::Span;

namespace {

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

} // namespace

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

} // namespace topline::plays
