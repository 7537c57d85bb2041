#include "core/risk/cohort_ages.h"

#include "core/stats/quantile.h"

#include <utility>

namespace topline::risk {

namespace {

double daysBetween(base::UtcMs from, base::UtcMs to)
{
    return static_cast<double>(to - from) / static_cast<double>(base::dayMs);
}

std::optional<AgeCohort> cohortOf(std::vector<stats::Duration> stays, std::int64_t exitsMin)
{
    std::vector<double> exits;
    for (const auto &stay : stays) {
        if (stay.exited)
            exits.push_back(stay.time);
    }
    if (exits.empty() || static_cast<std::int64_t>(exits.size()) < exitsMin)
        return std::nullopt;
    AgeCohort out;
    out.cohort.n = static_cast<std::int64_t>(exits.size());
    out.exits = *stats::robustSpread(exits);
    out.exitP95 = *stats::quantile(std::move(exits), 0.95);
    out.curve = *stats::SurvivalCurve::of(std::move(stays));
    return out;
}

} // namespace

CohortAges::CohortAges(const std::vector<domain::RiskFacts> &deals, const Norms &norms,
                       const domain::RiskPolicy &policy, base::UtcMs now)
    : m_norms(norms)
{
    std::map<Key, std::vector<stats::Duration>> stays;
    for (const auto &facts : deals) {
        const std::string segment = segmentOf(facts);
        const std::int32_t size = norms.sizeBand(facts.amount);
        for (const auto &stay : facts.stays) {
            const base::UtcMs untilMs = stay.leftMs.value_or(now);
            if (untilMs < stay.enteredMs)
                continue;
            const stats::Duration duration{daysBetween(stay.enteredMs, untilMs),
                                           stay.leftMs.has_value()};
            for (const auto &cohort : chainOf(segment, size, stay.stage))
                stays[{cohort.segment, cohort.size, cohort.stage}].push_back(duration);
        }
    }
    for (auto &[key, durations] : stays) {
        auto cohort = cohortOf(std::move(durations), policy.cohortExitsMin);
        if (!cohort)
            continue;
        std::tie(cohort->cohort.segment, cohort->cohort.size, cohort->cohort.stage) = key;
        m_cohorts.emplace(key, std::move(*cohort));
    }
}

const AgeCohort *CohortAges::of(const domain::RiskFacts &facts, domain::StageId stage) const
{
    for (const auto &cohort : chainOf(segmentOf(facts), m_norms.sizeBand(facts.amount), stage)) {
        const auto found = m_cohorts.find({cohort.segment, cohort.size, cohort.stage});
        if (found != m_cohorts.end())
            return &found->second;
    }
    return nullptr;
}

} // namespace topline::risk
