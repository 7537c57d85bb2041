// What people and the filter said about signals' raw material: who plays which part in buying,
// which events no machine made (facts), and which are taken for a machine's (derived). Written by
// the engine inside its transaction; read with an account's history.
#pragma once

#include "core/base/result.h"
#include "core/domain/committee.h"
#include "core/domain/signal.h"

#include <string>
#include <vector>

namespace topline::store {

class Database;

class SignalFactStore {
public:
    explicit SignalFactStore(Database &database)
        : m_database(database)
    {
    }

    // One role per contact and source; Unknown takes it back. A suggestion is our own bug (CHECK).
    base::Status setRole(const domain::RoleFact &fact);
    // By contact, then source.
    base::Result<std::vector<domain::RoleFact>> roles(domain::AccountId account) const;

    // A person's word that no machine made this event, and taking it back.
    base::Status setTrusted(domain::EventId event, bool isTrusted, const std::string &by,
                            base::UtcMs atMs);
    base::Result<std::vector<domain::EventId>> trusted(domain::AccountId account) const; // by id

    // The account's suspects are these and no others.
    base::Status replaceSuspects(domain::AccountId account,
                                 const std::vector<domain::SuspectEvent> &suspects);
    // By event id.
    base::Result<std::vector<domain::SuspectEvent>> suspects(domain::AccountId account) const;
    // Suspects among the events of this time, both ends inclusive.
    base::Result<std::int64_t> suspectCount(base::UtcMs fromMs, base::UtcMs untilMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
