// SQLite on the disk that can lose its power: a write-ahead log, two connections, a failing write.
#include "tests/sim/fault_vfs.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace topline::sim {

TEST(FaultVfs, CarriesADatabaseWithAWriteAheadLogAndTwoConnections)
{
    FaultDisk disk;
    const FaultVfs vfs(disk);
    const auto open = [&] {
        sqlite3 *out = nullptr;
        EXPECT_EQ(sqlite3_open_v2("/x/db", &out, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                  vfs.name().c_str()),
                  SQLITE_OK);
        return out;
    };
    const auto run = [](sqlite3 *database, const char *text) {
        return sqlite3_exec(database, text, nullptr, nullptr, nullptr);
    };
    sqlite3 *writer = open();
    EXPECT_EQ(run(writer, "PRAGMA journal_mode = WAL"), SQLITE_OK);
    EXPECT_EQ(run(writer, "CREATE TABLE t (x)"), SQLITE_OK);
    sqlite3 *other = open();
    EXPECT_EQ(run(writer, "BEGIN IMMEDIATE"), SQLITE_OK);
    EXPECT_EQ(run(other, "BEGIN IMMEDIATE"), SQLITE_BUSY);
    EXPECT_EQ(run(other, "BEGIN; SELECT * FROM t; COMMIT"), SQLITE_OK);
    EXPECT_EQ(run(writer, "COMMIT"), SQLITE_OK);
    EXPECT_EQ(run(other, "BEGIN IMMEDIATE; COMMIT"), SQLITE_OK);
    disk.failAfter(1);
    EXPECT_NE(run(other, "CREATE TABLE u (x)"), SQLITE_OK);
    EXPECT_EQ(run(other, "CREATE TABLE u (x)"), SQLITE_OK);
    EXPECT_TRUE(disk.exists("/x/db-wal"));
    sqlite3_close(other);
    sqlite3_close(writer);
    EXPECT_FALSE(disk.exists("/x/db-wal"));
}

} // namespace topline::sim
