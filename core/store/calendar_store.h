// The calendar that meetings are booked in, as far as the workspace keeps it (its password is in
// the keychain), and what those who were invited answered. Written by the engine inside its
// transaction; read when a meeting is approved and when it is over. What is stored and cannot be
// read is Corrupt, and nothing is changed.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"

#include <optional>
#include <vector>

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

    // False when a later word of that person is known.
    base::Result<bool> keepAnswer(const domain::InviteAnswer &answer);
    // To the meeting that this effect booked, by address.
    base::Result<std::vector<domain::InviteAnswer>> answers(const base::Uuid &meeting) const;

private:
    Database &m_database;
};

} // namespace topline::store
