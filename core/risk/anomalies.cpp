#include "core/risk/anomalies.h"

#include "core/risk/cohort_ages.h"
#include "core/stats/gamma_tail.h"
#include "core/stats/outlier.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace topline::risk {

using domain::Anomaly;
using domain::AnomalyLevel;
using domain::RiskFacts;
using domain::RiskRule;
using domain::StageKind;

namespace {

double daysOf(base::DurationMs span)
{
    return static_cast<double>(span) / static_cast<double>(base::dayMs);
}

double shareOf(std::int64_t permille)
{
    return static_cast<double>(permille) / 1000;
}

void byDeal(std::vector<Anomaly> &all)
{
    std::sort(all.begin(), all.end(),
              [](const Anomaly &a, const Anomaly &b) { return a.deal < b.deal; });
}

// One question per deal was asked; the answers are adjusted for how many there were.
void adjust(std::vector<Anomaly> &all)
{
    std::vector<double> p;
    p.reserve(all.size());
    for (const auto &anomaly : all)
        p.push_back(anomaly.p);
    const auto q = stats::benjaminiHochberg(p);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i].q = q[i];
}

// Samples of won (or all) deals by segment and size, with the wider cohorts.
class CohortSamples {
public:
    explicit CohortSamples(const Norms &norms)
        : m_norms(norms)
    {
    }

    void add(const RiskFacts &facts, double value)
    {
        for (const auto &cohort : chainOf(segmentOf(facts), m_norms.sizeBand(facts.amount)))
            m_values[{cohort.segment, cohort.size}].push_back(value);
    }

    // The narrowest with at least `min` samples; nullptr without one.
    const std::vector<double> *of(const RiskFacts &facts, std::int64_t min,
                                  domain::RiskCohort &cohort) const
    {
        for (auto &wider : chainOf(segmentOf(facts), m_norms.sizeBand(facts.amount))) {
            const auto found = m_values.find({wider.segment, wider.size});
            if (found == m_values.end() || static_cast<std::int64_t>(found->second.size()) < min)
                continue;
            cohort = std::move(wider);
            cohort.n = static_cast<std::int64_t>(found->second.size());
            return &found->second;
        }
        return nullptr;
    }

private:
    const Norms &m_norms;
    std::map<std::pair<std::string, std::int32_t>, std::vector<double>> m_values;
};

std::optional<double> logRatio(double a, double b)
{
    return a > 0 && b > 0 ? std::optional(std::log(a / b)) : std::nullopt;
}

std::optional<double> ratioOf(RiskRule rule, const RiskFacts &facts,
                              const AnomalyQuestion &question)
{
    if (rule == RiskRule::CycleLength) {
        const bool isOpen = facts.kind == StageKind::Open;
        if (!facts.startMs || (!isOpen && !facts.closedMs))
            return std::nullopt;
        return logRatio(daysOf((isOpen ? question.now : *facts.closedMs) - *facts.startMs), 1);
    }
    if (!facts.amount)
        return std::nullopt;
    const auto amount = static_cast<double>(facts.amount->amountMinor);
    if (rule == RiskRule::ValueDrop)
        return facts.firstMinor ? logRatio(amount, static_cast<double>(*facts.firstMinor))
                                : std::nullopt;
    const auto price = question.prices.find(facts.product);
    if (price == question.prices.end() || price->second.currency != facts.amount->currency)
        return std::nullopt;
    return logRatio(amount, static_cast<double>(price->second.amountMinor));
}

// The spread of a cohort is asked for by many deals and sorted once.
const stats::RobustSpread &spreadOf(const std::vector<double> *values,
                                    std::map<const void *, stats::RobustSpread> &known)
{
    auto found = known.find(values);
    if (found == known.end()) {
        auto spread = *stats::robustSpread(*values);
        spread.mad = std::max(spread.mad, std::log1p(stats::madFloorShare));
        found = known.emplace(values, spread).first;
    }
    return found->second;
}

// Mean gap between two-way touches in days, of a deal with at least two gaps.
std::optional<double> meanGap(const RiskFacts &facts)
{
    if (facts.touches < 3 || facts.touchSpanMs <= 0)
        return std::nullopt;
    return daysOf(facts.touchSpanMs) / static_cast<double>(facts.touches - 1);
}

} // namespace

StageAges stageAges(const AnomalyQuestion &question)
{
    const CohortAges ages(question.deals, question.norms, question.policy, question.now);
    StageAges out;
    std::vector<Anomaly> all;
    for (const auto &facts : question.deals) {
        const bool isThere = facts.kind == StageKind::Open && !facts.stays.empty() &&
                             !facts.stays.back().leftMs &&
                             facts.stays.back().enteredMs <= question.now;
        if (!isThere)
            continue;
        const auto &stay = facts.stays.back();
        const AgeCohort *cohort = ages.of(facts, stay.stage);
        if (!cohort)
            continue;
        Anomaly age;
        age.deal = facts.deal;
        age.rule = RiskRule::StageAge;
        age.value = daysOf(question.now - stay.enteredMs);
        age.usual = cohort->exits.median;
        age.z = stats::modifiedZ(age.value, cohort->exits);
        age.p = cohort->curve.at(age.value);
        age.cohort = cohort->cohort;
        if (age.value > cohort->exitP95)
            out.pastP95.push_back(facts.deal);
        out.outliers += age.z && *age.z > static_cast<double>(question.policy.zLimitMilli) / 1000;
        all.push_back(std::move(age));
    }
    out.asked = static_cast<std::int64_t>(all.size());
    adjust(all);
    // The percentile is held against its limit with a hair's width, since 1 - .95 is not .05.
    const auto reaches = [](double p, std::int64_t permille) {
        return 1 - p >= shareOf(permille) - 1e-12;
    };
    for (auto &age : all) {
        if (!reaches(age.p, question.policy.warnPermille))
            continue;
        const bool alerts = reaches(age.p, question.policy.alertPermille) &&
                            age.q <= shareOf(question.policy.falseSharePermille);
        age.level = alerts ? AnomalyLevel::Alert : AnomalyLevel::Warn;
        out.anomalies.push_back(std::move(age));
    }
    byDeal(out.anomalies);
    std::sort(out.pastP95.begin(), out.pastP95.end());
    return out;
}

std::vector<Anomaly> ratioAnomalies(RiskRule rule, const AnomalyQuestion &question)
{
    CohortSamples won(question.norms);
    for (const auto &facts : question.deals) {
        if (facts.kind != StageKind::Won)
            continue;
        if (const auto ratio = ratioOf(rule, facts, question))
            won.add(facts, *ratio);
    }
    std::map<const void *, stats::RobustSpread> spreads;
    const double bad = rule == RiskRule::CycleLength ? 1 : -1; // the side that is worse
    std::vector<Anomaly> all;
    for (const auto &facts : question.deals) {
        const auto ratio =
            facts.kind == StageKind::Open ? ratioOf(rule, facts, question) : std::nullopt;
        domain::RiskCohort cohort;
        const auto *values =
            ratio ? won.of(facts, question.policy.ratioSamplesMin, cohort) : nullptr;
        if (!values)
            continue;
        const auto &spread = spreadOf(values, spreads);
        Anomaly found;
        found.deal = facts.deal;
        found.rule = rule;
        found.level = AnomalyLevel::Alert;
        found.value = std::exp(*ratio);
        found.usual = std::exp(spread.median);
        found.z = stats::modifiedZ(*ratio, spread);
        found.p = stats::normalTail(bad * *found.z);
        found.cohort = cohort;
        all.push_back(std::move(found));
    }
    adjust(all);
    std::erase_if(all, [&](const Anomaly &each) {
        return bad * *each.z <= static_cast<double>(question.policy.zLimitMilli) / 1000 ||
               each.q > shareOf(question.policy.falseSharePermille);
    });
    byDeal(all);
    return all;
}

std::vector<Anomaly> silences(const AnomalyQuestion &question)
{
    CohortSamples gaps(question.norms);
    for (const auto &facts : question.deals) {
        if (const auto gap = meanGap(facts))
            gaps.add(facts, *gap);
    }
    std::vector<Anomaly> all;
    for (const auto &facts : question.deals) {
        const bool isAsked = facts.kind == StageKind::Open && facts.lastTwoWayMs &&
                             *facts.lastTwoWayMs <= question.now;
        domain::RiskCohort cohort;
        const auto *values =
            isAsked ? gaps.of(facts, question.policy.ratioSamplesMin, cohort) : nullptr;
        if (!values)
            continue;
        Anomaly found;
        found.deal = facts.deal;
        found.rule = RiskRule::Silence;
        found.level = AnomalyLevel::Alert;
        found.value = daysOf(question.now - *facts.lastTwoWayMs);
        found.usual = *stats::median(*values);
        const auto belief =
            stats::gammaOfMedianGap(*found.usual)
                .after(static_cast<double>(facts.touches - 1), daysOf(facts.touchSpanMs));
        found.p = stats::gammaExponentialTail(belief, found.value);
        found.cohort = cohort;
        all.push_back(std::move(found));
    }
    adjust(all);
    std::erase_if(all, [&](const Anomaly &each) {
        return each.p >= shareOf(question.policy.silencePermille) ||
               each.q > shareOf(question.policy.falseSharePermille);
    });
    byDeal(all);
    return all;
}

} // namespace topline::risk
