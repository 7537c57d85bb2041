// The risk of one open deal: which warnings hold, what each adds, and what would change if a factor
// were as it usually is among won deals. Called by the engine for touched deals and by the nightly
// pass. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/risk_report.h"
#include "core/risk/norms.h"

#include <optional>
#include <vector>

namespace topline::risk {

// Borrowed for the call.
struct AssessContext {
    const domain::RiskPolicy &policy;
    const Norms &norms;
    const std::vector<domain::Stage> &stages;
    base::UtcMs now = 0;
    // Open amounts due in this quarter, in the norms' currency: what a large deal is a share of. 0:
    // not known.
    std::int64_t quarterMinor = 0;
};

// Chances of winning by the committed date, as core/predict has them.
struct CommitOdds {
    double byCommit = 0;     // of this deal
    double cohortMedian = 0; // of the open deals of its stage
};

// Factors of a closed deal are none: only open ones are at risk.
domain::DealRisk assess(const domain::RiskFacts &facts, const AssessContext &context,
                        const std::optional<CommitOdds> &odds = std::nullopt);

// 100,000 (1 - prod (1 - w)) in whole milli-points; w in permille.
std::int64_t totalMilli(const std::vector<std::int64_t> &weightsPermille);

// The total in parts that sum exactly to it: in proportion to -ln(1 - w), which is how far each
// takes the product on its own, rounded by largest remainder (the earlier one where two are equal).
std::vector<std::int64_t> partsMilli(const std::vector<std::int64_t> &weightsPermille);

// 1 - p / median in whole permille, 0 where p is not below the median; absent for a median of 0.
std::optional<std::int64_t> commitRiskPermille(const CommitOdds &odds);

} // namespace topline::risk
