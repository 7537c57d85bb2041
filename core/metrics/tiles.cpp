#include "core/metrics/tiles.h"

#include "core/metrics/closed_deals.h"
#include "core/metrics/quota.h"
#include "core/stats/quantile.h"

#include <algorithm>

namespace topline::metrics {

using domain::Figure;
using domain::Unit;

namespace {

// What all tiles read at one moment.
struct Moment {
    std::vector<OpenDeal> open;
    std::vector<ClosedDeal> closed; // within the window
    std::optional<double> quotaLeft;
};

Moment momentAt(const DealBook &book, const WonDwell &dwell, base::UtcMs at)
{
    return {openDealsAt(book, dwell, at), closedWithin(book, {at - windowMs, at}),
            remainingQuotaMinor(book, at)};
}

double sumMinor(const std::vector<OpenDeal> &deals)
{
    double sum = 0;
    for (const OpenDeal &deal : deals)
        sum += static_cast<double>(deal.minor);
    return sum;
}

void addRows(Figure &figure, const std::vector<OpenDeal> &deals)
{
    for (const OpenDeal &deal : deals) {
        if (deal.otherCurrency) {
            ++figure.otherCurrency;
            continue;
        }
        figure.deals.push_back(deal.track->deal->id);
    }
    figure.n = static_cast<std::int64_t>(figure.deals.size());
}

Figure openPipeline(const Moment &moment)
{
    Figure out;
    out.id = "open_pipeline";
    out.unit = Unit::Money;
    out.value = sumMinor(moment.open);
    addRows(out, moment.open);
    return out;
}

// Past weeks use today's stage probabilities: the change shows what the deals did, not the model.
Figure weightedPipeline(const Moment &moment, const StageOdds &odds)
{
    Figure out;
    out.id = "weighted_pipeline";
    out.unit = Unit::Money;
    double sum = 0;
    bool known = true;
    for (const OpenDeal &deal : moment.open) {
        const auto probability = odds.of(deal.stage);
        known = known && probability;
        if (probability)
            sum += static_cast<double>(deal.minor) * static_cast<double>(probability->ppm) / 1e6;
    }
    if (known)
        out.value = sum;
    addRows(out, moment.open);
    return out;
}

Figure coverage(const Moment &moment)
{
    Figure out;
    out.id = "coverage";
    out.unit = Unit::Ratio;
    out.basis = moment.quotaLeft;
    if (moment.quotaLeft && *moment.quotaLeft > 0)
        out.value = sumMinor(moment.open) / *moment.quotaLeft;
    addRows(out, moment.open);
    return out;
}

Figure winRate(const Moment &moment)
{
    Figure out;
    out.id = "win_rate_3m";
    out.unit = Unit::Ratio;
    out.n = wonCount(moment.closed);
    out.of = static_cast<std::int64_t>(moment.closed.size());
    if (out.of > 0)
        out.value = static_cast<double>(out.n) / static_cast<double>(out.of);
    for (const ClosedDeal &deal : moment.closed)
        out.deals.push_back(deal.track->deal->id);
    return out;
}

Figure cycle(const Moment &moment)
{
    Figure out;
    out.id = "cycle_won_3m";
    out.unit = Unit::Days;
    out.value = stats::median(wonCycleDays(moment.closed));
    for (const ClosedDeal &deal : moment.closed) {
        if (deal.won && deal.cycleDays)
            out.deals.push_back(deal.track->deal->id);
    }
    out.n = static_cast<std::int64_t>(out.deals.size());
    return out;
}

Figure atRisk(const Moment &moment)
{
    std::vector<OpenDeal> deals = moment.open;
    std::erase_if(deals, [](const OpenDeal &deal) { return !deal.atRisk(); });
    Figure out;
    out.id = "at_risk";
    out.unit = Unit::Money;
    out.value = sumMinor(deals);
    addRows(out, deals);
    out.of = std::count_if(moment.open.begin(), moment.open.end(),
                           [](const OpenDeal &deal) { return !deal.otherCurrency; });
    return out;
}

std::vector<Figure> figuresOf(const Moment &moment, const StageOdds &odds)
{
    return {openPipeline(moment), weightedPipeline(moment, odds),
            coverage(moment),     winRate(moment),
            cycle(moment),        atRisk(moment)};
}

} // namespace

std::vector<Figure> tiles(const DealBook &book, const WonDwell &dwell, const StageOdds &odds)
{
    const base::UtcMs now = book.input().now;
    std::vector<Figure> out = figuresOf(momentAt(book, dwell, now), odds);
    for (Figure &figure : out) {
        figure.currency = book.input().currency;
        if (figure.value)
            figure.spark.push_back(*figure.value);
    }
    // Backwards from now; a line ends (begins, for the reader) where its figure is not defined.
    std::vector<bool> going(out.size(), true);
    for (int back = 1; back < sparkWeeks; ++back) {
        const base::UtcMs at = now - back * 7 * base::dayMs;
        if (!book.firstMs() || *book.firstMs() > at)
            break;
        const std::vector<Figure> then = figuresOf(momentAt(book, dwell, at), odds);
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (back == 1)
                out[i].weekAgo = then[i].value;
            going[i] = going[i] && out[i].value && then[i].value;
            if (going[i])
                out[i].spark.push_back(*then[i].value);
        }
    }
    for (Figure &figure : out)
        std::reverse(figure.spark.begin(), figure.spark.end());
    return out;
}

} // namespace topline::metrics
