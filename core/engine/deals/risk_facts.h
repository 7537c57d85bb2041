// Keeps the facts and the risk of deals up with their records and events: for touched accounts when
// they are derived, for deals without an account when their record arrives. Part of the step that
// derives or takes in; on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

#include <vector>

namespace topline::engine {

// All deals of the account, as of that moment.
base::Status refreshAccountRisk(Step &step, const domain::AccountHistory &history,
                                base::UtcMs untilMs);

// Of a deal that belongs to no account: no events are known of it.
base::Status refreshLooseRisk(Step &step, const domain::Deal &deal,
                              const std::vector<domain::Stage> &stages);

// What is usual and what a large deal is a share of, as the last nightly pass found it; read once
// and kept in the context until the next pass.
base::Result<const RiskNorms *> riskNorms(Context &context);

} // namespace topline::engine
