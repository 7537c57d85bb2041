// Moves a row's place in the world: a new remote id, into another row, out of sight and back.
// Called by core/sync for what a CRM merged and deleted, inside the engine's transaction. Facts
// (decisions, arms, ledger, history) stay on the row that they name and are followed by
// LinkStore::survivor(); everything else goes along, and both accounts are touched.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/records.h"

#include <cstdint>
#include <optional>
#include <string>

namespace topline::store {

class Database;

struct RowState {
    std::int64_t row = 0;
    std::string remoteId; // its own
    base::UtcMs updatedMs = 0;
    bool isDeleted = false; // owners: no longer active
};

// Owners, accounts, contacts and deals; other kinds are InvalidInput.
class MergeStore {
public:
    explicit MergeStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<std::optional<RowState>> row(domain::RecordKind kind, std::int64_t row) const;
    // The row whose own id this is, not through links.
    base::Result<std::optional<RowState>> ownRow(domain::RecordKind kind,
                                                 const std::string &remoteId) const;

    // The same record under a new id. Conflict when a row has that id.
    base::Status rekey(domain::RecordKind kind, std::int64_t row, const std::string &remoteId,
                       domain::ChangeSet &changes);

    // Everything that names `from` names `into` afterwards; `from` is deleted and keeps its id.
    base::Status absorb(domain::RecordKind kind, std::int64_t from, std::int64_t into,
                        domain::ChangeSet &changes);

    // False when it was so already. Owners cannot be deleted: they become inactive.
    base::Result<bool> setDeleted(domain::RecordKind kind, std::int64_t row, bool isDeleted,
                                  domain::ChangeSet &changes);

    // References that wait for `from` wait for `to` now, and are set if that one is here.
    base::Status renameWaiting(domain::RecordKind kind, const std::string &from,
                               const std::string &to, domain::ChangeSet &changes);

private:
    base::Status touch(domain::RecordKind kind, std::int64_t row, domain::ChangeSet &changes) const;

    Database &m_database;
};

} // namespace topline::store
