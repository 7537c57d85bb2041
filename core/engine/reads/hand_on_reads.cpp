#include "core/domain/hand_on.h"
#include "core/engine/guards/routing_desk.h"
#include "core/engine/reads/reads.h"
#include "core/engine/step/known_action.h"
#include "core/plays/work_calendar.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace topline::engine {

namespace {

using domain::HandOnRow;

// Somebody who can take it now before somebody who cannot, then by how full their table is.
bool comesBefore(const HandOnRow &a, const HandOnRow &b)
{
    const auto standing = [](const HandOnRow &row) {
        const bool isFull = row.hasSeat && row.open >= row.capacity;
        return std::tuple(row.isHolder, row.isAway, isFull, !row.hasSeat, !row.isWorking);
    };
    if (standing(a) != standing(b))
        return standing(a) < standing(b);
    const auto left = a.open * std::max<std::int64_t>(b.capacity, 1);
    const auto right = b.open * std::max<std::int64_t>(a.capacity, 1);
    return std::tie(left, a.name, a.owner) < std::tie(right, b.name, b.owner);
}

void addSeat(HandOnRow &row, const domain::RoutingSeat &seat, base::UtcMs now)
{
    row.hasSeat = true;
    row.capacity = seat.capacity;
    row.isAway = !seat.isPresent && (!seat.awayUntilMs || *seat.awayUntilMs > now);
    if (row.isAway)
        row.awayUntilMs = seat.awayUntilMs;
}

} // namespace

base::Result<domain::HandOnOffer> Reads::handOn(const std::vector<base::Uuid> &ids)
{
    domain::HandOnOffer out;
    std::map<domain::OwnerId, std::size_t> holders;
    for (const auto &id : ids) {
        TRY_ASSIGN(const auto action, knownAction(m_tables, id));
        if (!canBeGivenOn(action))
            continue;
        out.actions.push_back(id);
        ++holders[action.owner];
    }
    TRY_ASSIGN(const auto owners, m_tables.catalogue.owners());
    TRY_ASSIGN(const auto seats, m_tables.routing.seats());
    TRY_ASSIGN(auto loads, m_tables.routing.loads());
    TRY_ASSIGN(const auto calendars, m_tables.workCalendars.all());
    const auto calendarOf = [&](domain::OwnerId owner) {
        domain::WorkCalendar usual;
        for (const auto &calendar : calendars) {
            if (calendar.owner == owner)
                return calendar;
            if (!calendar.owner.isSet())
                usual = calendar;
        }
        return usual;
    };
    for (const auto &owner : owners) {
        if (!owner.active)
            continue;
        HandOnRow &row = out.rows.emplace_back();
        row.owner = owner.id;
        row.name = owner.name;
        row.open = loads[owner.id];
        row.isWorking = plays::WorkClock(calendarOf(owner.id), m_policy.zone).isOpen(m_now);
        row.isHolder = !out.actions.empty() && holders[owner.id] == out.actions.size();
        for (const auto &seat : seats) {
            if (seat.owner == owner.id)
                addSeat(row, seat, m_now);
        }
    }
    std::sort(out.rows.begin(), out.rows.end(), comesBefore);
    return out;
}

base::Result<domain::HandOnOffer> Reads::handOnOf(domain::AccountId account)
{
    TRY_ASSIGN(const auto open, m_tables.actions.openOf(account));
    std::vector<base::Uuid> ids;
    for (const auto &action : open)
        ids.push_back(action.id);
    return handOn(ids);
}

} // namespace topline::engine
