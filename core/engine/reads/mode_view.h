// How far each play goes by itself and why: what was decided last, how far it is from running by
// itself, and what was decided before. Read for the Plays and Guardrails pages and the terminal, on
// the engine's thread or a reader's; changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/play_mode.h"
#include "core/domain/policy.h"
#include "core/store/tables.h"

#include <vector>

namespace topline::engine {

// In the order of the plays.
base::Result<std::vector<domain::ModeRow>> modeRows(const store::Tables &tables,
                                                    const std::vector<domain::Play> &plays,
                                                    const domain::GuardPolicy &policy);

} // namespace topline::engine
