// How long deals stay, by cohort: the survival curve of stays (those of open deals are censored)
// and what is usual among completed ones. Built by the search for anomalies from the facts of all
// deals; read-only after that, any thread, cannot fail.
#pragma once

#include "core/domain/risk_cohort.h"
#include "core/domain/risk_facts.h"
#include "core/risk/norms.h"
#include "core/stats/outlier.h"
#include "core/stats/survival.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace topline::risk {

struct AgeCohort {
    domain::RiskCohort cohort; // n: exits
    stats::SurvivalCurve curve;
    stats::RobustSpread exits; // of completed stays, in days
    double exitP95 = 0;        // days
};

class CohortAges {
public:
    CohortAges(const std::vector<domain::RiskFacts> &deals, const Norms &norms,
               const domain::RiskPolicy &policy, base::UtcMs now);

    // The narrowest of segment x size x stage, segment x stage, stage that has enough exits;
    // nullptr when none has. A stay in no stage is a whole life and is held against whole lives.
    const AgeCohort *of(const domain::RiskFacts &facts, domain::StageId stage) const;

private:
    using Key = std::tuple<std::string, std::int32_t, domain::StageId>;

    const Norms &m_norms;
    std::map<Key, AgeCohort> m_cohorts;
};

} // namespace topline::risk
