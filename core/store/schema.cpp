#include "core/store/schema.h"

#include "core/store/database.h"
#include "core/store/file_header.h"
#include "core/store/query.h"
#include "core/store/transaction.h"

namespace topline::store {

namespace {

base::Status apply(Database &database, const Migration &migration)
{
    TRY_ASSIGN(auto transaction, Transaction::begin(database));
    // Pragmas take no bound values; both numbers are the program's own and part of the transaction.
    TRY(database.executeScript("PRAGMA application_id = " + std::to_string(applicationId) + ';'));
    TRY(database.executeScript(migration.sql));
    TRY(database.executeScript("PRAGMA user_version = " + std::to_string(migration.number) + ';'));
    return transaction.commit();
}

} // namespace

base::Result<int> schemaNumber(Database &database)
{
    return readOne(database, "PRAGMA user_version", 0);
}

base::Status migrate(Database &database, const std::vector<Migration> &migrations)
{
    TRY_ASSIGN(const int present, schemaNumber(database));
    for (const auto &migration : migrations) {
        if (migration.number > present)
            TRY(apply(database, migration));
    }
    return {};
}

base::Result<std::string> schemaText(Database &database)
{
    std::string out;
    Statement statement(database, "SELECT type, name, tbl_name, coalesce(sql, '') "
                                  "FROM sqlite_schema ORDER BY type, name");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        std::string type;
        std::string name;
        std::string table;
        std::string sql;
        statement.read(type, name, table, sql);
        out += type + '\n' + name + '\n' + table + '\n' + sql + "\n\n";
    }
}

base::Result<std::string> expectedSchemaText(int number)
{
    TRY_ASSIGN(const auto scratch, Database::open(":memory:", Access::Write));
    auto migrations = builtInMigrations();
    std::erase_if(migrations, [number](const auto &each) { return each.number > number; });
    TRY(migrate(*scratch, migrations));
    return schemaText(*scratch);
}

} // namespace topline::store
