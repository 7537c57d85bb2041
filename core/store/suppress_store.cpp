#include "core/store/suppress_store.h"

#include "core/store/json_list.h"
#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::DoNotContact;

namespace {

#define TOPLINE_SUPPRESSION_SELECT                                                                 \
    "SELECT s.uuid, s.tag, s.scope, s.why, s.note, s.at_ms, r.at_ms, coalesce(r.why, '') "         \
    "FROM suppression s LEFT JOIN suppression_release r ON r.uuid = s.uuid "

template <typename... Values>
Result<std::vector<DoNotContact>> readStops(Database &database, Sql sql, const Values &...values)
{
    return readRows<DoNotContact>(
        database, sql,
        [](Statement &statement, DoNotContact &each) {
            statement.read(each.id, each.tag, each.reach, each.why, each.note, each.atMs,
                           each.releasedMs, each.releasedWhy);
        },
        values...);
}

} // namespace

Result<std::vector<std::string>> SuppressStore::keys() const
{
    return readAll<std::string>(m_database, "SELECT key FROM suppression_key ORDER BY id");
}

base::Status SuppressStore::addKey(const std::string &key, base::UtcMs nowMs)
{
    return write(m_database, "INSERT INTO suppression_key (key, at_ms) VALUES (?, ?)", key, nowMs);
}

base::Status SuppressStore::add(const DoNotContact &row)
{
    return write(m_database,
                 "INSERT INTO suppression (uuid, tag, scope, why, note, at_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 row.id, row.tag, row.reach, row.why, row.note, row.atMs);
}

base::Status SuppressStore::release(const base::Uuid &id, const std::string &why, base::UtcMs nowMs)
{
    TRY(write(m_database,
              "INSERT INTO suppression_release (uuid, why, at_ms) "
              "SELECT uuid, ?2, ?3 FROM suppression WHERE uuid = ?1 ON CONFLICT DO NOTHING",
              id, why, nowMs));
    if (m_database.changes() == 0)
        return base::Error{base::ErrorCode::NotFound,
                           "There is no such row on the do-not-contact list.",
                           "Nothing was changed."};
    return {};
}

Result<std::vector<DoNotContact>>
SuppressStore::standing(const std::vector<std::string> &tags) const
{
    if (tags.empty())
        return std::vector<DoNotContact>();
    return readStops(m_database,
                     TOPLINE_SUPPRESSION_SELECT
                     "WHERE s.tag IN (SELECT value FROM json_each(?)) AND r.uuid IS NULL "
                     "ORDER BY s.id",
                     jsonList(tags));
}

Result<std::vector<DoNotContact>> SuppressStore::all(std::int64_t limit) const
{
    return readStops(m_database, TOPLINE_SUPPRESSION_SELECT "ORDER BY s.id DESC LIMIT ?", limit);
}

Result<std::int64_t> SuppressStore::standingCount() const
{
    return readOne(m_database,
                   "SELECT count(*) FROM suppression s WHERE NOT EXISTS "
                   "(SELECT 1 FROM suppression_release r WHERE r.uuid = s.uuid)",
                   std::int64_t{0});
}

} // namespace topline::store
