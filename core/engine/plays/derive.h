// Derives one account: history, signals, score, lifecycle, decisions, outcomes, and when time alone
// will next change the answer. Called for accounts that are due (touched, or their time has come),
// inside one step, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// What the same account would give at that moment again; used by derive and by rebuild.
struct Moment {
    base::UtcMs now = 0;
    domain::Tier tierBefore = domain::Tier::Cold; // hysteresis looks at it
};

// Computed values only: signals, score, due. Gives how many events were read, the measure of work.
struct Derived {
    domain::AccountHistory history;
    std::vector<domain::Signal> signals;
    domain::AccountScore score;
};

base::Result<Derived> computeAccount(Step &step, domain::AccountId account, const Moment &moment);

// Computes the account now, then stores the stages it reached, decides on its signals and watches
// for outcomes. Gives how many events were read.
base::Result<std::int64_t> deriveAccount(Step &step, domain::AccountId account);

} // namespace topline::engine
