#include "core/stats/beta_interval.h"

#include "core/base/check.h"

#include <boost/math/distributions/beta.hpp>

namespace topline::stats {

Interval jeffreysInterval(std::int64_t hits, std::int64_t trials, double level)
{
    CHECK(hits >= 0 && hits <= trials && level > 0 && level < 1);
    const boost::math::beta_distribution<double> posterior(
        static_cast<double>(hits) + 0.5, static_cast<double>(trials - hits) + 0.5);
    const double tail = (1 - level) / 2;
    Interval out{0, 1};
    if (hits > 0)
        out.low = boost::math::quantile(posterior, tail);
    if (hits < trials)
        out.high = boost::math::quantile(boost::math::complement(posterior, tail));
    return out;
}

} // namespace topline::stats
