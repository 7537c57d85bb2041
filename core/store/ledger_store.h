// The append-only ledger. Appended to by the engine inside the transaction of the cause; the
// database refuses changes, deletions, gaps and a row whose previous hash is not the last one's.
// Hashing itself is core/ledger's: it comes in as a function.
#pragma once

#include "core/base/result.h"
#include "core/domain/ledger_entry.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// Fills prevHash and hash: ledger::chained.
using ChainFunction =
    std::function<domain::LedgerEntry(domain::LedgerEntry entry, const std::string &prevHash)>;

class LedgerStore {
public:
    explicit LedgerStore(Database &database)
        : m_database(database)
    {
    }

    // Sets seq, has the entry chained to the last one, stores it and gives it back.
    base::Result<domain::LedgerEntry> append(domain::LedgerEntry entry, const ChainFunction &chain);

    base::Result<std::optional<domain::LedgerEntry>> tail() const;
    // Up to `limit` entries from this seq on, ascending.
    base::Result<std::vector<domain::LedgerEntry>> range(std::int64_t fromSeq,
                                                         std::int64_t limit) const;
    base::Result<std::vector<domain::LedgerEntry>> newest(std::int64_t limit) const; // descending
    base::Result<std::vector<domain::LedgerEntry>> ofSubject(const base::Uuid &subject) const;
    // With those of accounts that were merged into it.
    base::Result<std::vector<domain::LedgerEntry>> ofAccount(domain::AccountId account) const;
    // Hands every entry to `visit`, ascending, in bounded memory; stops at its first error.
    base::Status
    forEach(const std::function<base::Status(const domain::LedgerEntry &)> &visit) const;

private:
    Database &m_database;
};

} // namespace topline::store
