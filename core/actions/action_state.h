// Do once: the legal moves of an action and of an effect. Called by the engine before every change
// of state. Pure, any thread. An illegal move is refused with a message and changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"

namespace topline::actions {

// Forward moves only; undo() alone goes back.
bool canMove(domain::ActionState from, domain::ActionState to);
bool canMove(domain::EffectState from, domain::EffectState to);

// Approved, executing (undo refused), done … : the user commands. Each returns the changed action.
// Approving a failed action is the retry. Approving refuses a draft that may not leave (see
// checkSendable).
base::Result<domain::Action> approve(const domain::Action &action, base::UtcMs now,
                                     base::DurationMs holdMs);
// untilReply: it also wakes when the buyer answers or visits (see core/feed/waking).
base::Result<domain::Action> snooze(const domain::Action &action, base::UtcMs now,
                                    base::UtcMs untilMs, bool untilReply = false);
base::Result<domain::Action> dismiss(const domain::Action &action, base::UtcMs now,
                                     domain::DismissReason reason);
// As a duplicate of another action: dismissed for that reason, and linked. Refused for itself.
base::Result<domain::Action> markDuplicate(const domain::Action &action, base::UtcMs now,
                                           const base::Uuid &of);
base::Result<domain::Action> markDone(const domain::Action &action, base::UtcMs now,
                                      domain::Outcome outcome);
// The text is frozen once the action is approved; before that it may be changed at will.
base::Result<domain::Action> editDraft(const domain::Action &action, base::UtcMs now,
                                       const domain::Draft &draft);
// A person says what became of an unknown effect: arrived is done, not arrived is failed (and may
// be retried).
base::Result<domain::Action> resolveUnknown(const domain::Action &action, base::UtcMs now,
                                            bool arrived);

// What time alone does: a snoozed action wakes when its time has come, a proposed one expires after
// expireMs untouched. The action unchanged when neither applies.
domain::Action afterTime(const domain::Action &action, base::UtcMs now, base::DurationMs expireMs);

// A snoozed action whose buyer has answered or visited is back; any other is unchanged.
domain::Action wake(const domain::Action &action, base::UtcMs now);

// Takes a command back: `before` and `after` are the action around that command, `current` as it is
// now. Refused when it has moved on since, and for an approval when its hold has run out. Keeps
// what signals have added meanwhile (repeats, freshness).
base::Result<domain::Action> undo(const domain::Action &current, const domain::Action &before,
                                  const domain::Action &after, base::UtcMs now);

} // namespace topline::actions
