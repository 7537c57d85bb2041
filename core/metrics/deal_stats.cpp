#include "core/metrics/deal_stats.h"

#include "core/metrics/closed_deals.h"
#include "core/stats/quantile.h"

#include <algorithm>

namespace topline::metrics {

domain::DealStats dealStats(const DealBook &book)
{
    const base::UtcMs now = book.input().now;
    const std::vector<ClosedDeal> closed = closedBy(book, now);
    domain::DealStats out;
    out.deals =
        std::count_if(book.tracks().begin(), book.tracks().end(), [&](const DealTrack &track) {
            return book.inScope(track) && book.stateAt(track, now).has_value();
        });
    out.velocity = velocityOf(closed);
    out.closed = out.velocity.closedN;
    out.won = out.velocity.wonN;
    out.lost = out.closed - out.won;
    out.winRate = out.velocity.winRate;
    std::vector<double> lostDays;
    for (const ClosedDeal &deal : closed) {
        if (deal.won && deal.amountMinor)
            out.wonMinorSum += *deal.amountMinor;
        if (!deal.won && deal.cycleDays)
            lostDays.push_back(*deal.cycleDays);
    }
    out.wonMinorMean = out.velocity.dealMinorMean;
    out.wonMinorMedian = stats::median(wonMinor(closed));
    out.wonCycleDaysMean = out.velocity.cycleDaysMean;
    out.wonCycleDaysMedian = stats::median(wonCycleDays(closed));
    out.lostCycleDaysMean = stats::mean(lostDays);
    out.lostCycleDaysMedian = stats::median(lostDays);
    return out;
}

} // namespace topline::metrics
