// One factor of risk at a time: its value at a moment, whether it applies to the deal's stage, and
// whether a value is a bad one. Called by norms (won deals, at their close) and assess (open deals,
// now). Pure, any thread, cannot fail.
#pragma once

#include "core/domain/records.h"
#include "core/domain/risk.h"
#include "core/domain/risk_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::risk {

// In the rule's unit; absent where nothing is known of it (a deal without an account has no
// events, one without dates no ages).
std::optional<std::int64_t> factorValue(domain::RiskRule rule, const domain::RiskFacts &facts,
                                        const domain::RiskPolicy &policy, base::UtcMs at);

// Where a deal stands: its stage's name and how many open stages of its pipeline come before.
struct Standing {
    std::string stageName;
    std::int64_t stagesBefore = 0;
    bool atProposal = false; // at or after a stage named so, or a proposal was sent
};

Standing standingOf(const domain::RiskFacts &facts, const std::vector<domain::Stage> &stages,
                    const domain::RiskPolicy &policy);

// False where the rule is off, off for the stage, or too early for it.
bool applies(domain::RiskRule rule, const Standing &standing, const domain::RiskPolicy &policy);

// At or beyond the threshold on the rule's bad side; Stalled only beyond.
bool isBad(domain::RiskRule rule, std::int64_t value, std::int64_t threshold);

} // namespace topline::risk
