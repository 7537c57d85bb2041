#include "core/risk/norms.h"

#include "core/risk/factors.h"
#include "core/stats/quantile.h"

#include <utility>

namespace topline::risk {

using domain::NormKind;
using domain::RiskCohort;
using domain::RiskFacts;
using domain::RiskNorm;
using domain::RiskRule;

namespace {

double daysOf(base::DurationMs span)
{
    return static_cast<double>(span) / static_cast<double>(base::dayMs);
}

bool isWon(const RiskFacts &facts)
{
    return facts.kind == domain::StageKind::Won && facts.closedMs;
}

// Samples by cohort; each one also counts for the wider cohorts it belongs to.
class Samples {
public:
    void add(const std::vector<RiskCohort> &cohorts, double value)
    {
        for (const auto &cohort : cohorts)
            m_byCohort[{cohort.segment, cohort.size, cohort.stage}].push_back(value);
    }

    // A row for each cohort with at least `min` samples.
    void addNorms(const RiskNorm &like, double p, std::int64_t min,
                  std::vector<RiskNorm> &out) const
    {
        for (const auto &[key, values] : m_byCohort) {
            const auto n = static_cast<std::int64_t>(values.size());
            if (n < min)
                continue;
            RiskNorm norm = like;
            std::tie(norm.cohort.segment, norm.cohort.size, norm.cohort.stage) = key;
            norm.cohort.n = n;
            norm.value = *stats::quantile(values, p);
            out.push_back(std::move(norm));
        }
    }

private:
    std::map<std::tuple<std::string, std::int32_t, domain::StageId>, std::vector<double>>
        m_byCohort;
};

std::vector<RiskNorm> sizeNorms(const std::vector<RiskFacts> &deals, const base::Currency &currency)
{
    std::vector<double> won;
    for (const auto &facts : deals) {
        if (isWon(facts) && facts.amount && facts.amount->currency == currency)
            won.push_back(static_cast<double>(facts.amount->amountMinor));
    }
    std::vector<RiskNorm> out;
    const auto n = static_cast<std::int64_t>(won.size());
    const RiskCohort cohort{currency.text(), domain::anySize, {}, n};
    const std::pair<NormKind, double> wanted[] = {
        {NormKind::WonMedian, 0.5}, {NormKind::SmallBelow, 1.0 / 3}, {NormKind::BigFrom, 2.0 / 3}};
    for (const auto &[kind, p] : wanted) {
        if (const auto value = stats::quantile(won, p))
            out.push_back({kind, RiskRule::Stalled, cohort, *value});
    }
    return out;
}

// The cohorts of won deals, named once: a lookup by name for every factor would be most of the
// work.
class WonCohorts {
public:
    WonCohorts(const std::vector<RiskFacts> &deals, const Norms &sizes)
    {
        for (const auto &facts : deals) {
            if (!isWon(facts))
                continue;
            auto &[deal, cohorts] = m_deals.emplace_back();
            deal = &facts;
            for (const auto &cohort : chainOf(segmentOf(facts), sizes.sizeBand(facts.amount)))
                cohorts.push_back(
                    m_numbers.emplace(std::pair(cohort.segment, cohort.size), m_numbers.size())
                        .first->second);
        }
    }

    void addMedians(RiskRule rule, const domain::RiskPolicy &policy,
                    std::vector<RiskNorm> &out) const
    {
        std::vector<std::vector<double>> values(m_numbers.size());
        for (const auto &[facts, cohorts] : m_deals) {
            const auto value = factorValue(rule, *facts, policy, *facts->closedMs);
            for (std::size_t i = 0; value && i < cohorts.size(); ++i)
                values[cohorts[i]].push_back(static_cast<double>(*value));
        }
        for (const auto &[key, number] : m_numbers) {
            const auto n = static_cast<std::int64_t>(values[number].size());
            const auto median = stats::median(std::move(values[number]));
            if (median && n >= policy.normSamplesMin)
                out.push_back(
                    {NormKind::FactorMedian, rule, {key.first, key.second, {}, n}, *median});
        }
    }

private:
    std::map<std::pair<std::string, std::int32_t>, std::size_t> m_numbers;
    std::vector<std::pair<const RiskFacts *, std::vector<std::size_t>>> m_deals;
};

void addFactorMedians(const std::vector<RiskFacts> &deals, const Norms &sizes,
                      const domain::RiskPolicy &policy, std::vector<RiskNorm> &out)
{
    const WonCohorts won(deals, sizes);
    for (const RiskRule rule : domain::riskWarnings())
        won.addMedians(rule, policy, out);
}

void addDwell(const std::vector<RiskFacts> &deals, const Norms &sizes,
              const domain::RiskPolicy &policy, std::vector<RiskNorm> &out)
{
    Samples stays;
    Samples cycles;
    for (const auto &facts : deals) {
        if (!isWon(facts))
            continue;
        for (const auto &stay : facts.stays) {
            if (stay.leftMs && stay.stage.isSet())
                stays.add({{"", sizes.sizeBand(facts.amount), stay.stage, 0}},
                          daysOf(*stay.leftMs - stay.enteredMs));
        }
        if (facts.startMs && *facts.startMs <= *facts.closedMs)
            cycles.add({RiskCohort{}}, daysOf(*facts.closedMs - *facts.startMs));
    }
    stays.addNorms({NormKind::DwellP80, RiskRule::Stalled, {}, 0}, 0.8, policy.dwellSamplesMin,
                   out);
    stays.addNorms({NormKind::DwellMedian, RiskRule::Stalled, {}, 0}, 0.5, policy.dwellSamplesMin,
                   out);
    cycles.addNorms({NormKind::CycleP90, RiskRule::Stalled, {}, 0}, 0.9, policy.normSamplesMin,
                    out);
}

} // namespace

std::string segmentOf(const RiskFacts &facts)
{
    if (facts.product.isSet())
        return "product " + std::to_string(facts.product.value);
    return facts.industry.empty() ? std::string() : "industry " + facts.industry;
}

std::vector<RiskCohort> chainOf(const std::string &segment, std::int32_t size,
                                domain::StageId stage)
{
    std::vector<RiskCohort> out;
    if (!segment.empty()) {
        out.push_back({segment, size, stage, 0});
        out.push_back({segment, domain::anySize, stage, 0});
    }
    out.push_back({"", domain::anySize, stage, 0});
    return out;
}

Norms::Norms(std::vector<RiskNorm> rows)
    : m_rows(std::move(rows))
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const RiskNorm &row = m_rows[i];
        m_place[{row.kind, row.rule, row.cohort.segment, row.cohort.size, row.cohort.stage}] = i;
        const bool isAmount = row.kind >= NormKind::WonMedian;
        if (isAmount)
            m_currency = base::Currency::parse(row.cohort.segment).value_or(base::Currency{});
        if (row.kind == NormKind::WonMedian)
            m_wonMedian = row.value;
        if (row.kind == NormKind::SmallBelow)
            m_smallBelow = row.value;
        if (row.kind == NormKind::BigFrom)
            m_bigFrom = row.value;
    }
}

Norms Norms::of(const std::vector<RiskFacts> &deals, const base::Currency &currency,
                const domain::RiskPolicy &policy)
{
    std::vector<RiskNorm> rows = sizeNorms(deals, currency);
    const Norms sizes(rows);
    addFactorMedians(deals, sizes, policy, rows);
    addDwell(deals, sizes, policy, rows);
    return Norms(std::move(rows));
}

std::int32_t Norms::sizeBand(const std::optional<base::Money> &amount) const
{
    if (!amount || !m_smallBelow || !m_bigFrom || amount->currency != m_currency)
        return domain::unknownSize;
    const auto minor = static_cast<double>(amount->amountMinor);
    if (minor < *m_smallBelow)
        return 0;
    return minor >= *m_bigFrom ? 2 : 1;
}

std::optional<double> Norms::wonMedianMinor(const base::Currency &currency) const
{
    return currency == m_currency ? m_wonMedian : std::nullopt;
}

std::optional<NormValue> Norms::find(NormKind kind, RiskRule rule, const RiskCohort &cohort) const
{
    const auto found = m_place.find({kind, rule, cohort.segment, cohort.size, cohort.stage});
    if (found == m_place.end())
        return std::nullopt;
    return NormValue{m_rows[found->second].value, m_rows[found->second].cohort};
}

std::optional<NormValue> Norms::median(RiskRule rule, const RiskFacts &facts) const
{
    for (const auto &cohort : chainOf(segmentOf(facts), sizeBand(facts.amount))) {
        if (const auto found = find(NormKind::FactorMedian, rule, cohort))
            return found;
    }
    return std::nullopt;
}

std::optional<NormValue> Norms::dwell(NormKind kind, const RiskFacts &facts) const
{
    return find(kind, RiskRule::Stalled, {"", sizeBand(facts.amount), facts.stage, 0});
}

std::optional<NormValue> Norms::cycleP90() const
{
    return find(NormKind::CycleP90, RiskRule::Stalled, RiskCohort{});
}

} // namespace topline::risk
