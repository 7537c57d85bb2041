// Reminders of what the buyer has promised: a task of theirs in a mutual plan that is late puts one
// card into the feed, once for each date that it was due. Called as time passes, inside that step,
// on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// How long after the due time a card is made.
inline constexpr base::DurationMs planGraceMs = base::dayMs;

// True when it made or noted anything. Held-out accounts and deals that are closed or gone get no
// card.
base::Result<bool> nudgeLateTasks(Step &step);

} // namespace topline::engine
