#include "core/metrics/open_deals.h"

#include "core/stats/quantile.h"

#include <algorithm>

namespace topline::metrics {

namespace {

double daysBetween(base::UtcMs from, base::UtcMs to)
{
    return static_cast<double>(to - from) / static_cast<double>(base::dayMs);
}

} // namespace

WonDwell::WonDwell(const DealBook &book)
{
    for (const DealTrack &track : book.tracks()) {
        const bool won = track.closed && track.stage->kind == domain::StageKind::Won;
        if (!won || !track.closedMs)
            continue;
        for (const Visit &visit : book.visits(track, *track.closedMs)) {
            if (visit.leftMs)
                m_byStage[visit.stage->id].push_back(
                    {*track.closedMs, daysBetween(visit.enteredMs, *visit.leftMs)});
        }
    }
    for (auto &[stage, samples] : m_byStage) {
        std::sort(samples.begin(), samples.end(), [](const Sample &a, const Sample &b) {
            return std::pair(a.wonMs, a.days) < std::pair(b.wonMs, b.days);
        });
    }
}

std::map<domain::StageId, double> WonDwell::p80At(base::UtcMs at) const
{
    std::map<domain::StageId, double> out;
    for (const auto &[stage, samples] : m_byStage) {
        std::vector<double> days;
        for (const Sample &sample : samples) {
            if (sample.wonMs > at)
                break;
            days.push_back(sample.days);
        }
        if (static_cast<std::int64_t>(days.size()) >= dwellSamplesMin)
            out[stage] = *stats::quantile(std::move(days), 0.8);
    }
    return out;
}

std::vector<OpenDeal> openDealsAt(const DealBook &book, const WonDwell &dwell, base::UtcMs at)
{
    const std::map<domain::StageId, double> p80 = dwell.p80At(at);
    const double stallDays =
        static_cast<double>(book.input().stallMs) / static_cast<double>(base::dayMs);
    std::vector<OpenDeal> out;
    for (const DealTrack &track : book.tracks()) {
        if (!book.inScope(track))
            continue;
        const auto state = book.stateAt(track, at);
        if (!state || state->kind != domain::StageKind::Open)
            continue;
        OpenDeal deal;
        deal.track = &track;
        deal.stage = state->stage;
        deal.minor = book.minorAt(track, at);
        deal.otherCurrency = book.inOtherCurrency(track, at);
        if (state->sinceMs)
            deal.ageDays = daysBetween(*state->sinceMs, at);
        if (const auto found = state->stage ? p80.find(state->stage->id) : p80.end();
            found != p80.end())
            deal.p80Days = found->second;
        deal.stalled = deal.ageDays && *deal.ageDays > deal.p80Days.value_or(stallDays);
        deal.closeDatePassed = track.deal->closeMs && *track.deal->closeMs < at;
        out.push_back(deal);
    }
    return out;
}

} // namespace topline::metrics
