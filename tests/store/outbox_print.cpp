#include "tests/store/outbox_print.h"

#include "core/store/statement.h"
#include "tests/store/direct_sql.h"

#include <optional>

namespace topline::store {

std::string outboxPrint(Database &database)
{
    // Sums by row number instead of the rows: this is asked at each commit.
    Statement statement(
        database,
        "SELECT (SELECT seq || ' ' || hash FROM ledger ORDER BY seq DESC LIMIT 1), "
        "(SELECT count(*) || ':' || sum(rowid % 9973 * (changed_ms % 86400000 * 64 + attempts % 8 "
        "* 8 + state)) FROM effect), "
        "(SELECT count(*) FROM attempt), (SELECT count(*) FROM approval), "
        "(SELECT count(*) || ':' || sum(rowid % 9973 * (changed_ms % 86400000 * 64 + state)) "
        "FROM action)");
    const auto row = statement.step();
    if (!row.ok() || !*row)
        return {}; // the disk fails just now
    std::string out;
    for (int column = 0; column < 5; ++column) {
        std::optional<std::string> value;
        statement.read(value);
        out += value.value_or("none") + '|';
    }
    return out;
}

void setSynchronous(Database &database, const std::string &mode)
{
    rowsOf(database, "PRAGMA synchronous = " + mode);
}

void setAutoCheckpoint(Database &database, int pages)
{
    rowsOf(database, "PRAGMA wal_autocheckpoint = " + std::to_string(pages));
}

void raiseEpoch(Database &database)
{
    rowsOf(database, "UPDATE install SET epoch = epoch + 1");
}

} // namespace topline::store
