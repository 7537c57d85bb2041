// Content worth sending, and with which effects it went out. Written by the engine inside its
// transaction. Counts are read from effects that were sent and outcomes that were seen, so that
// they can always be counted again.
#pragma once

#include "core/base/result.h"
#include "core/domain/content.h"

#include <string>
#include <vector>

namespace topline::store {

class Database;

class ContentStore {
public:
    explicit ContentStore(Database &database)
        : m_database(database)
    {
    }

    // In place of the one with its id, whose time of adding stays. Conflict: another one has this
    // title.
    base::Status put(const domain::ContentAsset &asset);
    base::Result<std::vector<domain::ContentAsset>> all() const; // by title, retired ones too
    // With counts: an action counts once, whatever it took to send it.
    base::Result<std::vector<domain::ContentRow>> rows() const; // by title

    // The effect, when it is sent, carries this asset. Once is enough.
    base::Status addUse(const base::Uuid &asset, const base::Uuid &effect);
    base::Result<std::vector<base::Uuid>> usedBy(const base::Uuid &effect) const; // by id

private:
    Database &m_database;
};

} // namespace topline::store
