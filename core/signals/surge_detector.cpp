#include "core/signals/surge_detector.h"

#include "core/signals/burst.h"
#include "core/signals/episode.h"

#include <algorithm>

namespace topline::signals {

namespace {

// After a pause this long nothing before it has a say any more.
base::DurationMs pauseOf(const domain::SignalPolicy &policy)
{
    return std::max(policy.surgeCooldownMs, policy.surgeWindowMs);
}

// All by one person without a pause: one visit, however much was looked at.
bool isOneSession(const std::vector<Point> &points, std::size_t first, std::size_t last,
                  base::DurationMs gapMs)
{
    for (std::size_t i = first + 1; i <= last; ++i) {
        if (points[i].event->contact.id != points[first].event->contact.id ||
            points[i].atMs - points[i - 1].atMs >= gapMs)
            return false;
    }
    return true;
}

Found surgeOf(const Scan &scan, const std::vector<Point> &points, const Burst &burst)
{
    const auto count = static_cast<std::int64_t>(burst.end - burst.first);
    const base::UtcMs startMs = points[burst.first].atMs;
    const base::UtcMs lastMs = points[burst.end - 1].atMs;
    Found out = burstFound(scan, domain::SignalType::Surge, points, burst);
    out.signal.strengthPermille = strengthOf(count, scan.policy.surgeEventsMin);
    out.signal.reason = {
        domain::ReasonCode::Surge,
        {count, peopleIn(points, burst), domain::Span{lastMs - startMs}, domain::AtTime{lastMs}}};
    out.goneMs = goneMs(startMs, points[burst.first].rowStartMs, pauseOf(scan.policy), scan.policy);
    return out;
}

} // namespace

std::vector<Found> detectSurges(const Scan &scan)
{
    const auto &policy = scan.policy;
    const auto points = distinctIntents(scan, pauseOf(policy));
    const auto least = static_cast<std::size_t>(policy.surgeEventsMin);
    std::vector<Found> out;
    std::size_t i = least == 0 ? 0 : least - 1;
    while (i < points.size() && least > 0) {
        const std::size_t first = i + 1 - least;
        if (points[i].atMs - points[first].atMs > policy.surgeWindowMs ||
            isOneSession(points, first, i, policy.visitGapMs)) {
            ++i;
            continue;
        }
        const std::size_t end = endOfBurst(points, i, policy.surgeCooldownMs);
        out.push_back(surgeOf(scan, points, {first, i, end}));
        i = end;
    }
    return out;
}

} // namespace topline::signals
