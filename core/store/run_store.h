// Runs of cadences: which step each person stands at and when it is looked at again. Written by the
// engine inside its transaction. A run that has ended is never changed (the database refuses).
#pragma once

#include "core/base/result.h"
#include "core/domain/cadence.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class RunStore {
public:
    explicit RunStore(Database &database)
        : m_database(database)
    {
    }

    base::Status add(const domain::PlayRun &run);
    // Writes what can change: state, step, action, times and reason.
    base::Status update(const domain::PlayRun &run);

    base::Result<std::optional<domain::PlayRun>> run(const base::Uuid &id) const;
    // Of the account: those under way, and those that ended at or after `endedSinceMs`; by start.
    base::Result<std::vector<domain::PlayRun>> ofAccount(domain::AccountId account,
                                                         base::UtcMs endedSinceMs) const;
    // Whose time has come; each once, at most `limit`.
    base::Result<std::vector<domain::AccountId>> dueAccounts(base::UtcMs nowMs,
                                                             std::int64_t limit) const;
    base::Result<std::optional<base::UtcMs>> nextDueMs() const;
    // Under way, soonest first.
    base::Result<std::vector<domain::PlayRun>> underWay(std::int64_t limit) const;
    base::Result<std::vector<domain::PlayRun>> all() const; // by start, then id

private:
    Database &m_database;
};

} // namespace topline::store
