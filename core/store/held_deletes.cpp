#include "core/store/held_deletes.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::RecordKind;

base::Status HeldDeletes::hold(const HeldDelete &one)
{
    return write(m_database,
                 "INSERT INTO held_delete (system, kind, remote_id, at_ms) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 one.system, one.kind, one.remoteId, one.atMs);
}

Result<bool> HeldDeletes::isHeld(RecordKind kind, const std::string &remoteId) const
{
    return readOne(m_database, "SELECT 1 FROM held_delete WHERE kind = ? AND remote_id = ?", false,
                   kind, remoteId);
}

Result<std::int64_t> HeldDeletes::count(const std::string &system) const
{
    return readOne(m_database, "SELECT count(*) FROM held_delete WHERE system = ?", std::int64_t{0},
                   system);
}

Result<std::int64_t> HeldDeletes::count(const std::string &system, RecordKind kind) const
{
    return readOne(m_database, "SELECT count(*) FROM held_delete WHERE system = ? AND kind = ?",
                   std::int64_t{0}, system, kind);
}

Result<std::vector<HeldDelete>> HeldDeletes::of(const std::string &system) const
{
    std::vector<HeldDelete> out;
    Statement statement(m_database,
                        "SELECT system, kind, remote_id, at_ms FROM held_delete WHERE system = ? "
                        "ORDER BY kind, remote_id",
                        system);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        auto &one = out.emplace_back();
        statement.read(one.system, one.kind, one.remoteId, one.atMs);
    }
}

base::Status HeldDeletes::drop(RecordKind kind, const std::string &remoteId)
{
    return write(m_database, "DELETE FROM held_delete WHERE kind = ? AND remote_id = ?", kind,
                 remoteId);
}

base::Status HeldDeletes::dropAll(const std::string &system)
{
    return write(m_database, "DELETE FROM held_delete WHERE system = ?", system);
}

base::Status HeldDeletes::hide(RecordKind kind, const std::string &remoteId, base::UtcMs atMs)
{
    return write(m_database,
                 "INSERT INTO hidden_record (kind, remote_id, at_ms) VALUES (?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 kind, remoteId, atMs);
}

base::Status HeldDeletes::unhide(RecordKind kind, const std::string &remoteId)
{
    return write(m_database, "DELETE FROM hidden_record WHERE kind = ? AND remote_id = ?", kind,
                 remoteId);
}

Result<bool> HeldDeletes::isHidden(RecordKind kind, const std::string &remoteId) const
{
    return readOne(m_database, "SELECT 1 FROM hidden_record WHERE kind = ? AND remote_id = ?",
                   false, kind, remoteId);
}

Result<bool> HeldDeletes::hasAny() const
{
    return readOne(m_database,
                   "SELECT EXISTS (SELECT 1 FROM held_delete) OR "
                   "EXISTS (SELECT 1 FROM hidden_record)",
                   false);
}

} // namespace topline::store
