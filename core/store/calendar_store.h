// The calendar that meetings are booked in, as far as the workspace keeps it; its password is in
// the keychain. Written by the engine inside its transaction; read when a meeting is approved. What
// is stored and cannot be read is Corrupt, and nothing is changed.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"

#include <optional>

namespace topline::store {

class Database;

class CalendarStore {
public:
    explicit CalendarStore(Database &database)
        : m_database(database)
    {
    }

    // Nothing when no calendar is connected.
    base::Result<std::optional<domain::CalendarAccount>> account() const;
    base::Status setAccount(const domain::CalendarAccount &account);
    base::Status removeAccount();

private:
    Database &m_database;
};

} // namespace topline::store
