// Full-text search over accounts, contacts, deals and notes. The index is kept by the database
// itself as records change. Called by the engine for the palette and the search box. Any text is a
// valid query: words are matched from their beginning, without regard to case and accents.
#pragma once

#include "core/base/result.h"
#include "core/domain/status.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class SearchStore {
public:
    explicit SearchStore(Database &database)
        : m_database(database)
    {
    }

    // Best first; names weigh more than details, details more than notes. A hit's detail is the
    // line in which the words were found. SearchHit::action is left unset. Empty query: no hits.
    base::Result<std::vector<domain::SearchHit>> find(const std::string &query,
                                                      std::int64_t limit) const;

private:
    Database &m_database;
};

} // namespace topline::store
