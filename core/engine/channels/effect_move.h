// One move of an effect together with its action: both are written, or neither. Used by the outbox
// runner inside its step. A move that the state machine does not know is our own bug and is caught.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// Why everything that had not ended is in doubt in a file that was put back or copied.
inline constexpr const char *frozenCopyText = "this copy of the workspace was frozen";

class EffectMove {
public:
    static base::Result<EffectMove> of(Step &step, const base::Uuid &effect);

    domain::Effect effect;
    domain::Action action;
    // What follows when the action has ended already (the invitation of a meeting that stands, the
    // note in the CRM of what was mailed or booked): the action stays as it is.
    bool isNote = false;

    // Writes both with these states and the fields set above.
    base::Status to(domain::EffectState effectState, domain::ActionState actionState);
    // A ledger row that names the effect.
    base::Status log(domain::LedgerKind kind, std::string_view who, Payload payload);

private:
    explicit EffectMove(Step &step)
        : m_step(&step)
    {
    }

    Step *m_step;
};

} // namespace topline::engine
