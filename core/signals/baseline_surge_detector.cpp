#include "core/signals/baseline_surge_detector.h"

#include "core/signals/burst.h"
#include "core/signals/episode.h"
#include "core/stats/gamma_tail.h"

#include <algorithm>
#include <cmath>

namespace topline::signals {

namespace {

// What a firing point looks back on: its own window and the baseline before that.
base::DurationMs reachOf(const domain::SignalPolicy &policy)
{
    return policy.surgeWindowMs + policy.baselineMs;
}

struct Count {
    std::size_t first = 0;   // of the window that ends at the point
    std::int64_t window = 0; // events in it
    double expected = 0;     // by the baseline before it
    double tail = 1;         // P(as many or more)
};

// Gamma(0.5 + n, prior + baseline) after the n events of the baseline; the window's count is then
// negative binomial (Greenwood and Yule 1920).
Count countAt(const std::vector<Point> &points, std::size_t at, const domain::SignalPolicy &policy)
{
    const auto days = [](base::DurationMs ms) {
        return static_cast<double>(ms) / static_cast<double>(base::dayMs);
    };
    const base::UtcMs windowStartMs = points[at].atMs - policy.surgeWindowMs;
    const base::UtcMs baseStartMs = windowStartMs - policy.baselineMs;
    const auto after = [&points, at](base::UtcMs ms) {
        const auto end = points.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        return std::upper_bound(points.begin(), end, ms, [](base::UtcMs value, const Point &point) {
            return value < point.atMs;
        });
    };
    const auto windowFirst = after(windowStartMs);
    const auto before = static_cast<double>(windowFirst - after(baseStartMs));
    Count out;
    out.first = static_cast<std::size_t>(windowFirst - points.begin());
    out.window = static_cast<std::int64_t>(at + 1 - out.first);
    const stats::GammaRate belief =
        stats::GammaRate{0.5, days(policy.baselinePriorMs)}.after(before, days(policy.baselineMs));
    out.expected = belief.shape / belief.rate * days(policy.surgeWindowMs);
    out.tail = stats::gammaPoissonTail(belief, out.window, days(policy.surgeWindowMs));
    return out;
}

bool fires(const std::vector<Point> &points, std::size_t at, const Count &count,
           const domain::SignalPolicy &policy)
{
    return count.window >= policy.baselineEventsMin &&
           count.tail * 1'000'000 < static_cast<double>(policy.baselineTailPpm) &&
           peopleIn(points, {count.first, at, at + 1}) >= policy.baselinePeopleMin;
}

} // namespace

std::vector<Found> detectBaselineSurges(const Scan &scan)
{
    const auto &policy = scan.policy;
    const base::DurationMs pauseMs = std::max(policy.surgeCooldownMs, policy.surgeWindowMs);
    const auto points = distinctIntents(scan, pauseMs);
    std::vector<Found> out;
    std::size_t i = 0;
    std::size_t free = 0; // points before it belong to the burst before
    while (i < points.size()) {
        Count count = countAt(points, i, policy);
        count.first = std::max(count.first, free);
        count.window = static_cast<std::int64_t>(i + 1 - count.first);
        if (!fires(points, i, count, policy)) {
            ++i;
            continue;
        }
        const Burst burst{count.first, i, endOfBurst(points, i, policy.surgeCooldownMs)};
        const base::UtcMs lastMs = points[burst.end - 1].atMs;
        const auto events = static_cast<std::int64_t>(burst.end - burst.first);
        Found found = burstFound(scan, domain::SignalType::BaselineSurge, points, burst);
        found.signal.strengthPermille = strengthOf(events, policy.baselineEventsMin);
        found.signal.reason = {
            domain::ReasonCode::BaselineSurge,
            {count.window, static_cast<std::int64_t>(std::llround(count.expected * 1'000)),
             peopleIn(points, burst), domain::Span{policy.surgeWindowMs}, domain::AtTime{lastMs}}};
        const Point &first = points[burst.first];
        found.goneMs = goneMs(first.atMs, first.rowStartMs, pauseMs + reachOf(policy), policy);
        out.push_back(std::move(found));
        i = burst.end;
        free = burst.end;
    }
    return out;
}

} // namespace topline::signals
