#include "core/metrics/closed_deals.h"

#include "core/stats/quantile.h"

#include <algorithm>

namespace topline::metrics {

namespace {

// The amount is the one known at `at`, not at the close: the last correction of a won deal is often
// stored hours after its close date.
ClosedDeal describe(const DealBook &book, const DealTrack &track, const DealState &state,
                    base::UtcMs at)
{
    ClosedDeal out;
    out.track = &track;
    out.won = state.kind == domain::StageKind::Won;
    out.closedMs = state.sinceMs;
    if (state.sinceMs)
        out.cycleDays = DealBook::cycleDays(track, *state.sinceMs);
    const auto amount = book.amountAt(track, at);
    if (amount && amount->currency == book.input().currency)
        out.amountMinor = amount->amountMinor;
    out.otherCurrency = amount && amount->currency != book.input().currency;
    return out;
}

} // namespace

std::vector<ClosedDeal> closedBy(const DealBook &book, base::UtcMs at)
{
    std::vector<ClosedDeal> out;
    for (const DealTrack &track : book.tracks()) {
        if (!book.inScope(track))
            continue;
        const auto state = book.stateAt(track, at);
        if (state && state->kind != domain::StageKind::Open)
            out.push_back(describe(book, track, *state, at));
    }
    return out;
}

std::vector<ClosedDeal> closedWithin(const DealBook &book, const AfterUntil &window)
{
    std::vector<ClosedDeal> out;
    for (const DealTrack &track : book.tracks()) {
        const bool longOver = track.closedMs && *track.closedMs <= window.afterMs;
        if (longOver || !book.inScope(track))
            continue;
        const auto state = book.stateAt(track, window.untilMs);
        if (state && state->kind != domain::StageKind::Open && state->sinceMs &&
            *state->sinceMs > window.afterMs)
            out.push_back(describe(book, track, *state, window.untilMs));
    }
    return out;
}

std::vector<double> wonCycleDays(const std::vector<ClosedDeal> &closed)
{
    std::vector<double> out;
    for (const ClosedDeal &deal : closed) {
        if (deal.won && deal.cycleDays)
            out.push_back(*deal.cycleDays);
    }
    return out;
}

std::vector<double> wonMinor(const std::vector<ClosedDeal> &closed)
{
    std::vector<double> out;
    for (const ClosedDeal &deal : closed) {
        if (deal.won && deal.amountMinor)
            out.push_back(static_cast<double>(*deal.amountMinor));
    }
    return out;
}

std::int64_t wonCount(const std::vector<ClosedDeal> &closed)
{
    return std::count_if(closed.begin(), closed.end(),
                         [](const ClosedDeal &deal) { return deal.won; });
}

domain::Velocity velocityOf(const std::vector<ClosedDeal> &closed)
{
    domain::Velocity out;
    out.closedN = static_cast<std::int64_t>(closed.size());
    out.wonN = wonCount(closed);
    if (out.closedN > 0)
        out.winRate = static_cast<double>(out.wonN) / static_cast<double>(out.closedN);
    out.dealMinorMean = stats::mean(wonMinor(closed));
    out.cycleDaysMean = stats::mean(wonCycleDays(closed));
    if (out.winRate && out.dealMinorMean && out.cycleDaysMean && *out.cycleDaysMean > 0) {
        out.minorPerDay = static_cast<double>(out.closedN) * *out.winRate * *out.dealMinorMean /
                          *out.cycleDaysMean;
    }
    return out;
}

} // namespace topline::metrics
