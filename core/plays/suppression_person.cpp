#include "core/plays/suppression_rules.h"
#include "core/plays/target.h"

#include <algorithm>

namespace topline::plays {

using domain::ActionKind;
using domain::EventKind;
using domain::Reason;
using domain::ReasonCode;

namespace {

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

} // namespace

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

Applies noContact(const Case &one)
{
    if (!one.contact && reachesOut(one.step.kind))
        return Reason{ReasonCode::NoContact, {}};
    return std::nullopt;
}

} // namespace topline::plays
