// What is kept of what is learned from all deals, once a night: the win model, what it says beside
// the forecast of each open deal, and once a week the forecast itself. Learning is a question
// (reads/learning_reads.cpp), so that the window does it on a thread of its own; keeping is one
// transaction on the engine's thread. A failure or a stop keeps what was learned before.
#pragma once

#include "core/base/result.h"
#include "core/domain/learned.h"
#include "core/domain/risk_facts.h"
#include "core/engine/step/step.h"
#include "core/risk/assess.h"

#include <optional>

namespace topline::engine {

// Writes what is there; a week that is stored already stays as it is.
base::Status keepLearned(Context &context, const domain::Learned &learned);

// As if nothing had been learned, so that it is due again.
base::Status forgetLearned(Step &step);

// As last learned for the stage and the close date that the deal still has.
base::Result<std::optional<risk::CommitOdds>> commitOdds(store::Tables &tables,
                                                         const domain::RiskFacts &facts);

} // namespace topline::engine
