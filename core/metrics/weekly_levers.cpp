#include "core/metrics/weekly_levers.h"

#include "core/base/check.h"
#include "core/stats/quantile.h"
#include "core/stats/rate.h"

#include <algorithm>
#include <set>

namespace topline::metrics {

using domain::Lever;

namespace {

std::size_t at(Lever lever)
{
    return static_cast<std::size_t>(lever);
}

// Levers of one week alone: few deals, so these are dots beside the line and never enter the index.
LeverArray singleWeek(const std::vector<ClosedDeal> &closed, base::UtcMs startMs,
                      const PipelineSnapshot &end)
{
    std::vector<ClosedDeal> week = closed;
    std::erase_if(week, [&](const ClosedDeal &deal) { return *deal.closedMs < startMs; });
    LeverArray out;
    if (!week.empty())
        out[at(Lever::WinRate)] =
            static_cast<double>(wonCount(week)) / static_cast<double>(week.size());
    out[at(Lever::Cycle)] = stats::median(wonCycleDays(week));
    out[at(Lever::DealSize)] = stats::median(wonMinor(week));
    if (end.reps > 0)
        out[at(Lever::PipelinePerRep)] =
            static_cast<double>(end.openMinor) / static_cast<double>(end.reps);
    return out;
}

} // namespace

PipelineSnapshot pipelineSnapshot(const DealBook &book, base::UtcMs weekEndMs)
{
    const base::UtcMs last = weekEndMs - 1;
    PipelineSnapshot out;
    std::set<domain::OwnerId> reps;
    for (const DealTrack &track : book.tracks()) {
        const bool longOver = track.closedMs && *track.closedMs <= last - windowMs;
        if (longOver || !book.inScope(track))
            continue;
        const auto state = book.stateAt(track, last);
        if (!state)
            continue;
        const bool open = state->kind == domain::StageKind::Open;
        const bool closedLately = !open && state->sinceMs && *state->sinceMs > last - windowMs;
        if (open) {
            out.openMinor += book.minorAt(track, last);
            out.open.push_back(&track);
        }
        if ((open || closedLately) && track.deal->owner.id.isSet())
            reps.insert(track.deal->owner.id);
    }
    out.reps = static_cast<std::int64_t>(reps.size());
    return out;
}

LeverHistory::LeverHistory(const DealBook &book, std::vector<base::UtcMs> boundaries,
                           std::optional<double> overall)
    : m_book(book)
    , m_boundaries(std::move(boundaries))
    , m_overall(overall)
{
    m_snapshots.reserve(m_boundaries.size());
    for (const base::UtcMs boundary : m_boundaries)
        m_snapshots.push_back(pipelineSnapshot(m_book, boundary));
}

LeverWindow LeverHistory::windowEndingAt(std::size_t end) const
{
    CHECK(end >= windowWeeks && end < m_boundaries.size());
    const std::size_t start = end - windowWeeks;
    LeverWindow out;
    out.closed = closedWithin(m_book, {m_boundaries[start] - 1, m_boundaries[end] - 1});
    out.wonN = wonCount(out.closed);
    out.reps = m_snapshots[end].reps;
    const auto closedN = static_cast<std::int64_t>(out.closed.size());
    const std::vector<double> cycles = wonCycleDays(out.closed);
    const std::vector<double> sizes = wonMinor(out.closed);
    std::vector<double> perRep;
    for (std::size_t week = start + 1; week <= end; ++week) {
        const PipelineSnapshot &then = m_snapshots[week];
        if (then.reps > 0)
            perRep.push_back(static_cast<double>(then.openMinor) / static_cast<double>(then.reps));
    }
    if (m_overall && closedN > 0)
        out.values[at(Lever::WinRate)] = stats::shrunkRate(out.wonN, closedN, *m_overall);
    out.values[at(Lever::Cycle)] = stats::median(cycles);
    out.values[at(Lever::DealSize)] = stats::median(sizes);
    out.values[at(Lever::PipelinePerRep)] = stats::mean(perRep);
    out.n = {closedN, static_cast<std::int64_t>(cycles.size()),
             static_cast<std::int64_t>(sizes.size()), out.reps};
    out.weekValues = singleWeek(out.closed, m_boundaries[end - 1], m_snapshots[end]);
    return out;
}

} // namespace topline::metrics
