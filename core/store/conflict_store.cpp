#include "core/store/conflict_store.h"

#include "core/store/query.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::Conflict;
using domain::ConflictState;

namespace {

#define TOPLINE_CONFLICT_SELECT                                                                    \
    "SELECT x.uuid, x.system, x.kind, x.record_id, CASE x.kind "                                   \
    "WHEN 0 THEN (SELECT name FROM owner WHERE id = x.record_id) "                                 \
    "WHEN 3 THEN (SELECT name FROM account WHERE id = x.record_id) "                               \
    "WHEN 4 THEN (SELECT trim(first_name || ' ' || last_name) FROM contact "                       \
    "WHERE id = x.record_id) "                                                                     \
    "WHEN 5 THEN (SELECT name FROM deal WHERE id = x.record_id) END, x.field, x.base, x.ours, "    \
    "x.theirs, x.ours_from, x.at_ms, x.state, x.resolved_ms, x.ours_stands, x.action "             \
    "FROM conflict x "

template <typename... Values>
Result<std::vector<Conflict>> readConflicts(Database &database, Sql sql, const Values &...values)
{
    std::vector<Conflict> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        auto &one = out.emplace_back();
        statement.read(one.id, one.system, one.kind, one.record, one.recordName, one.field,
                       one.base, one.ours, one.theirs, one.oursFrom, one.atMs, one.state,
                       one.resolvedMs, one.oursStands, one.action);
    }
}

} // namespace

Result<bool> ConflictStore::add(const Conflict &conflict)
{
    if (conflict.state == ConflictState::Open) {
        TRY(write(m_database,
                  "UPDATE conflict SET theirs = ?1, at_ms = ?2 WHERE state = 0 AND kind = ?3 "
                  "AND record_id = ?4 AND field = ?5 AND action IS ?6 AND system = ?7",
                  conflict.theirs, conflict.atMs, conflict.kind, conflict.record, conflict.field,
                  conflict.action, conflict.system));
        if (m_database.changes() > 0)
            return false;
    }
    TRY(write(m_database,
              "INSERT INTO conflict (uuid, system, kind, record_id, field, base, ours, theirs, "
              "ours_from, at_ms, state, resolved_ms, ours_stands, action) VALUES "
              "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uuid) DO NOTHING",
              conflict.id, conflict.system, conflict.kind, conflict.record, conflict.field,
              conflict.base, conflict.ours, conflict.theirs, conflict.oursFrom, conflict.atMs,
              conflict.state, conflict.resolvedMs, conflict.oursStands, conflict.action));
    return m_database.changes() > 0;
}

base::Status ConflictStore::decide(const base::Uuid &id, ConflictState state, bool oursStands,
                                   base::UtcMs atMs)
{
    TRY(write(m_database,
              "UPDATE conflict SET state = ?2, ours_stands = ?3, resolved_ms = ?4 WHERE uuid = ?1",
              id, state, oursStands, atMs));
    if (m_database.changes() == 0)
        return base::Error{base::ErrorCode::NotFound, "There is no such conflict."};
    return {};
}

Result<std::optional<Conflict>> ConflictStore::conflict(const base::Uuid &id) const
{
    TRY_ASSIGN(auto found,
               readConflicts(m_database, TOPLINE_CONFLICT_SELECT "WHERE x.uuid = ?", id));
    if (found.empty())
        return std::optional<Conflict>();
    return std::optional<Conflict>(std::move(found.front()));
}

Result<std::vector<Conflict>> ConflictStore::list(std::int64_t decidedLimit) const
{
    TRY_ASSIGN(auto out, readConflicts(m_database, TOPLINE_CONFLICT_SELECT
                                       "WHERE x.state = 0 ORDER BY x.at_ms, x.id"));
    TRY_ASSIGN(auto decided,
               readConflicts(m_database,
                             TOPLINE_CONFLICT_SELECT
                             "WHERE x.state <> 0 ORDER BY x.resolved_ms DESC, x.id DESC LIMIT ?",
                             decidedLimit));
    out.insert(out.end(), std::make_move_iterator(decided.begin()),
               std::make_move_iterator(decided.end()));
    return out;
}

Result<std::vector<Conflict>> ConflictStore::openOf(domain::RecordKind kind,
                                                    std::int64_t record) const
{
    return readConflicts(m_database,
                         TOPLINE_CONFLICT_SELECT
                         "WHERE x.kind = ? AND x.record_id = ? AND x.state = 0 "
                         "ORDER BY x.at_ms, x.id",
                         kind, record);
}

Result<std::vector<Conflict>> ConflictStore::openOfAction(const base::Uuid &action) const
{
    return readConflicts(m_database,
                         TOPLINE_CONFLICT_SELECT "WHERE x.state = 0 AND x.action = ? "
                                                 "ORDER BY x.at_ms, x.id",
                         action);
}

Result<std::vector<Conflict>> ConflictStore::ofAction(const base::Uuid &action) const
{
    return readConflicts(
        m_database, TOPLINE_CONFLICT_SELECT "WHERE x.action = ? ORDER BY x.at_ms, x.id", action);
}

Result<std::int64_t> ConflictStore::openCount() const
{
    return readOne(m_database, "SELECT count(*) FROM conflict WHERE state = 0", std::int64_t{0});
}

base::Status ConflictStore::move(domain::RecordKind kind, std::int64_t from, std::int64_t into)
{
    return write(m_database,
                 "UPDATE conflict SET record_id = ?3 WHERE kind = ?1 AND record_id = ?2", kind,
                 from, into);
}

} // namespace topline::store
