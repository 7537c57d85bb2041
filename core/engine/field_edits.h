// What a person changes in a record, and what becomes of it when the CRM has changed it too. An
// edit is an action like any other: approved at once, held for a moment, carried out by the outbox,
// undone by Undo; it reaches the mirror when the CRM says so. Used by Engine and the outbox runner,
// on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/connect.h"
#include "core/engine/effect_move.h"
#include "core/engine/step.h"

#include <string>
#include <vector>

namespace topline::engine {

class FieldEdits {
public:
    explicit FieldEdits(Context &context)
        : m_context(context)
    {
    }

    // The new actions: one for fields, one where a deal's "stage" is among them. InvalidInput for a
    // field that cannot be edited or a text that it cannot hold; Refused when nothing would change.
    base::Result<std::vector<base::Uuid>> edit(const domain::FieldEditRequest &request);

    // A person decides a conflict, or turns over what was decided. Ours: written again, from what
    // the CRM has now. Theirs: the edit is over, or, where ours was written already, theirs is
    // written back.
    base::Status resolve(const base::Uuid &conflict, bool keepOurs);

private:
    Context &m_context;
};

// The CRM did not overwrite what it had changed itself: every clash becomes a conflict for a
// person, or is decided by the field's rule, and then the edit goes again or ends. Inside the
// caller's step, when the effect is failed and the record as it is there now is in the mirror.
base::Status takeClashes(Step &step, const EffectMove &move, const crm::PushAnswer &answer);

// What the failed action says.
std::string clashText(const domain::Effect &effect, const crm::PushAnswer &answer);

} // namespace topline::engine
