#include "core/stats/outlier.h"

#include "core/base/check.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::stats {

std::optional<RobustSpread> robustSpread(const std::vector<double> &values)
{
    const auto centre = median(values);
    if (!centre)
        return std::nullopt;
    std::vector<double> away;
    away.reserve(values.size());
    for (const double value : values)
        away.push_back(std::abs(value - *centre));
    const double mad = *median(std::move(away));
    return RobustSpread{*centre, std::max(mad, madFloorShare * std::abs(*centre)),
                        static_cast<std::int64_t>(values.size())};
}

std::optional<double> modifiedZ(double value, const RobustSpread &spread)
{
    if (!(spread.mad > 0))
        return std::nullopt;
    return 0.6745 * (value - spread.median) / spread.mad;
}

double normalTail(double z)
{
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

std::vector<double> benjaminiHochberg(const std::vector<double> &p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&p](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] < p[b] : a < b; });
    std::vector<double> out(p.size());
    const auto n = static_cast<double>(p.size());
    double least = 1;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        const double value = p[order[rank]];
        CHECK(value >= 0 && value <= 1);
        // From the largest down, so that a smaller p never gets a larger adjusted one.
        // The quotient first: it is exactly 1 for the largest.
        least = std::min(least, value * (n / static_cast<double>(rank + 1)));
        out[order[rank]] = least;
    }
    return out;
}

} // namespace topline::stats
