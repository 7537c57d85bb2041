#include "core/engine/deals/risk_pass.h"
#include "core/engine/reads/reads.h"
#include "core/metrics/pipeline.h"
#include "core/risk/fixes.h"

#include <algorithm>
#include <map>
#include <utility>

namespace topline::engine {

namespace {

std::int64_t minorOf(const domain::RiskRow &row, const base::Currency &currency)
{
    const auto &amount = row.row.amount;
    return amount && amount->currency == currency ? amount->amountMinor : 0;
}

void addFix(const domain::RiskRow &row, domain::RiskReport &out)
{
    const auto fix = risk::bestFix(row.risk, minorOf(row, out.currency));
    if (fix)
        (row.risk.isLarge ? out.largeFixes : out.fixes).push_back(*fix);
}

} // namespace

base::Result<domain::RiskReport> Reads::risk(std::optional<domain::OwnerId> owner)
{
    TRY_ASSIGN(auto pipeline, this->pipeline(owner));
    TRY_ASSIGN(auto risks, m_tables.risk.risks());
    TRY_ASSIGN(const auto anomalies, m_tables.risk.anomalies());
    TRY_ASSIGN(const auto facts, m_tables.risk.openFacts());
    TRY_ASSIGN(auto norms, m_tables.risk.norms());
    TRY_ASSIGN(const auto policy, m_tables.settings.riskPolicy());
    const risk::Norms usual(std::move(norms));

    domain::RiskReport out;
    out.asOfMs = m_now;
    out.currency = pipeline.currency;
    TRY_ASSIGN(out.cohortsMs, riskPassMs(m_tables));
    TRY_ASSIGN(out.findings, m_tables.risk.findings());
    std::map<domain::DealId, std::size_t> place;
    for (auto &row : pipeline.deals) {
        const auto found = risks.find(row.deal);
        if (found == risks.end())
            continue;
        place.emplace(row.deal, out.deals.size());
        out.deals.push_back({std::move(row), std::move(found->second), {}, {}});
    }
    for (const auto &anomaly : anomalies) {
        if (const auto at = place.find(anomaly.deal); at != place.end())
            out.deals[at->second].anomalies.push_back(anomaly);
    }
    for (const auto &each : facts) {
        const auto at = place.find(each.deal);
        if (at == place.end())
            continue;
        out.deals[at->second].evidence = each.evidence;
        if (auto zombie = risk::zombieOf(each, usual, policy, m_now))
            out.zombies.push_back(*zombie);
    }
    TRY_ASSIGN(const auto alerts, m_tables.risk.alerts());
    for (const auto &alert : alerts) {
        const bool isOurs = !alert.deal.isSet() || place.contains(alert.deal);
        if (isOurs && !alert.clearedMs && !alert.folded)
            out.alerts.push_back(alert);
    }
    for (const auto &row : out.deals)
        addFix(row, out);
    risk::orderFixes(out.fixes);
    risk::orderFixes(out.largeFixes);
    std::stable_sort(out.deals.begin(), out.deals.end(), [](const auto &a, const auto &b) {
        return a.risk.totalMilli > b.risk.totalMilli;
    });
    return out;
}

base::Result<domain::RiskRow> Reads::dealRisk(domain::DealId id)
{
    TRY_ASSIGN(const auto deal, m_tables.records.deal(id));
    TRY_ASSIGN(auto risk, m_tables.risk.risk(id));
    if (!deal || !risk)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no such open deal."};
    domain::RiskRow out;
    TRY_ASSIGN(out.row, dealRow(*deal));
    out.risk = std::move(*risk);
    TRY_ASSIGN(const auto facts, m_tables.risk.facts(id));
    if (facts)
        out.evidence = facts->evidence;
    TRY_ASSIGN(const auto anomalies, m_tables.risk.anomalies());
    std::copy_if(anomalies.begin(), anomalies.end(), std::back_inserter(out.anomalies),
                 [id](const auto &anomaly) { return anomaly.deal == id; });
    return out;
}

base::Status Reads::addRisk(std::vector<domain::DealRow> &rows)
{
    TRY_ASSIGN(const auto totals, m_tables.risk.totals());
    for (auto &row : rows) {
        const auto found = totals.find(row.deal);
        if (found == totals.end())
            continue;
        row.riskMilli = found->second.milli;
        row.topRisk = found->second.top;
    }
    return {};
}

} // namespace topline::engine
