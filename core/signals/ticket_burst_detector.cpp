#include "core/signals/ticket_burst_detector.h"

#include "core/signals/burst.h"
#include "core/signals/episode.h"

namespace topline::signals {

namespace {

std::vector<Point> ticketsOf(const Scan &scan)
{
    static constexpr domain::EventKind kinds[] = {domain::EventKind::TicketOpened};
    std::vector<Point> out;
    for (const auto *event : eventsOf(scan, kinds)) {
        const bool afterPause =
            out.empty() || event->atMs - out.back().atMs >= scan.policy.ticketWindowMs;
        out.push_back({event->atMs, afterPause ? event->atMs : out.back().rowStartMs, event});
    }
    return out;
}

} // namespace

std::vector<Found> detectTicketBursts(const Scan &scan)
{
    const auto &policy = scan.policy;
    const auto points = ticketsOf(scan);
    const auto least = static_cast<std::size_t>(policy.ticketsMin);
    std::vector<Found> out;
    std::size_t i = least == 0 ? 0 : least - 1;
    while (i < points.size() && least > 0) {
        const std::size_t first = i + 1 - least;
        if (points[i].atMs - points[first].atMs > policy.ticketWindowMs) {
            ++i;
            continue;
        }
        const Burst burst{first, i, endOfBurst(points, i, policy.ticketWindowMs)};
        const auto count = static_cast<std::int64_t>(burst.end - burst.first);
        const base::UtcMs lastMs = points[burst.end - 1].atMs;
        Found found = burstFound(scan, domain::SignalType::TicketBurst, points, burst);
        found.signal.strengthPermille = strengthOf(count, policy.ticketsMin);
        found.signal.reason = {
            domain::ReasonCode::TicketBurst,
            {count, domain::Span{lastMs - points[first].atMs}, domain::AtTime{lastMs}}};
        found.goneMs =
            goneMs(points[first].atMs, points[first].rowStartMs, policy.ticketWindowMs, policy);
        out.push_back(std::move(found));
        i = burst.end;
    }
    return out;
}

} // namespace topline::signals
