#include "core/metrics/quota.h"

#include "core/metrics/closed_deals.h"
#include "core/metrics/periods.h"

#include <algorithm>

namespace topline::metrics {

namespace {

// Zones and short days make a quarter's quota begin or end a few hours beside the quarter.
constexpr base::DurationMs quarterAtMostMs = 93 * base::dayMs;

double shareInQuarter(const domain::Quota &quota, const Period &quarter)
{
    const base::DurationMs length = quota.endMs - quota.startMs;
    if (length <= 0)
        return 0;
    if (length <= quarterAtMostMs) {
        const base::UtcMs middle = quota.startMs + length / 2;
        return middle >= quarter.startMs && middle < quarter.endMs ? 1 : 0;
    }
    const base::DurationMs overlap =
        std::min(quota.endMs, quarter.endMs) - std::max(quota.startMs, quarter.startMs);
    return overlap <= 0 ? 0 : static_cast<double>(overlap) / static_cast<double>(length);
}

} // namespace

std::optional<double> remainingQuotaMinor(const DealBook &book, base::UtcMs at)
{
    const MetricsInput &input = book.input();
    const Period quarter = quarterOf(at, input.zone);
    double target = 0;
    for (const domain::Quota &quota : input.quotas) {
        const bool counts = quota.amount.currency == input.currency &&
                            (!input.owner || quota.owner.id == *input.owner);
        if (counts)
            target +=
                static_cast<double>(quota.amount.amountMinor) * shareInQuarter(quota, quarter);
    }
    if (target <= 0)
        return std::nullopt;
    double won = 0;
    for (const ClosedDeal &deal : closedWithin(book, {quarter.startMs - 1, at}))
        won += deal.won ? static_cast<double>(deal.amountMinor.value_or(0)) : 0;
    return std::max(0.0, target - won);
}

} // namespace topline::metrics
