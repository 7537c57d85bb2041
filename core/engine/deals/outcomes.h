// What became of it: replies, meetings and won deals inside 14 days after an action was proposed,
// for treated and held-out accounts alike and from the same instant (intention to treat); and reps
// who touched a held-out account by hand. Part of deriving an account, in the same transaction; on
// the engine's thread. Each outcome of an action is recorded once.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

inline constexpr base::DurationMs outcomeWindowMs = 14 * base::dayMs;

base::Status watchOutcomes(Step &step, const domain::AccountHistory &history);

// A rep did something at this account by hand: noted once, when the account is held out.
base::Status noteContamination(Step &step, domain::AccountId account, const std::string &how);

} // namespace topline::engine
