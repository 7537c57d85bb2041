#include "core/store/routing_store.h"

#include "core/domain/action.h"
#include "core/domain/event.h"
#include "core/store/json_list.h"
#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::ActionState;
using domain::RouteDecision;
using domain::RoutingSeat;

Result<std::vector<RoutingSeat>> RoutingStore::seats() const
{
    return readRows<RoutingSeat>(m_database,
                                 "SELECT owner_id, weight, capacity, present, away_until_ms "
                                 "FROM routing_seat ORDER BY owner_id",
                                 [](Statement &statement, RoutingSeat &each) {
                                     statement.read(each.owner, each.weight, each.capacity,
                                                    each.isPresent, each.awayUntilMs);
                                 });
}

base::Status RoutingStore::setSeat(const RoutingSeat &seat)
{
    return write(m_database,
                 "INSERT INTO routing_seat (owner_id, weight, capacity, present, away_until_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET weight = ?2, "
                 "capacity = ?3, present = ?4, away_until_ms = ?5",
                 seat.owner, seat.weight, seat.capacity, seat.isPresent, seat.awayUntilMs);
}

base::Status RoutingStore::removeSeat(domain::OwnerId owner)
{
    return write(m_database, "DELETE FROM routing_seat WHERE owner_id = ?", owner);
}

Result<std::map<domain::OwnerId, std::int64_t>> RoutingStore::loads() const
{
    std::map<domain::OwnerId, std::int64_t> out;
    Statement statement(m_database,
                        "SELECT owner_id, count(*) FROM action WHERE state IN (?, ?) "
                        "AND urgency = ? AND owner_id IS NOT NULL GROUP BY owner_id",
                        ActionState::Proposed, ActionState::Snoozed, domain::Urgency::Inbound);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        domain::OwnerId owner;
        std::int64_t count = 0;
        statement.read(owner, count);
        out[owner] = count;
    }
}

base::Status RoutingStore::add(const RouteDecision &decision)
{
    return write(m_database,
                 "INSERT INTO route_decision (action, kind, why, from_owner, to_owner, "
                 "open_count, capacity, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                 decision.action, decision.kind, decision.why, decision.from.value,
                 decision.to.value, decision.open, decision.capacity, decision.atMs);
}

Result<std::vector<RouteDecision>> RoutingStore::newest(std::int64_t limit) const
{
    return readRows<RouteDecision>(
        m_database,
        "SELECT action, kind, why, from_owner, to_owner, open_count, capacity, "
        "at_ms FROM route_decision ORDER BY id DESC LIMIT ?",
        [](Statement &statement, RouteDecision &each) {
            statement.read(each.action, each.kind, each.why, each.from.value, each.to.value,
                           each.open, each.capacity, each.atMs);
        },
        limit);
}

Result<std::vector<base::Uuid>> RoutingStore::breached(base::UtcMs nowMs, base::UtcMs lateMs,
                                                       const std::vector<std::string> &plays,
                                                       std::int64_t limit) const
{
    std::vector<base::Uuid> out;
    const std::string names = jsonList(plays); // outlives the statement that it is bound to
    Statement statement(m_database,
                        "SELECT a.uuid FROM action a WHERE a.state = ?1 AND a.sla_due_ms <= ?2 "
                        "AND NOT EXISTS (SELECT 1 FROM route_decision r WHERE r.action = a.uuid "
                        "AND r.kind = ?3) AND (a.play_id IN (SELECT value FROM json_each(?4)) "
                        "OR (a.urgency = ?5 AND a.sla_due_ms <= ?6 "
                        "AND EXISTS (SELECT 1 FROM routing_seat))) "
                        "ORDER BY a.sla_due_ms, a.id LIMIT ?7",
                        ActionState::Proposed, nowMs, domain::RouteKind::Escalated, names,
                        domain::Urgency::Inbound, lateMs, limit);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        statement.read(out.emplace_back());
    }
}

Result<std::vector<Answered>> RoutingStore::answered(base::UtcMs sinceMs, base::UtcMs nowMs) const
{
    std::vector<Answered> out;
    // A touch is what the CRM saw, what left by the outbox, or a call that was marked as done.
    Statement statement(
        m_database,
        "SELECT a.uuid, a.owner_id, s.occurred_ms, nullif(min("
        "coalesce((SELECT min(e.at_ms) FROM event e WHERE e.account_id = a.account_id "
        "AND e.at_ms >= s.occurred_ms AND e.at_ms <= ?2 AND e.kind IN (?5, ?6)), ?3), "
        "coalesce((SELECT min(f.changed_ms) FROM action b JOIN effect f ON f.action_id = b.id "
        "WHERE b.account_id = a.account_id AND f.state = ?7 AND f.kind IN (?8, ?9) "
        "AND f.changed_ms >= s.occurred_ms), ?3), "
        "coalesce((SELECT min(b.changed_ms) FROM action b WHERE b.account_id = a.account_id "
        "AND b.state = ?10 AND b.kind = ?8 AND b.changed_ms >= s.occurred_ms), ?3)), ?3) "
        "FROM action a JOIN signal s ON s.uuid = a.signal WHERE a.urgency = ?4 "
        "AND a.state <> ?11 AND s.occurred_ms >= ?1 AND s.occurred_ms <= ?2 "
        "ORDER BY s.occurred_ms, a.id",
        sinceMs, nowMs, INT64_MAX, domain::Urgency::Inbound, domain::EventKind::EmailSent,
        domain::EventKind::CallMade, domain::EffectState::Sent, domain::ActionKind::Call,
        domain::ActionKind::Email, ActionState::Done, ActionState::HeldOut);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &each = out.emplace_back();
        statement.read(each.action, each.owner, each.fromMs, each.touchedMs);
    }
}

} // namespace topline::store
