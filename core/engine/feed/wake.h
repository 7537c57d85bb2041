// Cards put aside until the buyer answers or visits come back when that has happened. Called when
// an account is derived, inside that step, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

base::Status wakeAnswered(Step &step, domain::AccountId account);

} // namespace topline::engine
