// Reads everything about one account that deciding needs, in one go, for the pure functions. Called
// by the engine for touched accounts, on its connection. NotFound for an unknown account.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/account_history.h"

namespace topline::store {

class Database;

class HistoryStore {
public:
    explicit HistoryStore(Database &database)
        : m_database(database)
    {
    }

    // Events from `fromMs` to `untilMs`, both inclusive.
    base::Result<domain::AccountHistory> load(domain::AccountId account, base::UtcMs fromMs,
                                              base::UtcMs untilMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
