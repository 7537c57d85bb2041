// Weigh: which stages of qualification an account has reached and when. Called by the engine after
// signals and score, by the account page. Pure, any thread, cannot fail. Stored steps are never
// changed; only what is not there yet is added.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/lifecycle.h"
#include "core/domain/policy.h"
#include "core/domain/signal.h"

#include <optional>
#include <vector>

namespace topline::scoring {

// What a person at the account did, as opposed to what we or the CRM did.
bool isEngagementSignal(domain::SignalType type);

struct LifecycleFacts {
    const domain::AccountHistory &history;
    const std::vector<domain::Signal> &signals;
    std::int64_t fitMilli = 0;
    std::vector<base::UtcMs> qualifiedMs;     // when each deal became qualified
    std::vector<domain::LifecycleStep> known; // stored
};

// Steps to store, by time. Lead: the account is known. MQL: fit of at least B (the warm threshold)
// and two engagement signals, at the second of them; not after sales took it on. SQL: a deal is
// qualified. Opportunity: the first deal began. Customer: the first deal was won. SAL is a
// person's word only. No step lies after `now`.
std::vector<domain::LifecycleStep> newSteps(const LifecycleFacts &facts,
                                            const domain::ScorePolicy &policy, base::UtcMs now);

// The furthest stage, and until when a rep should take on an MQL.
domain::Lifecycle lifecycleOf(std::vector<domain::LifecycleStep> steps,
                              const domain::ScorePolicy &policy);

} // namespace topline::scoring
