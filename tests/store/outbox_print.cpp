#include "tests/store/outbox_print.h"

#include "tests/store/direct_sql.h"

namespace topline::store {

std::string outboxPrint(Database &database)
{
    return askDirectly(
        database,
        "SELECT (SELECT seq || ' ' || hash FROM ledger ORDER BY seq DESC LIMIT 1), "
        "(SELECT group_concat(row) FROM (SELECT id || ':' || state || ':' || attempts || ':' || "
        "changed_ms AS row FROM effect ORDER BY id)), "
        "(SELECT count(*) FROM attempt), (SELECT count(*) FROM approval), "
        "(SELECT group_concat(row) FROM (SELECT id || ':' || state || ':' || changed_ms AS row "
        "FROM action ORDER BY id))");
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
