#include "core/store/ledger_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::LedgerEntry;

namespace {

#define TOPLINE_LEDGER_SELECT                                                                      \
    "SELECT seq, at_ms, actor, kind, subject, signal, account_id, payload, prev_hash, hash "       \
    "FROM ledger "

void readEntry(Statement &statement, LedgerEntry &entry)
{
    statement.read(entry.seq, entry.atMs, entry.actor, entry.kind, entry.subject, entry.signal,
                   entry.account, entry.payload, entry.prevHash, entry.hash);
}

template <typename... Values>
Result<std::vector<LedgerEntry>> readEntries(Database &database, Sql sql, const Values &...values)
{
    std::vector<LedgerEntry> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readEntry(statement, out.emplace_back());
    }
}

const std::string &firstPrevHash()
{
    static const std::string zeros(64, '0');
    return zeros;
}

} // namespace

Result<LedgerEntry> LedgerStore::append(LedgerEntry entry, const ChainFunction &chain)
{
    TRY_ASSIGN(const auto last, tail());
    entry.seq = last ? last->seq + 1 : 1;
    entry = chain(std::move(entry), last ? last->hash : firstPrevHash());
    TRY(write(m_database,
              "INSERT INTO ledger (seq, at_ms, actor, kind, subject, signal, account_id, payload, "
              "prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              entry.seq, entry.atMs, entry.actor, entry.kind, entry.subject, entry.signal,
              entry.account.value, entry.payload, entry.prevHash, entry.hash));
    return entry;
}

Result<std::optional<LedgerEntry>> LedgerStore::tail() const
{
    TRY_ASSIGN(auto entries, newest(1));
    if (entries.empty())
        return std::optional<LedgerEntry>();
    return std::optional<LedgerEntry>(std::move(entries.front()));
}

Result<std::vector<LedgerEntry>> LedgerStore::range(std::int64_t fromSeq, std::int64_t limit) const
{
    return readEntries(m_database, TOPLINE_LEDGER_SELECT "WHERE seq >= ? ORDER BY seq LIMIT ?",
                       fromSeq, limit);
}

Result<std::vector<LedgerEntry>> LedgerStore::newest(std::int64_t limit) const
{
    return readEntries(m_database, TOPLINE_LEDGER_SELECT "ORDER BY seq DESC LIMIT ?", limit);
}

Result<std::vector<LedgerEntry>> LedgerStore::ofSubject(const base::Uuid &subject) const
{
    return readEntries(m_database, TOPLINE_LEDGER_SELECT "WHERE subject = ? ORDER BY seq", subject);
}

Result<std::vector<LedgerEntry>> LedgerStore::ofAccount(domain::AccountId account) const
{
    return readEntries(m_database,
                       TOPLINE_LEDGER_SELECT "WHERE " TOPLINE_WITH_MERGED_ACCOUNTS
                                             "AND account_id <> 0 ORDER BY seq",
                       account);
}

base::Status
LedgerStore::forEach(const std::function<base::Status(const LedgerEntry &)> &visit) const
{
    Statement statement(m_database, TOPLINE_LEDGER_SELECT "ORDER BY seq");
    LedgerEntry entry;
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        readEntry(statement, entry);
        TRY(visit(entry));
    }
}

} // namespace topline::store
