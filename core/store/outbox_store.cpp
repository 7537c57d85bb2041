#include "core/store/outbox_store.h"

#include "core/base/hash.h"
#include "core/store/effect_route_sql.h"
#include "core/store/query.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::Effect;
using domain::EffectState;

namespace {

#define TOPLINE_EFFECT_SELECT                                                                      \
    "SELECT f.uuid, a.uuid, f.ordinal, f.kind, f.channel, f.wire, f.wire_sha256, f.state, "        \
    "f.attempts, "                                                                                 \
    "f.not_before_ms, f.remote_id, f.detail, f.changed_ms FROM effect f "                          \
    "JOIN action a ON a.id = f.action_id "

template <typename... Values>
Result<std::vector<Effect>> readEffects(Database &database, Sql sql, const Values &...values)
{
    return readRows<Effect>(
        database, sql,
        [](Statement &statement, Effect &each) {
            statement.read(each.id, each.action, each.ordinal, each.kind, each.channel, each.wire,
                           each.wireSha256, each.state, each.attempts, each.notBeforeMs,
                           each.remoteId, each.detail, each.changedMs);
        },
        values...);
}

std::optional<Effect> firstOf(std::vector<Effect> effects)
{
    if (effects.empty())
        return std::nullopt;
    return std::move(effects.front());
}

Result<std::int64_t> actionRow(Database &database, const base::Uuid &action)
{
    TRY_ASSIGN(const auto row,
               readOne(database, "SELECT id FROM action WHERE uuid = ?", std::int64_t{0}, action));
    if (row == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such action."};
    return row;
}

} // namespace

base::Status OutboxStore::addApproval(const Approval &approval)
{
    TRY_ASSIGN(const auto action, actionRow(m_database, approval.action));
    return write(m_database,
                 "INSERT INTO approval (action_id, approver, wire_sha256, at_ms) "
                 "VALUES (?, ?, ?, ?)",
                 action, approval.approver, approval.wireSha256, approval.atMs);
}

Result<std::vector<Approval>> OutboxStore::approvals(const base::Uuid &action) const
{
    return readRows<Approval>(
        m_database,
        "SELECT a.uuid, p.approver, p.wire_sha256, p.at_ms FROM approval p "
        "JOIN action a ON a.id = p.action_id WHERE a.uuid = ? "
        "ORDER BY p.at_ms, p.id",
        [](Statement &statement, Approval &each) {
            statement.read(each.action, each.approver, each.wireSha256, each.atMs);
        },
        action);
}

base::Status OutboxStore::add(const Effect &effect)
{
    CHECK(base::hex(base::sha256(effect.wire)) == effect.wireSha256);
    TRY_ASSIGN(const auto action, actionRow(m_database, effect.action));
    return write(
        m_database,
        "INSERT INTO effect (uuid, action_id, ordinal, kind, wire, wire_sha256, state, "
        "attempts, not_before_ms, remote_id, detail, changed_ms, channel, route) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, " TOPLINE_ROUTE_OF(
            "?13", "?5") ")",
        effect.id, action, effect.ordinal, effect.kind, effect.wire, effect.wireSha256,
        effect.state, effect.attempts, effect.notBeforeMs, effect.remoteId, effect.detail,
        effect.changedMs, effect.channel);
}

base::Status OutboxStore::move(const Effect &effect)
{
    TRY_ASSIGN(const auto row, readOne(m_database, "SELECT id FROM effect WHERE uuid = ?",
                                       std::int64_t{0}, effect.id));
    if (row == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such effect."};
    TRY(write(m_database,
              "UPDATE effect SET state = ?2, attempts = ?3, not_before_ms = ?4, remote_id = ?5, "
              "detail = ?6, changed_ms = ?7 "
              "WHERE id = ?1 AND coalesce((SELECT epoch FROM install), 0) = ?8",
              row, effect.state, effect.attempts, effect.notBeforeMs, effect.remoteId,
              effect.detail, effect.changedMs, m_epoch));
    if (m_database.changes() == 0)
        return base::Error{base::ErrorCode::Refused,
                           "Another program has opened this workspace since.",
                           "Nothing was changed."};
    return write(m_database,
                 "INSERT INTO attempt (effect_id, number, state, at_ms, detail) VALUES "
                 "(?1, (SELECT coalesce(max(number), 0) + 1 FROM attempt WHERE effect_id = ?1), "
                 "?2, ?3, ?4)",
                 row, effect.state, effect.changedMs, effect.detail);
}

base::Status OutboxStore::defer(const Effect &effect)
{
    return write(m_database,
                 "UPDATE effect SET not_before_ms = ?2, changed_ms = ?3 "
                 "WHERE uuid = ?1 AND state = ?4",
                 effect.id, effect.notBeforeMs, effect.changedMs, EffectState::Queued);
}

Result<std::optional<Effect>> OutboxStore::effect(const base::Uuid &id) const
{
    TRY_ASSIGN(auto found, readEffects(m_database, TOPLINE_EFFECT_SELECT "WHERE f.uuid = ?", id));
    return firstOf(std::move(found));
}

Result<std::vector<Effect>> OutboxStore::effectsOf(const base::Uuid &action) const
{
    return readEffects(m_database,
                       TOPLINE_EFFECT_SELECT "WHERE a.uuid = ? ORDER BY f.ordinal, f.id", action);
}

Result<std::optional<Effect>> OutboxStore::nextDue(base::UtcMs nowMs) const
{
    TRY_ASSIGN(auto found,
               readEffects(m_database,
                           TOPLINE_EFFECT_SELECT "WHERE f.state = ? AND f.not_before_ms <= ? "
                                                 "ORDER BY f.not_before_ms, f.id LIMIT 1",
                           EffectState::Queued, nowMs));
    return firstOf(std::move(found));
}

Result<std::optional<Effect>> OutboxStore::nextDue(base::UtcMs nowMs,
                                                   const EffectRoute &route) const
{
    TRY_ASSIGN(
        auto found,
        readEffects(m_database,
                    TOPLINE_EFFECT_SELECT
                    "WHERE f.id = (SELECT id FROM ("
                    "SELECT * FROM (SELECT id, not_before_ms FROM effect WHERE state = ?1 "
                    "AND route = ?3 AND not_before_ms <= ?2 ORDER BY not_before_ms, id LIMIT 1) "
                    "UNION ALL "
                    "SELECT * FROM (SELECT id, not_before_ms FROM effect WHERE ?4 AND state = ?1 "
                    "AND route IS NULL AND not_before_ms <= ?2 ORDER BY not_before_ms, id LIMIT 1)"
                    ") ORDER BY not_before_ms, id LIMIT 1)",
                    EffectState::Queued, nowMs, route.prefix, route.takesOwnerless));
    return firstOf(std::move(found));
}

Result<std::optional<base::UtcMs>> OutboxStore::nextDueMs() const
{
    return readOne(m_database, "SELECT min(not_before_ms) FROM effect WHERE state = ?",
                   std::optional<base::UtcMs>(), EffectState::Queued);
}

Result<std::vector<Effect>> OutboxStore::inState(EffectState state) const
{
    return readEffects(m_database,
                       TOPLINE_EFFECT_SELECT "WHERE f.state = ? ORDER BY f.not_before_ms, f.id",
                       state);
}

Result<std::vector<Effect>> OutboxStore::bookedSince(base::UtcMs ms) const
{
    return readEffects(m_database,
                       TOPLINE_EFFECT_SELECT
                       "WHERE f.state = ? AND f.channel = ? AND f.changed_ms >= ? ORDER BY f.id",
                       EffectState::Sent, domain::Channel::Calendar, ms);
}

Result<std::vector<Effect>> OutboxStore::unresolved() const
{
    return readEffects(m_database, TOPLINE_EFFECT_SELECT "WHERE f.state IN (?, ?, ?) ORDER BY f.id",
                       EffectState::Intent, EffectState::OnWire, EffectState::Unknown);
}

Result<std::int64_t> OutboxStore::mailsSince(base::UtcMs ms) const
{
    return readOne(m_database,
                   "SELECT count(*) FROM effect WHERE channel = 1 AND state IN (1, 2, 3, 5) "
                   "AND changed_ms >= ?",
                   std::int64_t{0}, ms);
}

Result<std::int64_t> OutboxStore::pendingCount() const
{
    return readOne(m_database, "SELECT count(*) FROM effect WHERE state IN (?, ?, ?)",
                   std::int64_t{0}, EffectState::Queued, EffectState::Intent, EffectState::OnWire);
}

Result<std::vector<Attempt>> OutboxStore::attempts(const base::Uuid &effect) const
{
    return readRows<Attempt>(
        m_database,
        "SELECT f.uuid, t.number, t.state, t.at_ms, t.detail FROM attempt t "
        "JOIN effect f ON f.id = t.effect_id WHERE f.uuid = ? ORDER BY t.number",
        [](Statement &statement, Attempt &each) {
            statement.read(each.effect, each.number, each.state, each.atMs, each.detail);
        },
        effect);
}

} // namespace topline::store
