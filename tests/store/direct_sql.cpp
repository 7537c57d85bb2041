#include "tests/store/direct_sql.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace topline::store {

std::vector<std::string> rowsOf(Database &database, const std::string &sql)
{
    std::vector<std::string> out;
    sqlite3_stmt *statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &statement, nullptr),
              SQLITE_OK)
        << sql << ": " << sqlite3_errmsg(database.handle());
    while (sqlite3_step(statement) == SQLITE_ROW) {
        std::string &row = out.emplace_back();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, i));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
            if (i > 0)
                row += '|';
            row += bytes == nullptr ? std::string("NULL") : std::string(bytes, size);
        }
    }
    sqlite3_finalize(statement);
    return out;
}

std::string breach(Database &database, const std::string &sql)
{
    char *message = nullptr;
    sqlite3_exec(database.handle(), sql.c_str(), nullptr, nullptr, &message);
    std::string out = message == nullptr ? "" : message;
    sqlite3_free(message);
    return out;
}

void plant(Database &database, const std::string &sql)
{
    const auto triggers =
        rowsOf(database, "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
    EXPECT_EQ(breach(database, "PRAGMA foreign_keys = OFF; BEGIN"), "");
    for (const auto &name :
         rowsOf(database, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        EXPECT_EQ(breach(database, "DROP TRIGGER " + name), "");
    EXPECT_EQ(breach(database, sql), "") << sql;
    for (const auto &trigger : triggers)
        EXPECT_EQ(breach(database, trigger), "");
    EXPECT_EQ(breach(database, "COMMIT; PRAGMA foreign_keys = ON"), "");
}

std::string askDirectly(Database &database, const std::string &sql)
{
    const auto rows = rowsOf(database, sql);
    return rows.empty() ? "" : rows.front();
}

std::string contentOf(Database &database)
{
    std::string out;
    for (const auto &table : rowsOf(database, "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                              "AND name NOT LIKE 'search_%' ORDER BY name")) {
        out += "== " + table + '\n';
        for (const auto &row : rowsOf(database, "SELECT * FROM \"" + table + '"'))
            out += row + '\n';
    }
    return out;
}

std::vector<std::int64_t> eventKeys(Database &database)
{
    std::vector<std::int64_t> out;
    for (const auto &row : rowsOf(database, "SELECT source_key FROM event ORDER BY id"))
        out.push_back(std::stoll(row));
    return out;
}

void forgeEnds(Database &database)
{
    plant(database, "UPDATE action SET state = 4 WHERE state = 0");
}

} // namespace topline::store
