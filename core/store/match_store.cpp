#include "core/store/match_store.h"

#include "core/domain/remote_id.h"
#include "core/store/query.h"

#include <optional>

namespace topline::store {

using base::Result;
using domain::RecordKind;

namespace {

// Two ranges instead of NOT LIKE, so that the index on remote ids is used.
#define TOPLINE_OTHERS(table)                                                                      \
    "SELECT EXISTS (SELECT 1 FROM " table " WHERE remote_id < ?1) OR "                             \
    "EXISTS (SELECT 1 FROM " table " WHERE remote_id >= ?2)"

#define TOPLINE_REAL(table)                                                                        \
    "SELECT EXISTS (SELECT 1 FROM " table " WHERE remote_id >= 'hs:' AND remote_id < 'hs;') OR "   \
    "EXISTS (SELECT 1 FROM " table " WHERE remote_id >= 'sf:' AND remote_id < 'sf;')"

std::optional<Sql> othersSql(RecordKind kind, bool hasPrefix)
{
    switch (kind) {
    case RecordKind::Owner:
        return hasPrefix ? Sql(TOPLINE_OTHERS("owner")) : Sql(TOPLINE_REAL("owner"));
    case RecordKind::Account:
        return hasPrefix ? Sql(TOPLINE_OTHERS("account")) : Sql(TOPLINE_REAL("account"));
    case RecordKind::Contact:
        return hasPrefix ? Sql(TOPLINE_OTHERS("contact")) : Sql(TOPLINE_REAL("contact"));
    default:
        return std::nullopt;
    }
}

std::optional<Sql> keySql(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Owner:
        return Sql("SELECT id, remote_id FROM owner WHERE email = ? COLLATE NOCASE "
                   "AND email <> '' ORDER BY id LIMIT 3");
    case RecordKind::Account:
        return Sql("SELECT id, remote_id FROM account WHERE domain = ? COLLATE NOCASE "
                   "AND domain <> '' AND deleted = 0 ORDER BY id LIMIT 3");
    case RecordKind::Contact:
        return Sql("SELECT id, remote_id FROM contact WHERE email = ? COLLATE NOCASE "
                   "AND email <> '' AND deleted = 0 ORDER BY id LIMIT 3");
    default:
        return std::nullopt;
    }
}

} // namespace

Result<bool> MatchStore::hasOthers(RecordKind kind, const std::string &system) const
{
    const std::string from(domain::remotePrefix(system));
    const auto sql = othersSql(kind, !from.empty());
    if (!sql)
        return false;
    if (from.empty())
        return readOne(m_database, *sql, false);
    std::string until = from;
    ++until.back();
    return readOne(m_database, *sql, false, from, until);
}

Result<std::vector<Candidate>> MatchStore::sameKey(RecordKind kind, const std::string &key) const
{
    std::vector<Candidate> out;
    const auto sql = keySql(kind);
    if (!sql || key.empty())
        return out;
    {
        Statement statement(m_database, *sql, key);
        for (;;) {
            TRY_ASSIGN(const bool more, statement.step());
            if (!more)
                break;
            auto &one = out.emplace_back();
            statement.read(one.row, one.remoteIds.emplace_back());
        }
    }
    for (auto &one : out) {
        TRY_ASSIGN(const auto shared,
                   readAll<std::string>(m_database,
                                        "SELECT remote_id FROM record_link WHERE kind = ? AND "
                                        "local_id = ? AND reason <> 0 ORDER BY remote_id",
                                        kind, one.row));
        one.remoteIds.insert(one.remoteIds.end(), shared.begin(), shared.end());
    }
    return out;
}

} // namespace topline::store
