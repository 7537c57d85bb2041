#include "core/metrics/velocity_report.h"

#include "core/base/check.h"
#include "core/metrics/funnel.h"
#include "core/metrics/periods.h"
#include "core/metrics/segments.h"

#include <algorithm>

namespace topline::metrics {

namespace {

// p0: the win rate of every deal closed before the baseline ended, so that it stands still for the
// quarter.
std::optional<double> overallRate(const DealBook &book, base::UtcMs baselineEndMs)
{
    std::int64_t won = 0;
    std::int64_t closed = 0;
    for (const DealTrack &track : book.tracks()) {
        const auto state = book.stateAt(track, baselineEndMs - 1);
        if (!state || state->kind == domain::StageKind::Open)
            continue;
        ++closed;
        won += state->kind == domain::StageKind::Won ? 1 : 0;
    }
    if (closed == 0)
        return std::nullopt;
    return static_cast<double>(won) / static_cast<double>(closed);
}

struct Week {
    domain::RviWeek week;
    IndexParts parts;
};

Week weekOf(const MetricsInput &input, const LeverHistory &history, std::size_t end,
            const LeverWindow &baseline)
{
    const LeverWindow window = history.windowEndingAt(end);
    Week out;
    out.parts = indexOf(window.values, baseline.values);
    out.week.weekStartMs = history.boundaries()[end - 1];
    out.week.isoWeek = isoWeekNumber(out.week.weekStartMs, input.zone);
    out.week.rvi = out.parts.rvi;
    out.week.closedN = static_cast<std::int64_t>(window.closed.size());
    out.week.wonN = window.wonN;
    out.week.reps = window.reps;
    out.week.lowConfidence =
        std::min<std::int64_t>(out.week.closedN, static_cast<std::int64_t>(
                                                     baseline.closed.size())) < closedConfidentMin;
    for (std::size_t i = 0; i < domain::leverCount; ++i) {
        domain::LeverValue &lever = out.week.levers[i];
        lever.value = window.values[i];
        lever.baseline = baseline.values[i];
        lever.weekValue = window.weekValues[i];
        lever.weight = leverWeights[i];
        lever.logPoints = out.parts.logPoints[i];
        lever.basePoints = out.parts.basePoints[i];
        lever.n = window.n[i];
    }
    return out;
}

void addChange(const Week &before, Week &week)
{
    if (!before.parts.rvi || !week.parts.rvi)
        return;
    week.week.change = *week.parts.rvi - *before.parts.rvi;
    const auto points = changePoints(before.parts, week.parts);
    for (std::size_t i = 0; i < domain::leverCount; ++i)
        week.week.levers[i].indexPoints = points[i];
}

// Closed deals behind the win rate, won ones behind cycle and size, open ones behind the pipeline.
void addLeverDeals(const LeverWindow &window, const PipelineSnapshot &end,
                   domain::VelocityReport &report)
{
    const auto of = [&report](domain::Lever lever) -> std::vector<domain::DealId> & {
        return report.leverDeals[static_cast<std::size_t>(lever)];
    };
    for (const ClosedDeal &deal : window.closed) {
        const domain::DealId id = deal.track->deal->id;
        of(domain::Lever::WinRate).push_back(id);
        if (deal.won && deal.cycleDays)
            of(domain::Lever::Cycle).push_back(id);
        if (deal.won && deal.amountMinor)
            of(domain::Lever::DealSize).push_back(id);
    }
    for (const DealTrack *track : end.open)
        of(domain::Lever::PipelinePerRep).push_back(track->deal->id);
}

std::optional<domain::Lever> weakestOf(const domain::RviWeek &week)
{
    if (!week.rvi)
        return std::nullopt;
    const auto lowest =
        std::min_element(week.levers.begin(), week.levers.end(),
                         [](const auto &a, const auto &b) { return a.logPoints < b.logPoints; });
    return static_cast<domain::Lever>(lowest - week.levers.begin());
}

} // namespace

domain::VelocityReport velocityReport(const MetricsInput &input, int weeks)
{
    CHECK(weeks >= 1 && weeks <= 520);
    const DealBook book(input);
    // One week more than shown, for the first change; the baseline's end is at most 14 weeks back.
    const int shownAndBefore = std::max(weeks + 1, 15);
    const std::vector<base::UtcMs> boundaries =
        lastWeekStarts(input.now, shownAndBefore + windowWeeks - 1, input.zone);
    const base::UtcMs quarterStart = quarterOf(input.now, input.zone).startMs;
    const auto baselineEnd = static_cast<std::size_t>(
        std::upper_bound(boundaries.begin(), boundaries.end(), quarterStart) - boundaries.begin() -
        1);
    const LeverHistory history(book, boundaries, overallRate(book, boundaries[baselineEnd]));
    const LeverWindow baseline = history.windowEndingAt(baselineEnd);

    domain::VelocityReport out;
    out.currency = input.currency;
    out.baselineStartMs = boundaries[baselineEnd - windowWeeks];
    out.baselineEndMs = boundaries[baselineEnd];
    const std::size_t last = boundaries.size() - 1;
    Week before = weekOf(input, history, last - static_cast<std::size_t>(weeks), baseline);
    for (std::size_t end = last - static_cast<std::size_t>(weeks) + 1; end <= last; ++end) {
        Week week = weekOf(input, history, end, baseline);
        addChange(before, week);
        out.weeks.push_back(week.week);
        before = std::move(week);
    }
    out.weakest = weakestOf(out.weeks.back());

    const SegmentQuestion question{last, baselineEnd, history.windowEndingAt(last), baseline,
                                   before.parts};
    addLeverDeals(question.window, history.snapshot(last), out);
    for (const auto segment : {domain::Segment::Source, domain::Segment::Rep, domain::Segment::Size,
                               domain::Segment::Industry})
        out.segments[static_cast<std::size_t>(segment)] =
            segmentRows(book, history, segment, question);
    const AfterUntil window{boundaries[last - windowWeeks] - 1, boundaries[last] - 1};
    const AfterUntil base{out.baselineStartMs - 1, out.baselineEndMs - 1};
    const WonDwell dwell(book);
    out.stages = funnelRows(book, openDealsAt(book, dwell, input.now), {window, base, true});
    return out;
}

} // namespace topline::metrics
