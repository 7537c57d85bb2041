#include "core/signals/burst.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace topline::signals {

std::vector<Point> distinctIntents(const Scan &scan, base::DurationMs pauseMs)
{
    std::vector<Point> out;
    std::map<std::pair<domain::ContactId, domain::EventKind>, base::UtcMs> lastMs;
    std::optional<base::UtcMs> lastAnyMs;
    for (const auto *event : scan.events) {
        if (!domain::isHighIntent(event->kind))
            continue;
        const auto [last, isFirst] =
            lastMs.try_emplace({event->contact.id, event->kind}, event->atMs);
        const bool isAgain = !isFirst && event->atMs - last->second < scan.policy.visitGapMs;
        last->second = event->atMs;
        const bool afterPause = !lastAnyMs || event->atMs - *lastAnyMs >= pauseMs;
        lastAnyMs = event->atMs;
        if (isAgain)
            continue;
        out.push_back({event->atMs, afterPause ? event->atMs : out.back().rowStartMs, event});
    }
    return out;
}

std::int64_t peopleIn(const std::vector<Point> &points, const Burst &burst)
{
    std::set<domain::ContactId> people;
    for (std::size_t i = burst.first; i < burst.end; ++i)
        people.insert(points[i].event->contact.id);
    return static_cast<std::int64_t>(people.size());
}

std::size_t endOfBurst(const std::vector<Point> &points, std::size_t fired,
                       base::DurationMs cooldownMs)
{
    const base::UtcMs quietUntilMs = points[fired].atMs + cooldownMs;
    std::size_t end = fired + 1;
    while (end < points.size() && points[end].atMs < quietUntilMs)
        ++end;
    return end;
}

Found burstFound(const Scan &scan, domain::SignalType type, const std::vector<Point> &points,
                 const Burst &burst)
{
    const base::UtcMs startMs = points[burst.first].atMs;
    Found out;
    const std::string subject = "account " + std::to_string(scan.history.account.id.value);
    out.signal.id = signalId(type, subject, startMs);
    out.signal.type = type;
    out.signal.account = scan.history.account.id;
    out.signal.occurredMs = points[burst.end - 1].atMs;
    for (std::size_t i = burst.first; i < burst.end; ++i)
        out.signal.evidence.push_back(points[i].event->id);
    return out;
}

} // namespace topline::signals
