// The nightly pass over all deals: what is usual in each cohort, every open deal weighed anew,
// anomalies, findings and alerts. Runs in slices of at most about 50 ms when nothing else is due;
// once a day, and again when the number of deals has changed a lot. On the engine's thread. A pass
// that was broken off starts again; what it wrote before holds by itself.
#pragma once

#include "core/base/result.h"
#include "core/domain/risk_facts.h"
#include "core/engine/step/step.h"
#include "core/risk/survey.h"

#include <map>
#include <optional>
#include <vector>

namespace topline::engine {

class RiskPass {
public:
    explicit RiskPass(Context &context)
        : m_context(context)
    {
    }

    // True while there is more to do now.
    base::Result<bool> slice();

private:
    enum class Phase { Idle, Load, Norms, Weigh, Survey };

    base::Result<bool> isDue();
    base::Status load();
    base::Status workOutNorms();
    base::Status weigh();
    base::Result<bool> survey(); // true while rules are left to ask
    base::Status tell(risk::Survey survey);
    base::Result<std::int64_t> quarterMinor(const base::Currency &currency) const;

    Context &m_context;
    Phase m_phase = Phase::Idle;
    base::UtcMs m_now = 0;
    std::vector<domain::RiskFacts> m_facts; // of all deals, by id
    std::vector<domain::DealRisk> m_risks;  // of the open ones
    std::size_t m_next = 0;
    std::map<domain::ProductId, base::Money> m_prices;
    risk::SurveyRun m_survey;
};

// When the last pass ended; nullopt before the first.
base::Result<std::optional<base::UtcMs>> riskPassMs(store::Tables &tables);
base::Result<std::int64_t> riskQuarterMinor(store::Tables &tables);
// As if there had been none, so that the next slice begins one.
base::Status forgetRiskPass(Step &step);

} // namespace topline::engine
