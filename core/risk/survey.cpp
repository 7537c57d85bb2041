#include "core/risk/survey.h"

#include <algorithm>

namespace topline::risk {

bool SurveyRun::step(const AnomalyQuestion &question)
{
    using domain::RiskRule;
    static constexpr RiskRule ratios[] = {RiskRule::ValueDrop, RiskRule::Discount,
                                          RiskRule::CycleLength};
    const std::size_t number = m_asked++;
    if (number == 0) {
        m_ages = stageAges(question);
        return true;
    }
    if (number > std::size(ratios) + 1)
        return false;
    const auto found = number <= std::size(ratios) ? ratioAnomalies(ratios[number - 1], question)
                                                   : silences(question);
    m_others.insert(m_others.end(), found.begin(), found.end());
    return true;
}

Survey SurveyRun::finish(const AnomalyQuestion &question,
                         const std::vector<domain::DealRisk> &risks)
{
    Survey out;
    for (const auto &facts : question.deals) {
        if (facts.kind == domain::StageKind::Open)
            out.openDeals.push_back(facts.deal);
    }
    std::sort(out.openDeals.begin(), out.openDeals.end());
    const auto open = static_cast<std::int64_t>(out.openDeals.size());
    out.anomalies = std::move(m_ages.anomalies);
    out.anomalies.insert(out.anomalies.end(), m_others.begin(), m_others.end());

    std::vector<Trip> trips;
    for (const auto &risk : risks) {
        for (const auto &factor : risk.factors) {
            if (factor.fires)
                trips.push_back({risk.deal, factor.rule, false});
        }
    }
    for (const auto &anomaly : out.anomalies) {
        if (anomaly.level == domain::AnomalyLevel::Alert)
            trips.push_back({anomaly.deal, anomaly.rule, false});
    }
    const auto past = static_cast<std::int64_t>(m_ages.pastP95.size());
    if (past * 1000 > question.policy.hygienePermille * open) {
        for (const auto deal : m_ages.pastP95)
            trips.push_back({deal, domain::RiskRule::StageAge, false});
    }
    out.folded = foldTrips(std::move(trips), open, question.policy);
    for (auto &finding : out.folded.findings) {
        if (finding.rule == domain::RiskRule::StageAge)
            finding.outliers = m_ages.outliers;
    }
    return out;
}

Survey surveyPipeline(const AnomalyQuestion &question, const std::vector<domain::DealRisk> &risks)
{
    SurveyRun run;
    while (run.step(question)) {
    }
    return run.finish(question, risks);
}

} // namespace topline::risk
