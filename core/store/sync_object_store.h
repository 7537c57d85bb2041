// How far each kind of object of a connection has been read, and what the counts say. Written with
// every page in the same transaction, read for the Sync page.
#pragma once

#include "core/base/result.h"
#include "core/domain/sync_view.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class SyncObjectStore {
public:
    explicit SyncObjectStore(Database &database)
        : m_database(database)
    {
    }

    // A progress without counts keeps those of the last comparison.
    base::Status put(const std::string &system, const domain::ObjectProgress &progress);
    base::Result<std::optional<domain::ObjectProgress>> object(const std::string &system,
                                                               const std::string &object) const;
    base::Result<std::vector<domain::ObjectProgress>>
    of(const std::string &system) const; // by name

    // Rows of "accounts", "contacts", "deals" or "owners" that this system has here, not deleted;
    // those that it no longer shows us are left out. Nothing for any other object.
    base::Result<std::optional<std::int64_t>> localCount(const std::string &system,
                                                         const std::string &object) const;

    // The remote ids of these rows after `after`, in the order of their texts; at most `most`.
    base::Result<std::vector<std::string>> localIds(const std::string &system,
                                                    const std::string &object,
                                                    const std::string &after,
                                                    std::int64_t most) const;

private:
    Database &m_database;
};

} // namespace topline::store
