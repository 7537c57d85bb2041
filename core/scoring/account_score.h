// Weigh: fit and engagement of one account, with exact rows. Called by the engine for touched
// accounts only. Pure, any thread, cannot fail. Forward decay by half-life with group caps; see
// README for points.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"
#include "core/domain/score.h"

#include <string>

namespace topline::scoring {

// total = (fit + engagement) / 2; rows sum exactly to totalMilli. `before` is the tier it had, for
// hysteresis.
domain::AccountScore scoreAccount(const domain::AccountHistory &history,
                                  const domain::ScorePolicy &policy, base::UtcMs now,
                                  domain::Tier before);

// "A1" to "C3": fit A from the hot threshold, B from the warm one; engagement 1, 2, 3 likewise.
std::string gridCell(const domain::AccountScore &score, const domain::ScorePolicy &policy);

} // namespace topline::scoring
