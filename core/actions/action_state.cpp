#include "core/actions/action_state.h"

#include "core/actions/draft.h"
#include "core/base/refusal.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::actions {

using domain::Action;
using domain::ActionState;
using domain::EffectState;

namespace {

constexpr std::pair<ActionState, ActionState> actionMoves[] = {
    {ActionState::Proposed, ActionState::Snoozed},
    {ActionState::Proposed, ActionState::Approved},
    {ActionState::Proposed, ActionState::Done},
    {ActionState::Proposed, ActionState::Dismissed},
    {ActionState::Proposed, ActionState::Expired},
    {ActionState::Snoozed, ActionState::Proposed},
    {ActionState::Snoozed, ActionState::Snoozed},
    {ActionState::Snoozed, ActionState::Approved},
    {ActionState::Snoozed, ActionState::Done},
    {ActionState::Snoozed, ActionState::Dismissed},
    {ActionState::Approved, ActionState::Executing},
    // Refused outside, or its target is gone: known before anything was asked.
    {ActionState::Approved, ActionState::Failed},
    {ActionState::Executing, ActionState::Done},
    {ActionState::Executing, ActionState::Failed},
    {ActionState::Executing, ActionState::Unknown},
    // A restart found the intent but no byte on the wire.
    {ActionState::Executing, ActionState::Approved},
    {ActionState::Failed, ActionState::Approved},
    {ActionState::Failed, ActionState::Done},
    {ActionState::Failed, ActionState::Dismissed},
    {ActionState::Unknown, ActionState::Done},
    {ActionState::Unknown, ActionState::Failed},
    // The outside party proved that it never arrived.
    {ActionState::Unknown, ActionState::Approved},
};

constexpr std::pair<EffectState, EffectState> effectMoves[] = {
    {EffectState::Queued, EffectState::Intent},
    {EffectState::Queued, EffectState::Cancelled},
    {EffectState::Intent, EffectState::OnWire},
    {EffectState::Intent, EffectState::Queued},
    {EffectState::Intent, EffectState::Failed},
    {EffectState::OnWire, EffectState::Sent},
    {EffectState::OnWire, EffectState::Failed},
    {EffectState::OnWire, EffectState::Unknown},
    // Nothing was written: offline, a limit, a lock, a sign-in that ended.
    {EffectState::OnWire, EffectState::Queued},
    {EffectState::Unknown, EffectState::Sent},
    {EffectState::Unknown, EffectState::Failed},
    // Proved absent outside: the same bytes under the same key may go again.
    {EffectState::Unknown, EffectState::Queued},
};

std::string stateInWords(ActionState state)
{
    switch (state) {
    case ActionState::Proposed:
        return "waiting for a decision";
    case ActionState::Snoozed:
        return "snoozed";
    case ActionState::Approved:
        return "approved";
    case ActionState::Executing:
        return "being carried out";
    case ActionState::Done:
        return "done";
    case ActionState::Dismissed:
        return "dismissed";
    case ActionState::Expired:
        return "expired";
    case ActionState::HeldOut:
        return "held out";
    case ActionState::Failed:
        return "marked as failed";
    case ActionState::Unknown:
        return "waiting for word of what became of it";
    }
    return "in an unknown state";
}

base::Result<Action> moved(const Action &action, ActionState to, base::UtcMs now)
{
    if (!canMove(action.state, to)) {
        const bool unknown = action.state == ActionState::Unknown;
        return base::refusal("The action is " + stateInWords(action.state) + ".",
                             unknown ? "Say first whether it arrived." : "");
    }
    Action out = action;
    out.state = to;
    out.changedMs = now;
    out.snoozedUntilMs.reset();
    out.untilReply = false;
    out.holdUntilMs.reset();
    return out;
}

} // namespace

bool canMove(ActionState from, ActionState to)
{
    return std::find(std::begin(actionMoves), std::end(actionMoves), std::pair(from, to)) !=
           std::end(actionMoves);
}

bool canMove(EffectState from, EffectState to)
{
    return std::find(std::begin(effectMoves), std::end(effectMoves), std::pair(from, to)) !=
           std::end(effectMoves);
}

base::Result<Action> approve(const Action &action, base::UtcMs now, base::DurationMs holdMs)
{
    // From these states the way back to Approved is for restarts and for proof, not for people.
    if (action.state == ActionState::Executing)
        return base::refusal("The action is being carried out.");
    if (action.state == ActionState::Unknown)
        return base::refusal("The action is " + stateInWords(action.state) + ".",
                             "Say first whether it arrived.");
    TRY_ASSIGN(Action out, moved(action, ActionState::Approved, now));
    TRY(checkSendable(action.kind, action.draft));
    out.holdUntilMs = now + std::max<base::DurationMs>(0, holdMs);
    out.failure.clear();
    return out;
}

base::Result<Action> snooze(const Action &action, base::UtcMs now, base::UtcMs untilMs,
                            bool untilReply)
{
    TRY_ASSIGN(Action out, moved(action, ActionState::Snoozed, now));
    if (untilMs <= now)
        return base::refusal("That time has already passed.", "Choose a later one.");
    out.snoozedUntilMs = untilMs;
    out.untilReply = untilReply;
    return out;
}

base::Result<Action> dismiss(const Action &action, base::UtcMs now, domain::DismissReason reason)
{
    TRY_ASSIGN(Action out, moved(action, ActionState::Dismissed, now));
    out.dismissReason = reason;
    return out;
}

base::Result<Action> markDuplicate(const Action &action, base::UtcMs now, const base::Uuid &of)
{
    if (action.id == of)
        return base::refusal("An action cannot be a duplicate of itself.", "Choose another one.");
    TRY_ASSIGN(Action out, dismiss(action, now, domain::DismissReason::Duplicate));
    out.duplicateOf = of;
    return out;
}

base::Result<Action> markDone(const Action &action, base::UtcMs now, domain::Outcome outcome)
{
    // From these states only evidence or resolveUnknown() leads to done, not the key.
    if (action.state == ActionState::Executing || action.state == ActionState::Unknown)
        return base::refusal("The action is " + stateInWords(action.state) + ".");
    TRY_ASSIGN(Action out, moved(action, ActionState::Done, now));
    out.outcome = outcome;
    return out;
}

base::Result<Action> editDraft(const Action &action, base::UtcMs now, const domain::Draft &draft)
{
    if (action.state != ActionState::Proposed && action.state != ActionState::Snoozed &&
        action.state != ActionState::Failed) {
        return base::refusal(
            "The action is " + stateInWords(action.state) + ", so its text is fixed.",
            action.state == ActionState::Approved ? "Undo the approval first." : "");
    }
    Action out = action;
    out.isEdited = action.isEdited || draft != action.draft;
    out.draft = draft;
    // Where its words came from stays true of an edited text, whoever edits it.
    for (const auto &fact : action.draft.facts) {
        if (std::find(draft.facts.begin(), draft.facts.end(), fact) == draft.facts.end())
            out.draft.facts.push_back(fact);
    }
    out.changedMs = now;
    return out;
}

base::Result<Action> resolveUnknown(const Action &action, base::UtcMs now, bool arrived)
{
    if (action.state != ActionState::Unknown)
        return base::refusal("The action is " + stateInWords(action.state) + ".");
    return moved(action, arrived ? ActionState::Done : ActionState::Failed, now);
}

Action afterTime(const Action &action, base::UtcMs now, base::DurationMs expireMs)
{
    Action out = action;
    if (action.state == ActionState::Snoozed && action.snoozedUntilMs &&
        *action.snoozedUntilMs <= now) {
        // The clock that counts toward expiry starts anew at the waking, not at the next look.
        out.changedMs = *action.snoozedUntilMs;
        out.state = ActionState::Proposed;
        out.snoozedUntilMs.reset();
        out.untilReply = false;
    }
    if (out.state == ActionState::Proposed) {
        const base::UtcMs touched = std::max({out.createdMs, out.signalMs, out.changedMs});
        if (now - touched >= expireMs) {
            out.state = ActionState::Expired;
            out.changedMs = touched + expireMs;
        }
    }
    return out;
}

Action wake(const Action &action, base::UtcMs now)
{
    if (action.state != ActionState::Snoozed)
        return action;
    Action out = action;
    out.state = ActionState::Proposed;
    out.changedMs = now;
    out.snoozedUntilMs.reset();
    out.untilReply = false;
    return out;
}

base::Result<Action> undo(const Action &current, const Action &before, const Action &after,
                          base::UtcMs now)
{
    if (current.id != before.id || current.id != after.id)
        return base::refusal("This is not the action that was changed.");
    if (after.state == ActionState::Approved) {
        const bool isHeld = current.state == ActionState::Approved && current.holdUntilMs &&
                            now < *current.holdUntilMs;
        if (!isHeld)
            return base::refusal("The hold has run out, so it can no longer be called back.");
    }
    const bool isOthersNow = before.owner != after.owner && current.owner != after.owner;
    if (current.state != after.state || current.draft != after.draft || isOthersNow)
        return base::refusal("The action has changed since; it is now " +
                             stateInWords(current.state) + ".");
    Action out = current;
    out.state = before.state;
    out.snoozedUntilMs = before.snoozedUntilMs;
    out.untilReply = before.untilReply;
    out.duplicateOf = before.duplicateOf;
    out.holdUntilMs = before.holdUntilMs;
    out.dismissReason = before.dismissReason;
    out.outcome = before.outcome;
    out.failure = before.failure;
    out.draft = before.draft;
    out.isEdited = before.isEdited;
    if (before.owner != after.owner)
        out.owner = before.owner;
    out.changedMs = now;
    return out;
}

} // namespace topline::actions
