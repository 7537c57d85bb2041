#include "core/engine/deals/reporting_currency.h"
#include "core/engine/reads/reads.h"
#include "core/engine/reads/routing_speed.h"
#include "core/metrics/pipeline.h"
#include "core/metrics/velocity_report.h"

#include <algorithm>

namespace topline::engine {

namespace {

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
    std::vector<std::optional<base::Money>> amounts;
    for (const auto &deal : out.deals)
        amounts.push_back(deal.amount);
    out.currency = mostUsedCurrency(amounts);
    out.owner = owner;
    out.now = m_now;
    out.stallMs = m_policy.signals.stallMs;
    return out;
}

base::Result<domain::PipelineReport> Reads::pipeline(std::optional<domain::OwnerId> owner)
{
    TRY_ASSIGN(const auto input, metricsInput(owner));
    auto out = metrics::pipelineReport(input);
    TRY(addRisk(out.deals));
    // A week more than the window: each figure is also told as of seven days ago.
    TRY_ASSIGN(auto answered,
               m_tables.routing.answered(m_now - metrics::speedWindowMs - 7 * base::dayMs, m_now));
    if (owner)
        std::erase_if(answered, [&](const auto &row) { return row.owner != *owner; });
    TRY_ASSIGN(const auto calendars, calendarsByOwner(m_tables));
    out.speed = metrics::speedFigures(leadAnswers(answered, calendars, m_policy.zone), m_now);
    return out;
}

base::Result<domain::VelocityReport> Reads::velocity(const VelocityRequest &request)
{
    TRY_ASSIGN(const auto input, metricsInput(request.owner));
    return metrics::velocityReport(input, std::clamp(request.weeks, 1, 520));
}

base::Result<domain::DealRow> Reads::dealRow(const domain::Deal &deal)
{
    TRY_ASSIGN(const auto input, metricsInput(std::nullopt));
    if (const auto row = metrics::dealRow(input, deal.id)) {
        std::vector<domain::DealRow> rows{*row};
        TRY(addRisk(rows));
        return std::move(rows.front());
    }
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
