// Whole queries in one call: write, read one value, the first row, all rows. Used by the classes of
// core/store inside their functions. The first error of the statement comes back; rows read before
// it are dropped.
#pragma once

#include "core/store/statement.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

// Runs a statement that gives no rows.
template <typename... Values>
base::Status write(Database &database, Sql sql, const Values &...values)
{
    return Statement(database, sql, values...).run();
}

// The first row as one value, or `none` when there is no row.
template <typename Target, typename... Values>
base::Result<Target> readOne(Database &database, Sql sql, Target none, const Values &...values)
{
    Statement statement(database, sql, values...);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(none);
    return none;
}

// How a single value lies in a row; records have their own readRow (record_row.h).
template <typename Tag> void readRow(Statement &statement, domain::LocalId<Tag> &id)
{
    statement.read(id);
}

inline void readRow(Statement &statement, std::string &text)
{
    statement.read(text);
}

// All rows of a query.
template <typename Row, typename... Values>
base::Result<std::vector<Row>> readAll(Database &database, Sql sql, const Values &...values)
{
    std::vector<Row> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readRow(statement, out.emplace_back());
    }
}

// The same for rows of one store only: `read` is called as read(statement, row).
template <typename Row, typename Read, typename... Values>
base::Result<std::vector<Row>> readRows(Database &database, Sql sql, Read read,
                                        const Values &...values)
{
    std::vector<Row> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        read(statement, out.emplace_back());
    }
}

// The first row of a query, if there is one.
template <typename Row, typename... Values>
base::Result<std::optional<Row>> readFirst(Database &database, Sql sql, const Values &...values)
{
    std::optional<Row> out;
    Statement statement(database, sql, values...);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        readRow(statement, out.emplace());
    return out;
}

} // namespace topline::store
