// Finds what may be the same person or company in another system. Asked by core/sync for each new
// record while more than one system has any. Reads only; the deciding is core/sync's.
#pragma once

#include "core/base/result.h"
#include "core/domain/records.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct Candidate {
    std::int64_t row = 0;
    std::vector<std::string> remoteIds; // its own and those of systems that share it
};

class MatchStore {
public:
    explicit MatchStore(Database &database)
        : m_database(database)
    {
    }

    // Owners, accounts or contacts that did not come from this system are here at all.
    base::Result<bool> hasOthers(domain::RecordKind kind, const std::string &system) const;

    // Contacts and owners with this mail address, accounts with this domain, without regard to
    // case; not deleted; at most three, by row. Nothing for an empty key and for other kinds.
    base::Result<std::vector<Candidate>> sameKey(domain::RecordKind kind,
                                                 const std::string &key) const;

private:
    Database &m_database;
};

} // namespace topline::store
