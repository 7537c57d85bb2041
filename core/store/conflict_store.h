// Fields that both sides changed: the inbox, and everything that a rule overwrote. Written by
// core/sync and by the engine when a person decides. A conflict is never deleted; a decided one can
// be turned over but not opened again (Refused by the database).
#pragma once

#include "core/base/result.h"
#include "core/domain/sync_view.h"

#include <optional>
#include <vector>

namespace topline::store {

class Database;

class ConflictStore {
public:
    explicit ConflictStore(Database &database)
        : m_database(database)
    {
    }

    // True when it is new. The open conflict of the same edit and field only takes the new value of
    // the other side; one with the same id is known already. recordName is not stored.
    base::Result<bool> add(const domain::Conflict &conflict);

    // KeptOurs, TookTheirs, or ByRule. NotFound when there is no such conflict.
    base::Status decide(const base::Uuid &id, domain::ConflictState state, bool oursStands,
                        base::UtcMs atMs);

    base::Result<std::optional<domain::Conflict>> conflict(const base::Uuid &id) const;
    // Open ones first by age, then the latest decided, with names.
    base::Result<std::vector<domain::Conflict>> list(std::int64_t decidedLimit) const;
    base::Result<std::vector<domain::Conflict>> openOf(domain::RecordKind kind,
                                                       std::int64_t record) const;
    base::Result<std::vector<domain::Conflict>> openOfAction(const base::Uuid &action) const;
    // Decided ones as well, by age.
    base::Result<std::vector<domain::Conflict>> ofAction(const base::Uuid &action) const;
    base::Result<std::int64_t> openCount() const;

    // The rows of one record belong to another now.
    base::Status move(domain::RecordKind kind, std::int64_t from, std::int64_t into);

private:
    Database &m_database;
};

} // namespace topline::store
