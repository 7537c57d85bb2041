#include "core/engine/send_guards.h"

#include "core/base/hash.h"

#include <algorithm>

namespace topline::engine {

namespace {

using Objection = std::optional<std::string>;

base::Result<Objection> objectionOfApproval(Step &step, const domain::Effect &effect)
{
    if (base::hex(base::sha256(effect.wire)) != effect.wireSha256)
        return Objection("The bytes are not those that were frozen.");
    TRY_ASSIGN(const auto approvals, step.tables().outbox.approvals(effect.action));
    const bool isApproved =
        std::any_of(approvals.begin(), approvals.end(),
                    [&](const auto &approval) { return approval.wireSha256 == effect.wireSha256; });
    if (!isApproved)
        return Objection("Exactly this text was not approved.");
    return Objection();
}

// A held-out account gets nothing that a play asked for; what a rep typed is the rep's own doing.
base::Result<Objection> objectionOfArm(Step &step, const domain::Action &action)
{
    if (action.signal.isNull())
        return Objection();
    TRY_ASSIGN(const auto assignment, step.tables().decisions.assignment(action.account));
    if (assignment && assignment->heldOut)
        return Objection("The account is held out.");
    return Objection();
}

base::Result<Objection> objectionOfRecipient(Step &step, const domain::Action &action)
{
    if (!action.contact.isSet() || action.kind == domain::ActionKind::StageChange)
        return Objection();
    TRY_ASSIGN(const auto contact, step.tables().records.contact(action.contact));
    if (!contact || contact->deleted)
        return Objection("The contact is no longer in the CRM.");
    if (action.kind != domain::ActionKind::Email)
        return Objection();
    if (contact->optedOut)
        return Objection(contact->fullName() + " has opted out.");
    if (contact->bounced)
        return Objection("Mail to " + contact->fullName() + " bounced.");
    return Objection();
}

} // namespace

base::Result<bool> anythingMayLeave(Step &step)
{
    TRY_ASSIGN(const bool isFrozen, step.tables().settings.frozen());
    return !isFrozen && !step.policy().automationStopped;
}

base::Result<std::optional<std::string>> objectionTo(Step &step, const domain::Effect &effect,
                                                     const domain::Action &action)
{
    if (action.state != domain::ActionState::Approved)
        return Objection("The action is no longer approved.");
    TRY_ASSIGN(Objection objection, objectionOfApproval(step, effect));
    if (!objection) {
        TRY_ASSIGN(objection, objectionOfArm(step, action));
    }
    if (!objection) {
        TRY_ASSIGN(objection, objectionOfRecipient(step, action));
    }
    return objection;
}

} // namespace topline::engine
