#include "core/predict/forecast_flow.h"

#include "core/base/check.h"
#include "core/stats/forecast_errors.h"

#include <algorithm>
#include <map>

namespace topline::predict {

using domain::FlowKind;
using domain::WeekDeal;

namespace {

bool isOpen(const WeekDeal *deal)
{
    return deal && deal->kind == domain::StageKind::Open;
}

bool isInside(const WeekDeal *deal, const Window &period)
{
    return isOpen(deal) && deal->closeMs && *deal->closeMs < period.endMs;
}

std::map<domain::DealId, std::pair<const WeekDeal *, const WeekDeal *>>
paired(const domain::ForecastWeek &from, const domain::ForecastWeek &to)
{
    std::map<domain::DealId, std::pair<const WeekDeal *, const WeekDeal *>> out;
    for (const WeekDeal &deal : from.deals)
        out[deal.deal].first = &deal;
    for (const WeekDeal &deal : to.deals)
        out[deal.deal].second = &deal;
    return out;
}

// How a deal left the period's pipeline.
FlowKind exitOf(const WeekDeal *now)
{
    if (!now)
        return FlowKind::Removed;
    switch (now->kind) {
    case domain::StageKind::Won:
        return FlowKind::Won;
    case domain::StageKind::Lost:
        return FlowKind::Lost;
    case domain::StageKind::Open:
        break;
    }
    return FlowKind::Slipped;
}

} // namespace

domain::ForecastFlow flowBetween(const domain::ForecastWeek &from, const domain::ForecastWeek &to,
                                 const Window &period)
{
    CHECK(from.currency == to.currency);
    domain::ForecastFlow out;
    out.fromMs = from.atMs;
    out.toMs = to.atMs;
    out.periodStartMs = period.startMs;
    out.periodEndMs = period.endMs;
    for (std::size_t kind = 0; kind < domain::flowKindCount; ++kind)
        out.rows.push_back({static_cast<FlowKind>(kind), 0, {}});
    const auto add = [&out](FlowKind kind, const WeekDeal &deal, std::int64_t minor) {
        domain::FlowRow &row = out.rows[static_cast<std::size_t>(kind)];
        row.minor += minor;
        row.deals.push_back(deal.deal);
    };
    for (const auto &[id, both] : paired(from, to)) {
        const auto &[before, now] = both;
        const bool was = isInside(before, period);
        const bool is = isInside(now, period);
        out.startMinor += was ? before->minor : 0;
        out.endMinor += is ? now->minor : 0;
        if (was && !is)
            add(exitOf(now), *before, -before->minor);
        else if (!was && is)
            add(isOpen(before) ? FlowKind::PulledIn : FlowKind::New, *now, now->minor);
        else if (was && is && now->minor != before->minor)
            add(now->minor > before->minor ? FlowKind::Up : FlowKind::Down, *now,
                now->minor - before->minor);
    }
    return out;
}

std::vector<domain::ForecastCheck> checksOf(const ForecastInput &input, domain::ForecastSpan span)
{
    std::vector<domain::ForecastCheck> out;
    for (const domain::ForecastWeek &week : input.weeks) {
        if (week.currency != input.currency)
            continue;
        for (const domain::WeekFigure &figure : week.figures) {
            if (figure.span != span || figure.endMs > input.now)
                continue;
            domain::ForecastCheck check;
            check.weekMs = week.weekMs;
            check.forecast = figure;
            const auto won = wonWithin(input, {figure.startMs, figure.endMs});
            check.actualMinor = minorSum(won);
            for (const WonDeal &deal : won)
                check.won.push_back(deal.course->deal);
            check.accuracy = stats::accuracy({static_cast<double>(figure.expectedMinor),
                                              static_cast<double>(check.actualMinor)});
            check.inside =
                check.actualMinor >= figure.p10Minor && check.actualMinor <= figure.p90Minor;
            out.push_back(std::move(check));
        }
    }
    return out;
}

} // namespace topline::predict
