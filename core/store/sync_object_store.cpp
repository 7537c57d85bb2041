#include "core/store/sync_object_store.h"

#include "core/domain/remote_id.h"
#include "core/store/query.h"

#include <algorithm>

namespace topline::store {

using base::Result;
using domain::ObjectProgress;
using domain::RecordKind;

namespace {

#define TOPLINE_OBJECT_COLUMNS                                                                     \
    "object, state, through_ms, done, expected, remote_count, local_count, reason "

void readObject(Statement &statement, ObjectProgress &progress)
{
    statement.read(progress.object, progress.state, progress.throughMs, progress.done,
                   progress.expected, progress.remoteCount, progress.localCount, progress.reason);
}

// Own ids of the system, without rows merged away under other systems' links, and links of the
// system to rows of others; a range instead of LIKE, so that the index on remote ids is used.
#define TOPLINE_OWN_IDS(table, kind, alive)                                                        \
    " FROM " table " t WHERE t.remote_id > ?1 AND t.remote_id < ?2" alive                          \
    " AND NOT EXISTS (SELECT 1 FROM record_link g WHERE g.kind = " kind                            \
    " AND g.remote_id = t.remote_id AND g.reason <> 1)"                                            \
    " AND NOT EXISTS (SELECT 1 FROM hidden_record h WHERE h.kind = " kind                          \
    " AND h.remote_id = t.remote_id)"
#define TOPLINE_LINKED_IDS(table, kind, alive)                                                     \
    " FROM record_link l JOIN " table " t ON t.id = l.local_id WHERE l.kind = " kind               \
    " AND l.remote_id > ?1 AND l.remote_id < ?2 "                                                  \
    "AND l.reason = 1 AND t.remote_id <> l.remote_id" alive                                        \
    " AND NOT EXISTS (SELECT 1 FROM hidden_record h WHERE h.kind = " kind                          \
    " AND h.remote_id = l.remote_id)"
#define TOPLINE_COUNT_OF(...)                                                                      \
    "SELECT (SELECT count(*)" TOPLINE_OWN_IDS(                                                     \
        __VA_ARGS__) ") + (SELECT count(*)" TOPLINE_LINKED_IDS(__VA_ARGS__) ")"
#define TOPLINE_IDS_OF(...)                                                                        \
    "SELECT t.remote_id" TOPLINE_OWN_IDS(                                                          \
        __VA_ARGS__) " UNION ALL SELECT l.remote_id" TOPLINE_LINKED_IDS(__VA_ARGS__) " ORDER BY "  \
                                                                                     "1 LIMIT ?3"
#define TOPLINE_ACCOUNTS "account", "3", " AND t.deleted = 0"
#define TOPLINE_CONTACTS "contact", "4", " AND t.deleted = 0"
#define TOPLINE_DEALS "deal", "5", " AND t.deleted = 0"

std::optional<Sql> countSql(const std::string &object)
{
    if (object == "owners")
        return Sql(TOPLINE_COUNT_OF("owner", "0", ""));
    if (object == "accounts")
        return Sql(TOPLINE_COUNT_OF(TOPLINE_ACCOUNTS));
    if (object == "contacts")
        return Sql(TOPLINE_COUNT_OF(TOPLINE_CONTACTS));
    if (object == "deals")
        return Sql(TOPLINE_COUNT_OF(TOPLINE_DEALS));
    return std::nullopt;
}

std::optional<Sql> idsSql(const std::string &object)
{
    if (object == "accounts")
        return Sql(TOPLINE_IDS_OF(TOPLINE_ACCOUNTS));
    if (object == "contacts")
        return Sql(TOPLINE_IDS_OF(TOPLINE_CONTACTS));
    if (object == "deals")
        return Sql(TOPLINE_IDS_OF(TOPLINE_DEALS));
    return std::nullopt;
}

static_assert(static_cast<int>(RecordKind::Owner) == 0 &&
              static_cast<int>(RecordKind::Account) == 3 &&
              static_cast<int>(RecordKind::Contact) == 4 &&
              static_cast<int>(RecordKind::Deal) == 5);

} // namespace

base::Status SyncObjectStore::put(const std::string &system, const ObjectProgress &progress)
{
    return write(m_database,
                 "INSERT INTO sync_object (system, object, state, through_ms, done, expected, "
                 "remote_count, local_count, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
                 "ON CONFLICT DO UPDATE SET state = ?3, through_ms = ?4, done = ?5, "
                 "expected = ?6, remote_count = coalesce(?7, remote_count), "
                 "local_count = coalesce(?8, local_count), reason = ?9",
                 system, progress.object, progress.state, progress.throughMs, progress.done,
                 progress.expected, progress.remoteCount, progress.localCount, progress.reason);
}

Result<std::optional<ObjectProgress>> SyncObjectStore::object(const std::string &system,
                                                              const std::string &object) const
{
    Statement statement(m_database,
                        "SELECT " TOPLINE_OBJECT_COLUMNS
                        "FROM sync_object WHERE system = ? AND object = ?",
                        system, object);
    TRY_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<ObjectProgress>();
    ObjectProgress out;
    readObject(statement, out);
    return std::optional<ObjectProgress>(std::move(out));
}

Result<std::vector<ObjectProgress>> SyncObjectStore::of(const std::string &system) const
{
    std::vector<ObjectProgress> out;
    Statement statement(m_database,
                        "SELECT " TOPLINE_OBJECT_COLUMNS
                        "FROM sync_object WHERE system = ? ORDER BY object",
                        system);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        readObject(statement, out.emplace_back());
    }
}

Result<std::optional<std::int64_t>> SyncObjectStore::localCount(const std::string &system,
                                                                const std::string &object) const
{
    const auto sql = countSql(object);
    std::string from(domain::remotePrefix(system));
    if (!sql || from.empty())
        return std::optional<std::int64_t>();
    std::string until = from;
    ++until.back();
    TRY_ASSIGN(const auto count, readOne(m_database, *sql, std::int64_t{0}, from, until));
    return std::optional<std::int64_t>(count);
}

Result<std::vector<std::string>> SyncObjectStore::localIds(const std::string &system,
                                                           const std::string &object,
                                                           const std::string &after,
                                                           std::int64_t most) const
{
    const auto sql = idsSql(object);
    const std::string from(domain::remotePrefix(system));
    if (!sql || from.empty())
        return std::vector<std::string>();
    std::string until = from;
    ++until.back();
    return readAll<std::string>(m_database, *sql, std::max(from, after), until, most);
}

} // namespace topline::store
