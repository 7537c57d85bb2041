// What is asked once more at the last moment, in the transaction that stores an intent, and again
// just before the point of no return: whatever was true at approval may have changed since. Used by
// the outbox runner; on the engine's thread. The first rule that applies is what is stored.
#pragma once

#include "core/base/result.h"
#include "core/domain/reason.h"
#include "core/engine/step/step.h"

#include <optional>
#include <string>

namespace topline::engine {

// False while automation is stopped, or in a restored copy that no person has confirmed.
base::Result<bool> anythingMayLeave(Step &step);

struct Objection {
    // Absent where no rule spoke against it: the bytes are not what was approved, or, with a time,
    // it only waits its turn.
    std::optional<domain::Reason> reason;
    std::optional<base::UtcMs> untilMs; // it waits until then; absent: it never leaves
    bool operator==(const Objection &) const = default;

    // As it is stored: the reason's code and arguments, else a plain sentence.
    std::string text() const;
};

// Why this effect must not leave now; nullopt when nothing speaks against it.
base::Result<std::optional<Objection>> objectionTo(Step &step, const domain::Effect &effect,
                                                   const domain::Action &action);

// Why this person must not be reached this way, whatever leaves: asked before a call is made too.
base::Result<std::optional<Objection>> objectionToReach(Step &step, const domain::Action &action);

// Only what may have come up since the intent: of people who must not be contacted any more.
base::Result<std::optional<Objection>> lateObjectionTo(Step &step, const domain::Effect &effect,
                                                       const domain::Action &action);

} // namespace topline::engine
