#include "core/stats/rate.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

double shrunkRate(std::int64_t hits, std::int64_t trials, double parent, double strength)
{
    CHECK(hits >= 0 && hits <= trials);
    CHECK(strength > 0 && parent >= 0 && parent <= 1);
    return (static_cast<double>(hits) + strength * parent) /
           (static_cast<double>(trials) + strength);
}

std::optional<Interval> wilsonInterval(std::int64_t hits, std::int64_t trials, double z)
{
    CHECK(hits >= 0 && hits <= trials && z > 0);
    if (trials == 0)
        return std::nullopt;
    const double n = static_cast<double>(trials);
    const double p = static_cast<double>(hits) / n;
    const double z2 = z * z;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    // At 0 and n the bound is exactly 0 or 1; rounding must not push it outside.
    return Interval{hits == 0 ? 0 : std::max(0.0, centre - half),
                    hits == trials ? 1 : std::min(1.0, centre + half)};
}

} // namespace topline::stats
