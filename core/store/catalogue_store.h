// What deals are measured against: owners, quotas, products and stages. Written by sync and
// imports, read by the engine. put() matches by remote id (quotas by owner and start), writes
// nothing when nothing changed, and marks ChangeSet::catalogue.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/records.h"
#include "core/store/written.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class CatalogueStore {
public:
    explicit CatalogueStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<Written<domain::OwnerId>> put(const domain::Owner &owner,
                                               domain::ChangeSet &changes);
    base::Result<Written<domain::ProductId>> put(const domain::Product &product,
                                                 domain::ChangeSet &changes);
    base::Result<Written<domain::StageId>> put(const domain::Stage &stage,
                                               domain::ChangeSet &changes);
    // The id is the owner's. An owner that is not known yet is an error (NotFound).
    base::Result<Written<domain::OwnerId>> put(const domain::Quota &quota,
                                               domain::ChangeSet &changes);

    // All by id; quotas by owner, then start.
    base::Result<std::vector<domain::Owner>> owners() const;
    base::Result<std::vector<domain::Product>> products() const;
    base::Result<std::vector<domain::Stage>> stages() const;
    base::Result<std::vector<domain::Quota>> quotas() const;

    base::Result<std::optional<domain::Owner>> owner(domain::OwnerId id) const;
    base::Result<std::optional<domain::Stage>> stage(domain::StageId id) const;

private:
    Database &m_database;
};

} // namespace topline::store
