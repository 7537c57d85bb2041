// What follows when it is known what became of an effect: a mail that left is remembered and noted
// in the CRM; a meeting that stands is, and its invitation goes; the invitation of one that does
// not never goes. In the step that stores what became of it, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/channels/effect_move.h"

namespace topline::engine {

base::Status afterSent(Step &step, const EffectMove &move);

} // namespace topline::engine
