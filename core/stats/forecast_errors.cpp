#include "core/stats/forecast_errors.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

namespace {

double actualSum(const std::vector<ForecastPair> &pairs)
{
    double sum = 0;
    for (const ForecastPair &pair : pairs)
        sum += pair.actual;
    return sum;
}

} // namespace

std::optional<double> wape(const std::vector<ForecastPair> &pairs)
{
    const double actual = actualSum(pairs);
    if (actual <= 0)
        return std::nullopt;
    double off = 0;
    for (const ForecastPair &pair : pairs)
        off += std::abs(pair.forecast - pair.actual);
    return off / actual;
}

std::optional<double> relativeBias(const std::vector<ForecastPair> &pairs)
{
    const double actual = actualSum(pairs);
    if (actual <= 0)
        return std::nullopt;
    double off = 0;
    for (const ForecastPair &pair : pairs)
        off += pair.forecast - pair.actual;
    return off / actual;
}

std::optional<double> accuracy(const ForecastPair &pair)
{
    if (pair.actual <= 0)
        return std::nullopt;
    return 1 - std::abs(pair.actual - pair.forecast) / pair.actual;
}

std::optional<double> pinball(const std::vector<ForecastPair> &pairs, double q)
{
    CHECK(q > 0 && q < 1);
    if (pairs.empty())
        return std::nullopt;
    double sum = 0;
    for (const ForecastPair &pair : pairs) {
        const double off = pair.actual - pair.forecast;
        sum += off >= 0 ? q * off : (q - 1) * off;
    }
    return sum / static_cast<double>(pairs.size());
}

std::vector<ReliabilityRow> reliabilityTable(const std::vector<Promise> &promises, int bins)
{
    CHECK(bins > 0);

    struct Tally {
        double promised = 0;
        std::int64_t kept = 0;
        std::int64_t n = 0;
    };

    std::vector<Tally> tallies(static_cast<std::size_t>(bins));
    for (const Promise &promise : promises) {
        CHECK(promise.probability >= 0 && promise.probability <= 1);
        const auto place = static_cast<int>(promise.probability * bins);
        Tally &tally = tallies[static_cast<std::size_t>(std::min(place, bins - 1))];
        tally.promised += promise.probability;
        tally.kept += promise.kept ? 1 : 0;
        ++tally.n;
    }
    std::vector<ReliabilityRow> out;
    for (const Tally &tally : tallies) {
        if (tally.n == 0)
            continue;
        const double n = static_cast<double>(tally.n);
        out.push_back({tally.promised / n, static_cast<double>(tally.kept) / n,
                       *wilsonInterval(tally.kept, tally.n), tally.n});
    }
    return out;
}

} // namespace topline::stats
