// What an answer, a guard or a restart makes of an effect: its new state, that of its action and
// the ledger row, in the caller's step. Called by the outbox runner, on the engine's thread; a
// failure leaves the step to be given up.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/engine/channels/effect_move.h"
#include "core/engine/guards/send_guards.h"
#include "core/engine/step/step.h"

#include <string>
#include <string_view>

namespace topline::engine {

// How long an effect waits before the try with that number: the first after proof of absence goes
// at once, then 1 min, 2 min … 6 h.
base::DurationMs waitAfter(std::int64_t attempts);

base::Status noteUnknown(EffectMove &move, const std::string &why);
// `evidence` says how it is known: "answer", "already there", "look-up".
base::Status noteSent(Step &step, EffectMove &move, const crm::PushAnswer &answer,
                      std::string_view evidence);
base::Status noteFailed(EffectMove &move, const std::string &why);
// Nothing left this computer: it waits for the time that the CRM gave, and the try does not count.
// Where the server was asked and put this one off, the try counts and each further wait is longer.
base::Status noteNotSent(const Step &step, EffectMove &move, const crm::PushAnswer &answer);
// A guard keeps it back for good.
base::Status noteWithheld(EffectMove &move, const Objection &objection);
// It waits for hours or limits; told once per rule.
base::Status noteDeferred(Step &step, EffectMove &move, const Objection &objection);

} // namespace topline::engine
