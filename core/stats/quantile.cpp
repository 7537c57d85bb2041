#include "core/stats/quantile.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace topline::stats {

std::optional<double> mean(const std::vector<double> &values)
{
    if (values.empty())
        return std::nullopt;
    double sum = 0;
    double lost = 0; // Kahan: long sums of cents keep their last digit
    for (const double value : values) {
        const double term = value - lost;
        const double next = sum + term;
        lost = (next - sum) - term;
        sum = next;
    }
    return sum / static_cast<double>(values.size());
}

std::optional<double> quantile(std::vector<double> values, double p)
{
    CHECK(p >= 0 && p <= 1);
    if (values.empty())
        return std::nullopt;
    const double h = static_cast<double>(values.size() - 1) * p;
    const auto below = static_cast<std::ptrdiff_t>(std::floor(h));
    const auto at = values.begin() + below;
    std::nth_element(values.begin(), at, values.end());
    const double low = *at;
    const double fraction = h - static_cast<double>(below);
    if (fraction <= 0)
        return low;
    const double high = *std::min_element(at + 1, values.end());
    return low + fraction * (high - low);
}

std::optional<double> median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

} // namespace topline::stats
