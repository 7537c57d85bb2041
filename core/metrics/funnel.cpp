#include "core/metrics/funnel.h"

#include "core/metrics/periods.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace topline::metrics {

using domain::FunnelRow;
using domain::StageKind;

namespace {

struct StageFlow {
    std::int64_t entered = 0;
    std::int64_t wentOn = 0;
    std::vector<double> dwellDays;
};

using Flows = std::map<domain::StageId, StageFlow>;

bool within(const AfterUntil &window, base::UtcMs at)
{
    return at > window.afterMs && at <= window.untilMs;
}

bool wonBy(const DealBook &book, const DealTrack &track, base::UtcMs at)
{
    const auto state = book.stateAt(track, at);
    return state && state->kind == StageKind::Won;
}

void countEntries(const std::vector<Visit> &visits, const AfterUntil &window, bool won,
                  Flows &flows)
{
    std::set<domain::StageId> seen;
    for (auto visit = visits.begin(); visit != visits.end(); ++visit) {
        if (!seen.insert(visit->stage->id).second || !within(window, visit->enteredMs))
            continue;
        const bool further = std::any_of(visit, visits.end(), [&](const Visit &later) {
            return later.stage->pipeline == visit->stage->pipeline &&
                   later.stage->order > visit->stage->order;
        });
        StageFlow &flow = flows[visit->stage->id];
        ++flow.entered;
        flow.wentOn += further || won ? 1 : 0;
    }
}

Flows flowsOf(const DealBook &book, const AfterUntil &window, bool wonDealsOnly)
{
    Flows out;
    for (const DealTrack &track : book.tracks()) {
        const bool longOver = track.closedMs && *track.closedMs <= window.afterMs;
        if (longOver || !book.inScope(track))
            continue;
        const std::vector<Visit> visits = book.visits(track, window.untilMs);
        const bool won = wonBy(book, track, window.untilMs);
        countEntries(visits, window, won, out);
        for (const Visit &visit : visits) {
            const bool counts =
                visit.leftMs && (wonDealsOnly ? won : within(window, *visit.leftMs));
            if (counts)
                out[visit.stage->id].dwellDays.push_back(
                    static_cast<double>(*visit.leftMs - visit.enteredMs) /
                    static_cast<double>(base::dayMs));
        }
    }
    return out;
}

void fillWon(const DealBook &book, const AfterUntil &window, FunnelRow &row)
{
    for (const ClosedDeal &deal : closedWithin(book, window))
        row.entered += deal.won && deal.track->stage && deal.track->stage->id == row.stage ? 1 : 0;
    const base::UtcMs now = book.input().now;
    const base::UtcMs quarterStart = quarterOf(now, book.input().zone).startMs;
    for (const ClosedDeal &deal : closedWithin(book, {quarterStart - 1, now})) {
        if (!deal.won || !deal.track->stage || deal.track->stage->id != row.stage)
            continue;
        row.openDeals.push_back(deal.track->deal->id);
        row.wonMinor += deal.amountMinor.value_or(0);
    }
}

void fillOpen(const std::vector<OpenDeal> &open, FunnelRow &row)
{
    for (const OpenDeal &deal : open) {
        if (!deal.stage || deal.stage->id != row.stage)
            continue;
        ++row.open;
        row.openMinor += deal.minor;
        row.openDeals.push_back(deal.track->deal->id);
    }
}

// Stages in the order of the page: the pipeline with most open deals first.
std::vector<const domain::Stage *> orderedStages(const DealBook &book,
                                                 const std::vector<OpenDeal> &open)
{
    std::map<std::string, std::int64_t> openDeals;
    for (const DealTrack &track : book.tracks()) {
        if (track.stage && book.inScope(track))
            openDeals.try_emplace(track.stage->pipeline, 0);
    }
    for (const OpenDeal &deal : open) {
        if (deal.stage)
            ++openDeals[deal.stage->pipeline];
    }
    std::vector<const domain::Stage *> out;
    for (const domain::Stage &stage : book.input().stages) {
        if (openDeals.contains(stage.pipeline) && stage.kind != StageKind::Lost)
            out.push_back(&stage);
    }
    std::sort(out.begin(), out.end(), [&](const auto *a, const auto *b) {
        return std::tuple(-openDeals[a->pipeline], a->pipeline, a->kind == StageKind::Won, a->order,
                          a->id) < std::tuple(-openDeals[b->pipeline], b->pipeline,
                                              b->kind == StageKind::Won, b->order, b->id);
    });
    return out;
}

} // namespace

std::vector<FunnelRow> funnelRows(const DealBook &book, const std::vector<OpenDeal> &open,
                                  const FunnelQuestion &question)
{
    const Flows flows = flowsOf(book, question.window, question.wonDealsOnly);
    const Flows before = flowsOf(book, question.baseline, question.wonDealsOnly);
    std::vector<FunnelRow> out;
    for (const domain::Stage *stage : orderedStages(book, open)) {
        FunnelRow row;
        row.stage = stage->id;
        row.pipeline = stage->pipeline;
        row.name = stage->name;
        row.kind = stage->kind;
        if (stage->kind == StageKind::Won) {
            fillWon(book, question.window, row);
            out.push_back(row);
            continue;
        }
        fillOpen(open, row);
        if (const auto flow = flows.find(stage->id); flow != flows.end()) {
            row.entered = flow->second.entered;
            row.wentOn = flow->second.wentOn;
            row.dwellN = static_cast<std::int64_t>(flow->second.dwellDays.size());
            row.dwellMedianDays = stats::median(flow->second.dwellDays);
            row.dwellP80Days = stats::quantile(flow->second.dwellDays, 0.8);
        }
        if (const auto flow = before.find(stage->id); flow != before.end()) {
            row.baselineEntered = flow->second.entered;
            row.baselineWentOn = flow->second.wentOn;
            row.baselineDwellMedianDays = stats::median(flow->second.dwellDays);
        }
        out.push_back(row);
    }
    return out;
}

} // namespace topline::metrics
