// What people agreed to or took back, by the tag of their address. Rows are only ever added, and
// the newest of a tag and way counts. Written by the engine inside its transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/consent.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class ConsentStore {
public:
    explicit ConsentStore(Database &database)
        : m_database(database)
    {
    }

    base::Status add(const base::Uuid &id, const domain::Consent &consent);
    // The newest row of each of these tags and ways, by tag.
    base::Result<std::vector<domain::Consent>> newest(const std::vector<std::string> &tags) const;
    // The newest row of every tag and way, newest first.
    base::Result<std::vector<domain::Consent>> all(std::int64_t limit) const;
    base::Result<std::vector<domain::Consent>> everything() const; // oldest first
    // Every row of these tags, oldest first.
    base::Result<std::vector<domain::Consent>> history(const std::vector<std::string> &tags) const;

private:
    Database &m_database;
};

} // namespace topline::store
