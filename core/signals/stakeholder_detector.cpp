#include "core/signals/stakeholder_detector.h"

#include "core/signals/deal_life.h"

#include <optional>

namespace topline::signals {

using domain::SignalType;

namespace {

// The deal that had been open for longest at that time, long enough for somebody to be new to it.
const domain::Deal *dealAt(const Scan &scan, base::UtcMs atMs)
{
    const domain::Deal *best = nullptr;
    base::UtcMs bestStartMs = 0;
    for (const auto &deal : scan.history.deals) {
        const OpenTime open = openTimeOf(deal, scan.history);
        const bool isOld = open.contains(atMs) &&
                           open.startMs != std::numeric_limits<base::UtcMs>::min() &&
                           atMs - open.startMs >= scan.policy.stakeholderNewMs;
        if (deal.deleted || !isOld)
            continue;
        if (!best || std::pair(open.startMs, deal.id) < std::pair(bestStartMs, best->id)) {
            best = &deal;
            bestStartMs = open.startMs;
        }
    }
    return best;
}

const domain::Contact *contactOf(const Scan &scan, domain::ContactId id)
{
    for (const auto &contact : scan.history.contacts) {
        if (contact.id == id)
            return &contact;
    }
    return nullptr;
}

Found joined(const Scan &scan, const domain::Deal &deal, const domain::Contact *who,
             base::UtcMs atMs)
{
    Found out = findAt(scan, SignalType::NewStakeholder,
                       {who ? who->id : domain::ContactId{}, deal.id}, atMs);
    out.signal.reason = {domain::ReasonCode::NewStakeholder,
                         {who ? who->fullName() : std::string(), who ? who->title : std::string(),
                          domain::AtTime{atMs}}};
    return out;
}

} // namespace

// By record: a person's first event in the window may not be their first.
std::vector<Found> detectStakeholders(const Scan &scan)
{
    std::vector<Found> out;
    for (const auto &contact : scan.history.contacts) {
        if (contact.deleted || !contact.createdMs)
            continue;
        if (const auto *deal = dealAt(scan, *contact.createdMs))
            out.push_back(joined(scan, *deal, &contact, *contact.createdMs));
    }
    static constexpr domain::EventKind kinds[] = {domain::EventKind::RoomJoined};
    for (const auto *event : eventsOf(scan, kinds)) {
        if (const auto *deal = dealAt(scan, event->atMs)) {
            Found found = joined(scan, *deal, contactOf(scan, event->contact.id), event->atMs);
            found.signal.evidence = {event->id};
            out.push_back(std::move(found));
        }
    }
    return out;
}

} // namespace topline::signals
