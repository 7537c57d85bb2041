// What the CRM calls the records that an action is about, for the bytes of its effect. Asked when
// an action is approved and when what was mailed is noted in the CRM; on the engine's thread, in
// the caller's step. Refused where the CRM that carries it out does not have what it needs.
#pragma once

#include "core/actions/outbox.h"
#include "core/base/result.h"
#include "core/engine/step/step.h"

#include <string>

namespace topline::engine {

// Of the CRM of its deal, else of the contact or account that it edits, else of its account, else
// of its contact; of a record that two CRMs share, of `wantedSystem` where that is given.
base::Result<actions::EffectTarget> targetOf(Step &step, const domain::Action &action,
                                             const std::string &wantedSystem = {});

} // namespace topline::engine
