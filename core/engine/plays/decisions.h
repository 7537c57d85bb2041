// Decides on an account's signals: for every signal and play without a stored decision, the verdict
// is stored and followed (an action, a ghost action, a strengthened card, or nothing with its
// reason). Part of deriving an account, in the same transaction; on the engine's thread. A pair is
// decided once.
#pragma once

#include "core/base/result.h"
#include "core/engine/plays/derive.h"
#include "core/engine/step/step.h"

namespace topline::engine {

base::Status decideAccount(Step &step, const Derived &derived);

} // namespace topline::engine
