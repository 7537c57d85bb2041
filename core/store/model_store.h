// The win model as last learned and what was learned of each open deal with it. Written by the
// engine, inside its transaction; read where deals are shown and weighed.
#pragma once

#include "core/base/result.h"
#include "core/domain/learned.h"

#include <optional>
#include <vector>

namespace topline::store {

class Database;

class ModelStore {
public:
    explicit ModelStore(Database &database)
        : m_database(database)
    {
    }

    // In place of what was learned before.
    base::Status replace(const domain::LearnedModel &model,
                         const std::vector<domain::DealOutlook> &outlooks);
    base::Result<std::optional<domain::LearnedModel>> model() const;
    // Without the text, which may be long.
    base::Result<std::optional<domain::LearnedModel>> stamp() const;
    base::Result<std::optional<domain::DealOutlook>> outlook(domain::DealId deal) const;
    base::Result<std::vector<domain::DealOutlook>> outlooks() const; // by deal
    base::Status clear();

private:
    Database &m_database;
};

} // namespace topline::store
