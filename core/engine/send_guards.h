// What is asked once more at the last moment, in the transaction that stores an intent: whatever
// was true at approval may have changed since. Used by the outbox runner; on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step.h"

#include <optional>
#include <string>

namespace topline::engine {

// False while automation is stopped, or in a restored copy that no person has confirmed.
base::Result<bool> anythingMayLeave(Step &step);

// Why this effect must not leave, in a sentence for the rep; nullopt when nothing speaks against
// it.
base::Result<std::optional<std::string>> objectionTo(Step &step, const domain::Effect &effect,
                                                     const domain::Action &action);

} // namespace topline::engine
