// The commands of a person with the actions before and after them: what undo and redo go through.
// Written by the engine in the command's own transaction. Images are texts of the engine's making.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// Numbers are stored.
enum class CommandState : std::int32_t { Done = 0, Undone = 1, Dropped = 2 };

struct CommandChange {
    base::Uuid action;
    std::string before;
    std::string after;
    bool operator==(const CommandChange &) const = default;
};

struct CommandRow {
    std::int64_t id = 0;
    std::string what;
    base::UtcMs atMs = 0;
    std::vector<CommandChange> changes; // in order
    bool operator==(const CommandRow &) const = default;
};

class CommandStore {
public:
    explicit CommandStore(Database &database)
        : m_database(database)
    {
    }

    // A new command that stands; those that were undone are dropped.
    base::Status push(const std::string &what, base::UtcMs atMs,
                      const std::vector<CommandChange> &changes);
    base::Status setState(std::int64_t id, CommandState state);
    base::Status setChanges(std::int64_t id, const std::vector<CommandChange> &changes);

    // The one that undo takes next, and the one that redo takes next.
    base::Result<std::optional<CommandRow>> newestDone() const;
    base::Result<std::optional<CommandRow>> oldestUndone() const;

private:
    base::Status addChanges(std::int64_t id, const std::vector<CommandChange> &changes);
    base::Result<std::optional<CommandRow>> row(std::int64_t id) const;

    Database &m_database;
};

} // namespace topline::store
