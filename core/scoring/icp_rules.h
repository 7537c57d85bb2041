// Weigh: what a set of ideal customer profiles must be like before it is used, and the one that
// stands in until a person has written theirs. Called by the engine before saving, by fit. Pure,
// any thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/icp.h"

namespace topline::scoring {

inline constexpr std::size_t profilesMax = 3;
inline constexpr std::size_t criteriaMin = 3;
inline constexpr std::size_t criteriaMax = 5;

// InvalidInput in one sentence that names the profile and the criterion: at most three profiles
// with different names, three to five criteria of different fields, weights that sum to 100.
base::Status checkIcp(const domain::IcpPolicy &icp);

// Industry 40 (any known one), 50 to 5,000 employees 30, seniority of the best contact 30.
domain::IcpProfile defaultProfile();

} // namespace topline::scoring
