#include "core/store/command_store.h"

#include "core/store/database.h"
#include "core/store/query.h"

namespace topline::store {

base::Status CommandStore::push(const std::string &what, base::UtcMs atMs,
                                const std::vector<CommandChange> &changes)
{
    TRY(write(m_database, "UPDATE command SET state = 2 WHERE state = 1"));
    TRY(write(m_database, "INSERT INTO command (what, at_ms, state) VALUES (?, ?, 0)", what, atMs));
    return addChanges(m_database.lastInsertId(), changes);
}

base::Status CommandStore::setState(std::int64_t id, CommandState state)
{
    return write(m_database, "UPDATE command SET state = ? WHERE id = ?", state, id);
}

base::Status CommandStore::setChanges(std::int64_t id, const std::vector<CommandChange> &changes)
{
    TRY(write(m_database, "DELETE FROM command_change WHERE command_id = ?", id));
    return addChanges(id, changes);
}

base::Status CommandStore::addChanges(std::int64_t id, const std::vector<CommandChange> &changes)
{
    std::int64_t position = 0;
    for (const auto &change : changes) {
        TRY(write(m_database,
                  "INSERT INTO command_change (command_id, position, action, before, after) "
                  "VALUES (?, ?, ?, ?, ?)",
                  id, ++position, change.action, change.before, change.after));
    }
    return {};
}

base::Result<std::optional<CommandRow>> CommandStore::newestDone() const
{
    TRY_ASSIGN(const auto id,
               readOne<std::int64_t>(m_database, "SELECT max(id) FROM command WHERE state = 0", 0));
    return row(id);
}

base::Result<std::optional<CommandRow>> CommandStore::oldestUndone() const
{
    TRY_ASSIGN(const auto id,
               readOne<std::int64_t>(m_database, "SELECT min(id) FROM command WHERE state = 1", 0));
    return row(id);
}

base::Result<std::optional<CommandRow>> CommandStore::row(std::int64_t id) const
{
    Statement command(m_database, "SELECT id, what, at_ms FROM command WHERE id = ?", id);
    TRY_ASSIGN(const bool found, command.step());
    if (!found)
        return std::optional<CommandRow>();
    CommandRow out;
    command.read(out.id, out.what, out.atMs);
    Statement changes(m_database,
                      "SELECT action, before, after FROM command_change WHERE command_id = ? "
                      "ORDER BY position",
                      id);
    while (true) {
        TRY_ASSIGN(const bool more, changes.step());
        if (!more)
            return std::optional(std::move(out));
        auto &change = out.changes.emplace_back();
        changes.read(change.action, change.before, change.after);
    }
}

} // namespace topline::store
