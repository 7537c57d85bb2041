// What to do first: for each deal the one fix that takes most risk away, ordered by the money it
// saves; and the scrub of deals that are open on paper only. Called when a report is made. Pure,
// any thread, cannot fail.
#pragma once

#include "core/domain/risk_report.h"
#include "core/risk/norms.h"

#include <optional>
#include <vector>

namespace topline::risk {

domain::FixKind fixFor(domain::RiskRule rule);

// The warning whose relief is largest; relief is the fall of the risk when the factor is as usual
// among won deals, or, where that is not known, when the warning no longer holds. nullopt when
// nothing would help. Value in minor units.
std::optional<domain::RiskFix> bestFix(const domain::DealRisk &risk, std::int64_t valueMinor);

// By money saved, then deal.
void orderFixes(std::vector<domain::RiskFix> &fixes);

// An open deal older than so many times p90 of the won cycle, without a two-way touch for long, or
// pushed too often. Lose: silent and one more of the three, or silent for twice as long. Push: the
// date has passed, or was never real, but somebody still answers. Keep otherwise.
std::optional<domain::Zombie> zombieOf(const domain::RiskFacts &facts, const Norms &norms,
                                       const domain::RiskPolicy &policy, base::UtcMs now);

} // namespace topline::risk
