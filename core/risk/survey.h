// The whole open pipeline at once: every deal's risk and anomalies become trips of rules, and those
// that too many deals share become findings. Called by the nightly pass, at its end. Pure, any
// thread, cannot fail.
#pragma once

#include "core/risk/alerts.h"
#include "core/risk/anomalies.h"

#include <cstddef>
#include <vector>

namespace topline::risk {

struct Survey {
    std::vector<domain::Anomaly> anomalies; // stage ages, then the others; by deal
    Folded folded;
    std::vector<domain::DealId> openDeals; // ascending
};

// The same rule by rule, so that a long one can be gone through in slices.
class SurveyRun {
public:
    // Asks one more rule about all deals; false when all have been asked.
    bool step(const AnomalyQuestion &question);
    // After the last step.
    Survey finish(const AnomalyQuestion &question, const std::vector<domain::DealRisk> &risks);

private:
    std::size_t m_asked = 0;
    StageAges m_ages;
    std::vector<domain::Anomaly> m_others;
};

// `risks` are those of the open deals, made at the same moment. A warning trips when it holds, an
// anomaly when it alerts. Stage age is a finding as soon as too many deals are older than 95 of 100
// completed stays of their cohort: alerts about each of them would say the same thing.
Survey surveyPipeline(const AnomalyQuestion &question, const std::vector<domain::DealRisk> &risks);

} // namespace topline::risk
