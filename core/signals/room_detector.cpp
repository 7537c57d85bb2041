#include "core/signals/room_detector.h"

namespace topline::signals {

std::vector<Found> detectReopenedRooms(const Scan &scan)
{
    static constexpr domain::EventKind kinds[] = {domain::EventKind::RoomViewed};
    const auto views = eventsOf(scan, kinds);
    std::vector<Found> out;
    for (std::size_t i = 1; i < views.size(); ++i) {
        const base::DurationMs quietMs = views[i]->atMs - views[i - 1]->atMs;
        if (quietMs < scan.policy.roomQuietMs)
            continue;
        Found found = findAt(scan, domain::SignalType::RoomReopened,
                             {views[i]->contact.id, views[i]->deal.id}, views[i]->atMs);
        found.signal.reason = {domain::ReasonCode::RoomReopened,
                               {domain::Span{quietMs}, domain::AtTime{views[i]->atMs}}};
        found.signal.evidence = {views[i - 1]->id, views[i]->id};
        // Without the view before it nobody could tell how long it was quiet.
        found.goneMs = views[i - 1]->atMs + scan.policy.lookBackMs;
        out.push_back(std::move(found));
    }
    return out;
}

} // namespace topline::signals
