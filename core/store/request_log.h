// The newest 5,000 requests to CRMs, without queries, headers and bodies. Written by the engine
// from what the couriers report, read for the Sync page. The database keeps the number bounded and
// refuses a path with a query.
#pragma once

#include "core/base/result.h"
#include "core/domain/sync_view.h"

#include <vector>

namespace topline::store {

class Database;

class RequestLog {
public:
    explicit RequestLog(Database &database)
        : m_database(database)
    {
    }

    base::Status add(const std::vector<domain::RequestRow> &rows); // ids are given here
    // Newest first; `beforeId` 0: from the newest, else what is older than that row.
    base::Result<std::vector<domain::RequestRow>> newest(std::int64_t limit,
                                                         std::int64_t beforeId = 0) const;

private:
    Database &m_database;
};

} // namespace topline::store
