// What is written down of forecasts: this week's, once, and a rep's call of a deal. Called by the
// engine on its thread; each is one transaction, and a failure changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/engine/reads.h"
#include "core/engine/step.h"

namespace topline::engine {

// Writes this week's record unless it is there or there is no deal to record.
base::Status recordForecast(Context &context, Reads reads);

// An absent category takes the call back. NotFound without such a deal; Refused for one that is
// closed, and for Closed, which is no opinion.
base::Status callDeal(Context &context, domain::DealId deal,
                      std::optional<domain::ForecastCategory> category);

} // namespace topline::engine
