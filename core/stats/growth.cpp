#include "core/stats/growth.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

double decayFactor(double age, double halfLife)
{
    CHECK(halfLife > 0);
    return std::exp2(-std::max(0.0, age) / halfLife);
}

double logMean(double a, double b)
{
    CHECK(a > 0 && b > 0);
    // ln(a/b) = ln(1 + x); near x = 0 the quotient loses digits, its series does not.
    const double x = (a - b) / b;
    if (std::abs(x) < 1e-5)
        return b * (1 + x / 2 - x * x / 12);
    return (a - b) / std::log(a / b);
}

} // namespace topline::stats
