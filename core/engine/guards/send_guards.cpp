#include "core/engine/guards/send_guards.h"

#include "core/base/hash.h"
#include "core/domain/call.h"
#include "core/engine/guards/consent_book.h"
#include "core/engine/guards/send_limits.h"

#include <algorithm>
#include <string>

namespace topline::engine {

namespace {

using domain::ReasonCode;
using Finding = std::optional<Objection>;

Finding never(ReasonCode code, std::vector<domain::ReasonArgument> arguments = {})
{
    return Objection{domain::Reason{code, std::move(arguments)}, std::nullopt};
}

// Who approved exactly these bytes; nothing when nobody did.
base::Result<std::optional<std::string>> approverOf(Step &step, const domain::Effect &effect)
{
    std::optional<std::string> out;
    if (base::hex(base::sha256(effect.wire)) != effect.wireSha256)
        return out;
    TRY_ASSIGN(const auto approvals, step.tables().outbox.approvals(effect.action));
    for (const auto &approval : approvals) {
        if (approval.wireSha256 == effect.wireSha256)
            out = approval.approver;
    }
    return out;
}

// A held-out account gets nothing that a play asked for; what a rep typed is the rep's own doing.
base::Result<Finding> objectionOfArm(Step &step, const domain::Action &action)
{
    if (action.signal.isNull())
        return Finding();
    TRY_ASSIGN(const auto assignment, step.tables().decisions.assignment(action.account));
    if (assignment && assignment->heldOut)
        return never(ReasonCode::HeldOut, {assignment->sharePermille});
    return Finding();
}

// An invitation to a meeting is a mail to the person.
bool isWritten(domain::ActionKind kind)
{
    return kind == domain::ActionKind::Email || kind == domain::ActionKind::Meeting;
}

// The note of a call that was made reaches nobody.
bool reachesOut(const domain::Action &action)
{
    return isWritten(action.kind) ||
           (action.kind == domain::ActionKind::Call && !domain::isCallMade(action));
}

// The address that the bytes go to, and the one that the record has now.
base::Result<Finding> objectionOfList(Step &step, const domain::Action &action,
                                      const std::optional<domain::Contact> &contact)
{
    ConsentBook book(step);
    const bool isMail = isWritten(action.kind);
    std::string country;
    if (!isMail) {
        TRY_ASSIGN(const auto account, step.tables().records.account(action.account));
        country = account ? account->country : std::string();
    }
    const std::string name = contact ? contact->fullName() : action.draft.to;
    std::vector<ReachAddress> addresses = {
        {isMail ? domain::Reach::Mail : domain::Reach::Call, action.draft.to, country}};
    if (contact)
        addresses.push_back(isMail ? mailOf(*contact) : phoneOf(*contact, country));
    for (const auto &address : addresses) {
        TRY_ASSIGN(const auto stop, book.stop(address));
        if (stop)
            return never(ReasonCode::DoNotContact,
                         {name, std::string(domain::stopWhyName(stop->why))});
    }
    if (!isMail)
        return Finding();
    TRY_ASSIGN(const auto consent, book.consent(addresses.front()));
    const bool isRefused = consent && consent->state == domain::ConsentState::Withdrawn;
    const bool isMissing = step.policy().guards.needsConsent && !consent;
    if (isRefused || isMissing)
        return never(ReasonCode::NoConsent, {name});
    return Finding();
}

base::Result<Finding> objectionOfRecipient(Step &step, const domain::Action &action)
{
    const bool isAboutPerson =
        action.contact.isSet() && action.kind != domain::ActionKind::StageChange;
    std::optional<domain::Contact> contact;
    if (isAboutPerson) {
        TRY_ASSIGN(contact, step.tables().records.contact(action.contact));
        if (!contact || contact->deleted)
            return never(ReasonCode::NoContact);
    }
    if (!reachesOut(action))
        return Finding();
    TRY_ASSIGN(Finding listed, objectionOfList(step, action, contact));
    if (listed || !contact || !isWritten(action.kind))
        return listed;
    if (contact->optedOut)
        return never(ReasonCode::OptedOut, {contact->fullName()});
    TRY_ASSIGN(const bool isDead, step.tables().mail.cameBack(contact->id, action.draft.to));
    if (contact->bounced || isDead)
        return never(ReasonCode::Bounced, {contact->fullName()});
    return Finding();
}

} // namespace

std::string Objection::text() const
{
    return reason ? domain::encodeReason(*reason)
                  : std::string("Exactly these bytes were not approved.");
}

base::Result<bool> anythingMayLeave(Step &step)
{
    TRY_ASSIGN(const bool isFrozen, step.tables().settings.frozen());
    return !isFrozen && !step.policy().automationStopped;
}

base::Result<Finding> objectionTo(Step &step, const domain::Effect &effect,
                                  const domain::Action &action)
{
    TRY_ASSIGN(const auto approver, approverOf(step, effect));
    if (action.state != domain::ActionState::Approved || !approver)
        return Finding(Objection{});
    TRY_ASSIGN(Finding found, objectionOfArm(step, action));
    if (!found) {
        TRY_ASSIGN(found, objectionOfRecipient(step, action));
    }
    if (!found && effect.channel == domain::Channel::Mail) {
        TRY_ASSIGN(found, waitForLimits(step, effect, action, *approver));
    }
    return found;
}

base::Result<Finding> objectionToReach(Step &step, const domain::Action &action)
{
    return objectionOfRecipient(step, action);
}

base::Result<Finding> lateObjectionTo(Step &step, const domain::Effect &effect,
                                      const domain::Action &action)
{
    if (effect.channel == domain::Channel::Crm)
        return Finding();
    return objectionOfRecipient(step, action);
}

} // namespace topline::engine
