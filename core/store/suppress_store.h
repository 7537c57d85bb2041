// The do-not-contact list: tags (keyed hashes) of addresses, never the addresses. Rows are only
// ever added; a person's release is a row of its own that names the one it lifts. Written by the
// engine inside its transaction; the list of another file of ours is united with this one when a
// backup is restored.
#pragma once

#include "core/base/result.h"
#include "core/domain/consent.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class SuppressStore {
public:
    explicit SuppressStore(Database &database)
        : m_database(database)
    {
    }

    // 64 hexadecimal digits each, oldest first: the first makes new tags, all of them are looked
    // up. Empty as long as nothing was put on the list.
    base::Result<std::vector<std::string>> keys() const;
    base::Status addKey(const std::string &key, base::UtcMs nowMs);

    base::Status add(const domain::DoNotContact &row);
    // NotFound: there is no such row, or it was released before.
    base::Status release(const base::Uuid &id, const std::string &why, base::UtcMs nowMs);
    // Rows in force with one of these tags, oldest first.
    base::Result<std::vector<domain::DoNotContact>>
    standing(const std::vector<std::string> &tags) const;
    // All of them, released ones too, newest first.
    base::Result<std::vector<domain::DoNotContact>> all(std::int64_t limit) const;
    base::Result<std::int64_t> standingCount() const;

private:
    Database &m_database;
};

} // namespace topline::store
