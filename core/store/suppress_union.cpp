#include "core/store/suppress_union.h"

#include "core/store/database.h"
#include "core/store/query.h"
#include "core/store/schema.h"
#include "core/store/settings_store.h"
#include "core/store/transaction.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace topline::store {

using base::Result;

namespace {

struct KeyRow {
    std::string key;
    base::UtcMs atMs = 0;
};

struct StopRow {
    base::Uuid id;
    std::string tag;
    std::int64_t scope = 0;
    std::int64_t why = 0;
    std::string note;
    base::UtcMs atMs = 0;
};

struct ReleaseRow {
    base::Uuid id;
    std::string why;
    base::UtcMs atMs = 0;
};

struct ConsentRow {
    base::Uuid id;
    std::string tag;
    std::int64_t scope = 0;
    std::int64_t state = 0;
    std::string basis;
    std::string source;
    std::string proof;
    base::UtcMs atMs = 0;
};

struct IntentRow {
    std::int64_t era = 0;
    std::int64_t day = 0;
    base::Uuid effect;
    std::int64_t owner = 0;
    std::string host;
    std::int64_t byPolicy = 0;
    base::UtcMs atMs = 0;
};

void readRow(Statement &statement, KeyRow &row)
{
    statement.read(row.key, row.atMs);
}

void readRow(Statement &statement, StopRow &row)
{
    statement.read(row.id, row.tag, row.scope, row.why, row.note, row.atMs);
}

void readRow(Statement &statement, ReleaseRow &row)
{
    statement.read(row.id, row.why, row.atMs);
}

void readRow(Statement &statement, ConsentRow &row)
{
    statement.read(row.id, row.tag, row.scope, row.state, row.basis, row.source, row.proof,
                   row.atMs);
}

void readRow(Statement &statement, IntentRow &row)
{
    statement.read(row.era, row.day, row.effect, row.owner, row.host, row.byPolicy, row.atMs);
}

template <typename Row> Result<std::vector<Row>> rowsOf(Database &database, Sql sql)
{
    std::vector<Row> out;
    Statement statement(database, sql);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readRow(statement, out.emplace_back());
    }
}

struct Lists {
    std::vector<KeyRow> keys;
    std::vector<StopRow> stops;
    std::vector<ReleaseRow> releases;
    std::vector<ConsentRow> consents;
    std::vector<IntentRow> intents; // of the newest day only: earlier ones limit nothing

    bool isEmpty() const
    {
        return keys.empty() && stops.empty() && consents.empty() && intents.empty();
    }
};

Result<bool> hasLists(Database &database)
{
    TRY_ASSIGN(const auto count, readOne(database,
                                         "SELECT count(*) FROM sqlite_schema WHERE name IN "
                                         "('suppression', 'consent', 'mail_intent')",
                                         std::int64_t{0}));
    return count == 3;
}

Result<Lists> listsOf(Database &database)
{
    Lists out;
    TRY_ASSIGN(const bool has, hasLists(database));
    if (!has)
        return out;
    TRY_ASSIGN(out.keys,
               rowsOf<KeyRow>(database, "SELECT key, at_ms FROM suppression_key ORDER BY id"));
    TRY_ASSIGN(out.stops, rowsOf<StopRow>(database, "SELECT uuid, tag, scope, why, note, at_ms "
                                                    "FROM suppression ORDER BY id"));
    TRY_ASSIGN(out.releases, rowsOf<ReleaseRow>(database, "SELECT uuid, why, at_ms FROM "
                                                          "suppression_release ORDER BY uuid"));
    TRY_ASSIGN(out.consents,
               rowsOf<ConsentRow>(database, "SELECT uuid, tag, scope, state, basis, source, "
                                            "proof, at_ms FROM consent ORDER BY id"));
    TRY_ASSIGN(out.intents,
               rowsOf<IntentRow>(database,
                                 "SELECT era, day, effect, owner_id, host, by_policy, at_ms "
                                 "FROM mail_intent WHERE (era, day) = (SELECT era, day FROM "
                                 "mail_intent ORDER BY era DESC, day DESC LIMIT 1) "
                                 "ORDER BY effect"));
    return out;
}

base::Status addLists(Database &into, const Lists &lists)
{
    for (const auto &row : lists.keys)
        TRY(write(into,
                  "INSERT INTO suppression_key (key, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING",
                  row.key, row.atMs));
    for (const auto &row : lists.stops)
        TRY(write(into,
                  "INSERT INTO suppression (uuid, tag, scope, why, note, at_ms) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  row.id, row.tag, row.scope, row.why, row.note, row.atMs));
    for (const auto &row : lists.releases)
        TRY(write(into,
                  "INSERT INTO suppression_release (uuid, why, at_ms) VALUES (?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  row.id, row.why, row.atMs));
    for (const auto &row : lists.consents)
        TRY(write(into,
                  "INSERT INTO consent (uuid, tag, scope, state, basis, source, proof, at_ms) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  row.id, row.tag, row.scope, row.state, row.basis, row.source, row.proof,
                  row.atMs));
    for (const auto &row : lists.intents)
        TRY(write(into,
                  "INSERT INTO mail_intent (era, day, effect, owner_id, host, by_policy, at_ms) "
                  "SELECT ?1, ?2, coalesce(?3, zeroblob(16)), ?4, ?5, ?6, ?7 WHERE NOT EXISTS "
                  "(SELECT 1 FROM mail_intent WHERE era > ?1 OR (era = ?1 AND day > ?2)) "
                  "ON CONFLICT DO NOTHING",
                  row.era, row.day, row.effect, row.owner, row.host, row.byPolicy, row.atMs));
    return {};
}

} // namespace

base::Status uniteLists(Database &into, const std::filesystem::path &from)
{
    std::error_code code;
    if (!std::filesystem::exists(from, code))
        return {};
    auto opened = Database::open(from.string(), Access::Read);
    if (!opened)
        return {};
    auto lists = listsOf(**opened);
    if (!lists.ok() || lists->isEmpty())
        return {};
    TRY(migrate(into, builtInMigrations()));
    TRY_ASSIGN(auto transaction, Transaction::begin(into));
    TRY(addLists(into, *lists));
    return transaction.commit();
}

Result<bool> isWorkspace(const std::filesystem::path &file, const base::Uuid &workspace)
{
    std::error_code code;
    if (!std::filesystem::exists(file, code))
        return false;
    auto opened = Database::open(file.string(), Access::Read);
    if (!opened)
        return false;
    const auto info = SettingsStore(**opened).info();
    return info.ok() && info->id == workspace;
}

} // namespace topline::store
