#include "core/metrics/rvi_index.h"

#include "core/stats/growth.h"

#include <algorithm>
#include <cmath>

namespace topline::metrics {

std::optional<double> logRatio(domain::Lever lever, std::optional<double> value,
                               std::optional<double> baseline)
{
    if (!value || !baseline || *value <= 0 || *baseline <= 0)
        return std::nullopt;
    const double ratio = lever == domain::Lever::Cycle ? *baseline / *value : *value / *baseline;
    return std::log(std::clamp(ratio, ratioMin, ratioMax));
}

IndexParts indexOf(const LeverArray &values, const LeverArray &baselines)
{
    IndexParts out;
    double sum = 0;
    bool defined = true;
    for (std::size_t i = 0; i < domain::leverCount; ++i) {
        const auto part = logRatio(static_cast<domain::Lever>(i), values[i], baselines[i]);
        defined = defined && part;
        out.logPoints[i] = 100 * leverWeights[i] * part.value_or(0);
        sum += out.logPoints[i];
    }
    if (!defined)
        return out;
    out.rvi = 100 * std::exp(sum / 100);
    const double scale = stats::logMean(*out.rvi, 100) / 100;
    for (std::size_t i = 0; i < domain::leverCount; ++i)
        out.basePoints[i] = out.logPoints[i] * scale;
    return out;
}

std::array<double, domain::leverCount> changePoints(const IndexParts &before,
                                                    const IndexParts &after)
{
    std::array<double, domain::leverCount> out{};
    if (!before.rvi || !after.rvi)
        return out;
    const double scale = stats::logMean(*after.rvi, *before.rvi) / 100;
    for (std::size_t i = 0; i < domain::leverCount; ++i)
        out[i] = (after.logPoints[i] - before.logPoints[i]) * scale;
    return out;
}

} // namespace topline::metrics
