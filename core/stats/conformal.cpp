#include "core/stats/conformal.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

std::optional<ConformalBand> conformalBand(std::vector<double> errors, double level)
{
    CHECK(level > 0 && level < 1);
    const std::size_t n = errors.size();
    if (n < conformalErrorsMin)
        return std::nullopt;
    std::sort(errors.begin(), errors.end());
    const double places = static_cast<double>(n) + 1;
    const double tail = (1 - level) / 2;
    // 0.1 * 10 must not become rank 0 or 2 by its last bit.
    constexpr double rounding = 1e-9;
    const double low = std::max(1.0, std::floor(places * tail + rounding));
    const double high = std::min(static_cast<double>(n), std::ceil(places * (1 - tail) - rounding));
    return ConformalBand{errors[static_cast<std::size_t>(low) - 1],
                         errors[static_cast<std::size_t>(high) - 1], (high - low) / places, n};
}

} // namespace topline::stats
