#include "core/store/search_store.h"

#include "core/store/query.h"
#include "core/store/search_index.h"

namespace topline::store {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\0';
}

// Each word as a quoted prefix, so that no character of it means anything to the index.
std::string prefixQuery(const std::string &text)
{
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        out += out.empty() ? "\"" : " \"";
        for (; at < text.size() && !isSpace(text[at]); ++at) {
            out += text[at];
            if (text[at] == '"')
                out += '"';
        }
        out += "\"*";
    }
    return out;
}

// One row of values: an INSERT from a SELECT would open a savepoint, at which FTS5 writes out all
// that it holds, row by row.
constexpr Sql insertSql("INSERT INTO search (rowid, name, detail, note) VALUES (?, ?, ?, ?)");

struct IndexRow {
    std::int64_t rowId;
    std::int64_t recordId;
    Change change;
    bool isDeleted = false;
};

base::Status replace(Database &database, const IndexRow &row, const std::string &name,
                     const std::string &detail)
{
    if (row.change != Change::Added)
        TRY(write(database, "DELETE FROM search WHERE rowid = ?", row.rowId));
    if (row.isDeleted)
        return {};
    return write(database, insertSql, row.rowId, name, detail, "");
}

// `select` gives name and detail of the record, or no row when it is deleted.
base::Status reindex(Database &database, const IndexRow &row, Sql select)
{
    if (row.change != Change::Added)
        TRY(write(database, "DELETE FROM search WHERE rowid = ?", row.rowId));
    std::string name;
    std::string detail;
    {
        Statement record(database, select, row.recordId);
        TRY_ASSIGN(const bool isThere, record.step());
        if (!isThere)
            return {};
        record.read(name, detail);
    }
    return write(database, insertSql, row.rowId, name, detail, "");
}

} // namespace

base::Result<std::vector<domain::SearchHit>> SearchStore::find(const std::string &query,
                                                               std::int64_t limit) const
{
    std::vector<domain::SearchHit> out;
    const std::string match = prefixQuery(query);
    if (match.empty())
        return out;
    Statement statement(
        m_database,
        "SELECT s.rowid / 4, s.rowid % 4, "
        "CASE s.rowid % 4 WHEN 0 THEN s.rowid / 4 "
        "WHEN 1 THEN (SELECT account_id FROM contact WHERE id = s.rowid / 4) "
        "WHEN 2 THEN (SELECT account_id FROM deal WHERE id = s.rowid / 4) "
        "ELSE (SELECT account_id FROM event WHERE id = s.rowid / 4) END, "
        "CASE s.rowid % 4 WHEN 3 THEN s.detail ELSE s.name END, "
        "CASE s.rowid % 4 WHEN 3 THEN snippet(search, 2, '', '', '…', 12) ELSE s.detail END "
        "FROM search s WHERE search MATCH ?1 "
        "ORDER BY bm25(search, 10.0, 4.0, 1.0), s.rowid LIMIT ?2",
        match, limit);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &hit = out.emplace_back();
        statement.read(hit.id, hit.kind, hit.account, hit.title, hit.detail);
    }
}

// As the queries below put it together: a workspace must not depend on how a row came in.
base::Status indexRecord(Database &database, const domain::Account &account,
                         const Written<domain::AccountId> &written)
{
    return replace(database,
                   {written.id.value * 4, written.id.value, written.change, account.deleted},
                   account.name, account.domain + ' ' + account.industry + ' ' + account.country);
}

base::Status indexRecord(Database &database, const domain::Contact &contact,
                         const Written<domain::ContactId> &written)
{
    return replace(database,
                   {written.id.value * 4 + 1, written.id.value, written.change, contact.deleted},
                   contact.firstName + ' ' + contact.lastName, contact.email + ' ' + contact.title);
}

base::Status indexRecord(Database &database, const domain::Deal &deal,
                         const Written<domain::DealId> &written)
{
    return replace(database,
                   {written.id.value * 4 + 2, written.id.value, written.change, deal.deleted},
                   deal.name, deal.nextStep);
}

base::Status indexAccount(Database &database, domain::AccountId id, Change change)
{
    return reindex(database, {id.value * 4, id.value, change},
                   "SELECT name, domain || ' ' || industry || ' ' || country FROM account "
                   "WHERE id = ? AND deleted = 0");
}

base::Status indexContact(Database &database, domain::ContactId id, Change change)
{
    return reindex(database, {id.value * 4 + 1, id.value, change},
                   "SELECT first_name || ' ' || last_name, email || ' ' || title FROM contact "
                   "WHERE id = ? AND deleted = 0");
}

base::Status indexDeal(Database &database, domain::DealId id, Change change)
{
    return reindex(database, {id.value * 4 + 2, id.value, change},
                   "SELECT name, next_step FROM deal WHERE id = ? AND deleted = 0");
}

base::Status indexNote(Database &database, domain::EventId id, const std::string &title,
                       const std::string &body)
{
    return write(database, insertSql, id.value * 4 + 3, "", title, body);
}

} // namespace topline::store
