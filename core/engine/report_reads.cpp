#include "core/engine/reads.h"
#include "core/metrics/pipeline.h"
#include "core/metrics/velocity_report.h"

#include <algorithm>
#include <map>

namespace topline::engine {

namespace {

// The currency of most deals; the first by code where several have as many.
base::Currency reportingCurrency(const std::vector<domain::Deal> &deals)
{
    std::map<std::string, std::int64_t> counts;
    for (const auto &deal : deals) {
        if (deal.amount && deal.amount->currency.isKnown())
            ++counts[deal.amount->currency.text()];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most == counts.end())
        return base::Currency::usd();
    return base::Currency::parse(most->first).value_or(base::Currency::usd());
}

constexpr std::int64_t searchHitsMax = 50;

} // namespace

base::Result<metrics::MetricsInput> Reads::metricsInput(std::optional<domain::OwnerId> owner)
{
    metrics::MetricsInput out;
    TRY_ASSIGN(out.deals, m_tables.records.deals());
    TRY_ASSIGN(out.stageChanges, m_tables.records.stageChanges());
    TRY_ASSIGN(out.amountChanges, m_tables.records.amountChanges());
    TRY_ASSIGN(out.stages, m_tables.catalogue.stages());
    TRY_ASSIGN(out.owners, m_tables.catalogue.owners());
    TRY_ASSIGN(out.quotas, m_tables.catalogue.quotas());
    TRY_ASSIGN(out.accounts, m_tables.records.accounts());
    TRY_ASSIGN(const auto touches, m_tables.events.lastTwoWay(m_now));
    for (const auto &[deal, lastMs] : touches)
        out.touches.push_back({deal, lastMs});
    TRY_ASSIGN(auto counts, m_tables.derived.stageCounts());
    out.stageCounts = std::move(counts.byStage);
    TRY_ASSIGN(out.zone, base::TimeZone::find(m_policy.zone));
    out.currency = reportingCurrency(out.deals);
    out.owner = owner;
    out.now = m_now;
    out.stallMs = m_policy.signals.stallMs;
    return out;
}

base::Result<domain::PipelineReport> Reads::pipeline(std::optional<domain::OwnerId> owner)
{
    TRY_ASSIGN(const auto input, metricsInput(owner));
    return metrics::pipelineReport(input);
}

base::Result<domain::VelocityReport> Reads::velocity(const VelocityRequest &request)
{
    TRY_ASSIGN(const auto input, metricsInput(request.owner));
    return metrics::velocityReport(input, std::clamp(request.weeks, 1, 520));
}

base::Result<domain::DealRow> Reads::dealRow(const domain::Deal &deal)
{
    TRY_ASSIGN(const auto input, metricsInput(std::nullopt));
    if (auto row = metrics::dealRow(input, deal.id))
        return *row;
    domain::DealRow out; // neither open nor closed as far as its stage says
    out.deal = deal.id;
    out.name = deal.name;
    out.amount = deal.amount;
    out.nextStep = deal.nextStep;
    return out;
}

base::Result<std::vector<domain::SearchHit>> Reads::search(const std::string &text)
{
    TRY_ASSIGN(auto hits, m_tables.search.find(text, searchHitsMax));
    for (auto &hit : hits) {
        if (!hit.account.isSet())
            continue;
        TRY_ASSIGN(const auto open, m_tables.actions.openOf(hit.account));
        if (!open.empty())
            hit.action = open.front().id;
    }
    return hits;
}

} // namespace topline::engine
