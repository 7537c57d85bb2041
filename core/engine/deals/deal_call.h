// A rep's call of a deal, written down. Called by the engine on its thread; one transaction, and a
// failure changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/forecast_week.h"
#include "core/engine/step/step.h"

#include <optional>

namespace topline::engine {

// An absent category takes the call back. NotFound without such a deal; Refused for one that is
// closed, and for Closed, which is no opinion.
base::Status callDeal(Context &context, domain::DealId deal,
                      std::optional<domain::ForecastCategory> category);

} // namespace topline::engine
