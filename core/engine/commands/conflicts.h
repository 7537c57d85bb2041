// Fields that both sides changed: how they come into the inbox, what holds an edit back until then,
// and what a person's decision leads to. Used by Engine and the outbox runner, on the engine's
// thread. Nothing that either side wrote is lost; every decision is in the ledger and can be turned
// over.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/engine/channels/effect_move.h"
#include "core/engine/step/step.h"
#include "core/sync/page_source.h"

#include <string>

namespace topline::engine {

// A person decides a conflict, or turns over what was decided. Ours: written again, from what the
// CRM has now. Theirs: the edit is over, or, where ours was written already, theirs is written
// back.
base::Status resolveConflict(Context &context, const base::Uuid &id, bool keepOurs);

// The CRM did not overwrite what it had changed itself: every clash becomes a conflict for a
// person, or is decided by the field's rule, and then the edit goes again or ends. Inside the
// caller's step, when the effect is failed and the record as it is there now is in the mirror.
base::Status takeClashes(Step &step, const EffectMove &move, const crm::PushAnswer &answer);

// What a page says about edits that wait to leave: one that both sides changed is failed until its
// conflict is decided, or goes on or ends as the field's rule says. Inside the page's step. What is
// on the wire already waits for its own answer.
base::Status takeVerdicts(Step &step, const sync::Applied &applied);

// What the failed action says.
std::string clashText(const domain::Effect &effect, const crm::PushAnswer &answer);

} // namespace topline::engine
