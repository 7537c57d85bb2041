// Open deals that are unlike their cohort: age in the stage, drop in value, discount, length of the
// cycle, silence. Called by the nightly pass over the facts of all deals. Pure: the same facts in
// any order give the same list. Any thread, cannot fail.
#pragma once

#include "core/domain/risk_report.h"
#include "core/risk/norms.h"

#include <map>
#include <vector>

namespace topline::risk {

// Borrowed for the call.
struct AnomalyQuestion {
    const std::vector<domain::RiskFacts> &deals; // all, open and closed
    const Norms &norms;
    const domain::RiskPolicy &policy;
    const std::map<domain::ProductId, base::Money> &prices; // list prices
    base::UtcMs now = 0;
};

struct StageAges {
    std::vector<domain::Anomaly> anomalies; // by deal
    std::int64_t asked = 0;                 // open deals with a cohort
    // Older than 95 of 100 completed stays: what a pipeline full of dead deals shows even when the
    // survival curve, which counts them as still alive, does not fall far enough.
    std::vector<domain::DealId> pastP95;
    std::int64_t outliers = 0; // modified z of the age against completed stays above the limit
};

StageAges stageAges(const AnomalyQuestion &question);

// Value drop, discount and cycle: log-ratio against won deals, modified z beyond the limit on the
// bad side. A fixed share of 5 % is the least yardstick, so that a cohort in which nobody ever
// gave a discount still has one. Alerts only.
std::vector<domain::Anomaly> ratioAnomalies(domain::RiskRule rule, const AnomalyQuestion &question);

// Silence: the chance of a gap as long as this one under a Gamma-exponential whose prior is the
// cohort's median gap and which has seen the deal's own gaps.
std::vector<domain::Anomaly> silences(const AnomalyQuestion &question);

} // namespace topline::risk
