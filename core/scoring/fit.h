// Weigh: how well an account matches the profiles of ideal customers. Called by account_score and
// by the account page. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/icp.h"
#include "core/domain/score.h"

#include <string>
#include <vector>

namespace topline::scoring {

struct FitScore {
    std::string profileName;
    std::int64_t milli = 0;             // 0 to 100,000; the sum of the rows
    std::vector<domain::ScoreRow> rows; // one per criterion; not known: 0, with an empty value
    bool operator==(const FitScore &) const = default;
};

// By the profile that it fits best, the first of equals; without profiles by the default one.
FitScore fitScore(const domain::AccountHistory &history, const domain::IcpPolicy &icp);

} // namespace topline::scoring
