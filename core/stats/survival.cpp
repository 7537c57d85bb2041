#include "core/stats/survival.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace topline::stats {

std::optional<SurvivalCurve> SurvivalCurve::of(std::vector<Duration> stays)
{
    std::sort(stays.begin(), stays.end(),
              [](const Duration &a, const Duration &b) { return a.time < b.time; });
    SurvivalCurve out;
    out.m_stays = static_cast<std::int64_t>(stays.size());
    double survival = 1;
    for (std::size_t i = 0; i < stays.size();) {
        const double time = stays[i].time;
        CHECK(std::isfinite(time) && time >= 0);
        const auto atRisk = static_cast<std::int64_t>(stays.size() - i);
        std::int64_t exits = 0;
        for (; i < stays.size() && stays[i].time == time; ++i)
            exits += stays[i].exited;
        if (exits == 0)
            continue;
        // Of those that were there, how many stayed: exact at 0, where a product of rounded ratios
        // would leave a trace.
        survival *= static_cast<double>(atRisk - exits) / static_cast<double>(atRisk);
        out.m_steps.push_back({time, atRisk, exits, survival});
        out.m_exits += exits;
    }
    if (out.m_steps.empty())
        return std::nullopt;
    return out;
}

double SurvivalCurve::at(double time) const
{
    const auto after = std::upper_bound(m_steps.begin(), m_steps.end(), time,
                                        [](double t, const Step &step) { return t < step.time; });
    return after == m_steps.begin() ? 1.0 : (after - 1)->survival;
}

} // namespace topline::stats
