#include "core/engine/deals/risk_pass.h"

#include "core/engine/deals/learning.h"
#include "core/engine/deals/reporting_currency.h"
#include "core/engine/deals/risk_facts.h"
#include "core/metrics/periods.h"
#include "core/risk/assess.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace topline::engine {

namespace {

// Rows, not time, so that the same workspace gives the same transactions on every machine.
constexpr std::int64_t loadSlice = 1'000;
constexpr std::size_t weighSlice = 200;
constexpr base::DurationMs repeatMs = 10 * base::minuteMs;

constexpr const char *passKey = "risk.pass_ms";
constexpr const char *dealsKey = "risk.pass_deals";
constexpr const char *quarterKey = "risk.quarter_minor";

base::Result<std::optional<std::int64_t>> number(store::Tables &tables, const char *key)
{
    TRY_ASSIGN(const auto text, tables.settings.value(key));
    std::int64_t out = 0;
    const bool isSet =
        text && std::from_chars(text->data(), text->data() + text->size(), out).ec == std::errc();
    return isSet ? std::optional(out) : std::optional<std::int64_t>();
}

} // namespace

base::Result<std::optional<base::UtcMs>> riskPassMs(store::Tables &tables)
{
    return number(tables, passKey);
}

base::Result<std::int64_t> riskQuarterMinor(store::Tables &tables)
{
    TRY_ASSIGN(const auto stored, number(tables, quarterKey));
    return stored.value_or(0);
}

base::Status forgetRiskPass(Step &step)
{
    return step.tables().settings.removeValue(passKey);
}

base::Result<bool> RiskPass::slice()
{
    switch (m_phase) {
    case Phase::Idle: {
        TRY_ASSIGN(const bool due, isDue());
        if (!due)
            return false;
        m_now = m_context.clock.now();
        m_facts.clear();
        m_risks.clear();
        m_next = 0;
        m_survey = {};
        m_phase = Phase::Load;
        return true;
    }
    case Phase::Load:
        TRY(load());
        return true;
    case Phase::Norms:
        TRY(workOutNorms());
        return true;
    case Phase::Weigh:
        TRY(weigh());
        return true;
    case Phase::Survey:
        break;
    }
    return survey();
}

base::Result<bool> RiskPass::isDue()
{
    auto &tables = m_context.tables();
    const base::UtcMs now = m_context.clock.now();
    TRY_ASSIGN(const auto lastMs, riskPassMs(tables));
    TRY_ASSIGN(const std::int64_t deals, tables.risk.count());
    if (!lastMs)
        return deals > 0;
    TRY_ASSIGN(const auto zone, base::TimeZone::find(m_context.policy.zone));
    if (zone.dateOf(now) != zone.dateOf(*lastMs))
        return true;
    TRY_ASSIGN(const auto before, number(tables, dealsKey));
    return now - *lastMs >= repeatMs && std::abs(deals - before.value_or(0)) * 10 > deals;
}

base::Status RiskPass::load()
{
    const domain::DealId after = m_facts.empty() ? domain::DealId{} : m_facts.back().deal;
    TRY_ASSIGN(auto facts, m_context.tables().risk.factsAfter(after, loadSlice));
    const bool isLast = static_cast<std::int64_t>(facts.size()) < loadSlice;
    m_facts.insert(m_facts.end(), std::make_move_iterator(facts.begin()),
                   std::make_move_iterator(facts.end()));
    if (isLast)
        m_phase = Phase::Norms;
    return {};
}

base::Status RiskPass::workOutNorms()
{
    std::vector<std::optional<base::Money>> amounts;
    for (const auto &facts : m_facts)
        amounts.push_back(facts.amount);
    const auto currency = mostUsedCurrency(amounts);
    TRY_ASSIGN(const auto quarter, quarterMinor(currency));
    const auto norms = risk::Norms::of(m_facts, currency, m_context.riskPolicy);
    TRY_ASSIGN(Step step, Step::begin(m_context, "risk-norms"));
    TRY(step.tables().risk.replaceNorms(norms.rows()));
    TRY(step.tables().settings.setValue(quarterKey, std::to_string(quarter)));
    TRY(step.commit());
    m_context.riskNorms.reset();
    m_prices.clear();
    TRY_ASSIGN(const auto products, m_context.tables().catalogue.products());
    for (const auto &product : products) {
        if (product.price)
            m_prices.emplace(product.id, *product.price);
    }
    m_phase = Phase::Weigh;
    return {};
}

base::Result<std::int64_t> RiskPass::quarterMinor(const base::Currency &currency) const
{
    TRY_ASSIGN(const auto zone, base::TimeZone::find(m_context.policy.zone));
    const auto quarter = metrics::quarterOf(m_now, zone);
    std::int64_t out = 0;
    for (const auto &facts : m_facts) {
        const bool counts = facts.kind == domain::StageKind::Open && facts.amount &&
                            facts.amount->currency == currency && facts.dueMs &&
                            *facts.dueMs >= quarter.startMs && *facts.dueMs < quarter.endMs;
        if (counts)
            out += facts.amount->amountMinor;
    }
    return out;
}

// The facts are read again: an account may have been derived since they were loaded.
base::Status RiskPass::weigh()
{
    TRY_ASSIGN(const RiskNorms *usual, riskNorms(m_context));
    TRY_ASSIGN(Step step, Step::begin(m_context, "risk-weigh"));
    auto &tables = step.tables();
    TRY_ASSIGN(const auto stages, tables.catalogue.stages());
    const risk::AssessContext context{m_context.riskPolicy, usual->norms, stages, m_now,
                                      usual->quarterMinor};
    for (std::size_t done = 0; m_next < m_facts.size() && done < weighSlice; ++m_next) {
        auto &facts = m_facts[m_next];
        if (facts.kind != domain::StageKind::Open)
            continue;
        ++done;
        TRY_ASSIGN(auto fresh, tables.risk.facts(facts.deal));
        if (!fresh)
            continue;
        facts = std::move(*fresh);
        if (facts.kind != domain::StageKind::Open)
            continue;
        TRY_ASSIGN(const auto odds, commitOdds(tables, facts));
        m_risks.push_back(risk::assess(facts, context, odds));
        TRY(tables.risk.replaceRisk(m_risks.back()));
    }
    TRY(step.commit());
    if (m_next == m_facts.size())
        m_phase = Phase::Survey;
    return {};
}

base::Result<bool> RiskPass::survey()
{
    TRY_ASSIGN(const RiskNorms *usual, riskNorms(m_context));
    const risk::AnomalyQuestion question{m_facts, usual->norms, m_context.riskPolicy, m_prices,
                                         m_now};
    if (m_survey.step(question))
        return true;
    m_phase = Phase::Idle; // whatever happens, the next slice begins anew
    TRY(tell(m_survey.finish(question, m_risks)));
    m_facts = {};
    m_risks = {};
    return false;
}

base::Status RiskPass::tell(risk::Survey survey)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "risk-survey"));
    auto &tables = step.tables();
    TRY_ASSIGN(const auto before, tables.risk.alerts());
    const auto alerts = risk::stepAlerts(before, survey.folded, survey.openDeals,
                                         {m_now, m_context.riskPolicy.rearmMs});
    TRY(tables.risk.replaceAnomalies(survey.anomalies));
    TRY(tables.risk.replaceFindings(survey.folded.findings));
    TRY(tables.risk.replaceAlerts(alerts.states));
    TRY(tables.settings.setValue(passKey, std::to_string(m_now)));
    TRY(tables.settings.setValue(dealsKey, std::to_string(m_facts.size())));
    for (const auto &risk : m_risks)
        step.changes().deals.insert(risk.deal);
    return step.commit();
}

} // namespace topline::engine
