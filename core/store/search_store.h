// Full-text search over accounts, contacts, deals and notes. The index is kept by the database
// itself as records change. Called by the engine for the palette and the search box. Any text is a
// valid query: words are matched from their beginning, without regard to case and accents.
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::store {

class Database;

enum class SearchKind { Account = 1, Contact = 2, Deal = 3, Note = 4 };

struct SearchHit {
    SearchKind kind = SearchKind::Account;
    std::int64_t id = 0;       // of that kind; a note's is its event
    domain::AccountId account; // that it belongs to; may be unset
    std::string name;
    std::string snippet; // with the found words between U+2068 and U+2069
    bool operator==(const SearchHit &) const = default;
};

class SearchStore {
public:
    explicit SearchStore(Database &database)
        : m_database(database)
    {
    }

    // Best first; names weigh more than details, details more than notes. Empty query: no hits.
    base::Result<std::vector<SearchHit>> find(const std::string &query, std::int64_t limit) const;

private:
    Database &m_database;
};

} // namespace topline::store
