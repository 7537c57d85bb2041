// Runs of cadences in the engine: begun with the first step of a play that has several, moved when
// their account is derived, ended and paused by people. Every move is in the transaction of what
// caused it, with a ledger row, so that a crash at any moment goes on exactly; on the engine's
// thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/cadence.h"
#include "core/engine/step/step.h"

namespace topline::engine {

class PlayDecider;

base::Result<bool> hasRunsUnderWay(Step &step, domain::AccountId account);

// Nothing for a play of one step. The person's other runs end: one at a time.
base::Status startRun(PlayDecider &decider, const domain::Action &first, const domain::Play &play);
// The same outside of deriving, for a card that is proposed anew.
base::Status startRun(Step &step, const domain::Action &first, const domain::Play &play);

// Every run under way of the account: what time, events and finished actions bring.
base::Status driveRuns(PlayDecider &decider);

// The run that this action is the newest step of, if it is under way.
base::Status endRunOf(Step &step, const domain::Action &action, domain::Reason reason);

// By a person. NotFound, or Refused when it has ended.
base::Status stopRun(Step &step, const base::Uuid &run);
base::Status pauseRun(Step &step, const base::Uuid &run, base::UtcMs untilMs);

} // namespace topline::engine
