// Weigh: how often a meeting followed on each tier, measured on an account's own past. Called by
// reads when somebody asks whether the thresholds mean something. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"
#include "core/domain/score.h"

#include <vector>

namespace topline::scoring {

inline constexpr base::DurationMs outcomeMs = 14 * base::dayMs;
inline constexpr std::int64_t momentsMin = 100;

struct TierMoment {
    domain::Tier tier = domain::Tier::Cold;
    bool met = false;
    bool operator==(const TierMoment &) const = default;
};

// Moments every 14 days whose 14 days are over at `now`, oldest first: the tier as the events until
// then made it (with today's records, as their past is not kept), and whether a meeting was booked
// or held in the 14 days after. Begins with the account's first event.
std::vector<TierMoment> tierMoments(const domain::AccountHistory &history,
                                    const domain::ScorePolicy &policy, base::UtcMs now);

// Wilson intervals at 80 %. Hot is proven when its lower end is at least three times the base rate.
domain::TierReport measureTiers(const std::vector<TierMoment> &moments);

} // namespace topline::scoring
