// When reps work. Written by commands inside the engine's transaction, read for SLAs, routing and
// reports. A row that cannot be read is Corrupt.
#pragma once

#include "core/base/result.h"
#include "core/domain/work_calendar.h"

#include <vector>

namespace topline::store {

class Database;

class WorkCalendarStore {
public:
    explicit WorkCalendarStore(Database &database)
        : m_database(database)
    {
    }

    // By owner; the one of everybody else (no owner) first, where a person has set it.
    base::Result<std::vector<domain::WorkCalendar>> all() const;
    base::Status set(const domain::WorkCalendar &calendar);
    // Back to the one of everybody else, or to the default.
    base::Status remove(domain::OwnerId owner);

private:
    Database &m_database;
};

} // namespace topline::store
