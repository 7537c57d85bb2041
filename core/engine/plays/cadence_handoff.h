// From the engine to a person: what somebody answered in a run is looked at for words that a
// machine should leave alone, and noted as handed off; where no play stands ready to answer, a card
// is made. Inside the caller's transaction, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_history.h"
#include "core/domain/cadence.h"
#include "core/engine/step/step.h"

#include <optional>
#include <vector>

namespace topline::engine {

// When somebody first answered a mail of the run, whoever it was; absent: nobody.
base::Result<std::optional<base::UtcMs>> threadReplyMs(Step &step, const domain::PlayRun &run,
                                                       const std::vector<domain::Action> &actions);

// The run has ended by an answer.
base::Status handOff(Step &step, const domain::PlayRun &run, const domain::AccountHistory &history);

// A play that may run by itself has a draft with a gap, so that it waits for a person.
base::Status handOffGap(Step &step, const domain::Action &action);

} // namespace topline::engine
