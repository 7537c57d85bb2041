// Do once: the legal moves of an action and of an effect. Called by the engine before every change
// of state. Pure, any thread. An illegal move is refused with a message and changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"

namespace topline::actions {

bool canMove(domain::ActionState from, domain::ActionState to);
bool canMove(domain::EffectState from, domain::EffectState to);

// Approved, executing (undo refused), done … : the user commands. Each returns the changed action.
base::Result<domain::Action> approve(const domain::Action &action, base::UtcMs now,
                                     base::DurationMs holdMs);
base::Result<domain::Action> snooze(const domain::Action &action, base::UtcMs now,
                                    base::UtcMs untilMs);
base::Result<domain::Action> dismiss(const domain::Action &action, base::UtcMs now,
                                     domain::DismissReason reason);
base::Result<domain::Action> markDone(const domain::Action &action, base::UtcMs now,
                                      domain::Outcome outcome);

} // namespace topline::actions
