#include "core/store/backup.h"
#include "core/store/private_file.h"
#include "core/store/schema.h"
#include "tests/store/direct_sql.h"
#include "tests/store/scenario.h"
#include "tests/store/test_workspace.h"

#include <sys/stat.h>

namespace topline::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

class BackupTest : public StoreTest {
protected:
    BackupTest() { write(0); }

    void write(int round)
    {
        inTransaction([&] { need(writeEverywhere(tables(), round)); });
    }

    fs::path path() const { return m_folder / "test.topline"; }

    fs::path backup() const { return m_folder / "backups" / "one.topline"; }

    std::string content() { return contentOf(database()); }

    // Nothing but these may be in the folder of the backups.
    std::size_t filesBesideBackup()
    {
        const auto folder = backup().parent_path();
        if (!fs::exists(folder))
            return 0;
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

    // A restore of `from` that must be refused and leave the closed workspace as it is.
    base::Error refusedRestore(const fs::path &from)
    {
        const std::string before = readBytes(path());
        const auto restored = restore(from, path(), testNowMs);
        EXPECT_FALSE(restored.ok());
        EXPECT_EQ(readBytes(path()), before);
        EXPECT_FALSE(fs::exists(beside(path(), ".restoring")));
        return restored.ok() ? base::Error{} : restored.error();
    }
};

TEST_F(BackupTest, ABackupHoldsEverythingAndIsPrivate)
{
    const mode_t mask = ::umask(0);
    const auto info = need(backUp(*m_workspace, backup()));
    ::umask(mask);
    EXPECT_EQ(info.path, backup());
    EXPECT_EQ(info.ledgerEntries, 1);
    EXPECT_EQ(info.bytes, static_cast<std::int64_t>(fs::file_size(backup())));
    EXPECT_EQ(modeOf(backup()), 0600);
    EXPECT_EQ(modeOf(backup().parent_path()), 0700);
    EXPECT_EQ(filesBesideBackup(), 1U);
    const auto copy = need(Workspace::open(backup(), testNowMs));
    EXPECT_EQ(contentOf(copy->database()), content());
}

TEST_F(BackupTest, WorkGoesOnAfterABackup)
{
    need(backUp(*m_workspace, backup()));
    write(1);
    const auto second = m_folder / "backups" / "two.topline";
    EXPECT_EQ(need(backUp(*m_workspace, second)).ledgerEntries, 2);
}

TEST_F(BackupTest, AnExistingFileIsNotOverwritten)
{
    fs::create_directory(backup().parent_path());
    writeBytes(backup(), "mine");
    const auto made = backUp(*m_workspace, backup());
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, ErrorCode::Conflict);
    EXPECT_EQ(readBytes(backup()), "mine");
}

TEST_F(BackupTest, ACancelledBackupLeavesNothing)
{
    std::int64_t calls = 0;
    const auto made = backUp(*m_workspace, backup(), [&](std::int64_t done, std::int64_t total) {
        EXPECT_LE(done, total);
        ++calls;
        return false;
    });
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(filesBesideBackup(), 0U);
}

TEST_F(BackupTest, ARestoreBringsBackTheRowsAndKeepsTheOthersAside)
{
    const std::string then = content();
    need(backUp(*m_workspace, backup()));
    write(1);
    const std::string now = content();
    m_workspace.reset();
    const auto info = need(restore(backup(), path(), testNowMs));
    ASSERT_FALSE(info.keptAside.empty());
    EXPECT_EQ(modeOf(info.keptAside), 0700);
    EXPECT_EQ(modeOf(path()), 0600);
    reopen();
    EXPECT_TRUE(need(tables().settings.frozen()));
    inTransaction([&] { need(tables().settings.removeValue("frozen")); });
    EXPECT_EQ(content(), then);
    const auto aside = need(Workspace::open(info.keptAside / "test.topline", testNowMs));
    EXPECT_EQ(contentOf(aside->database()), now);
}

TEST_F(BackupTest, TwoRestoresInOneSecondKeepBothAside)
{
    need(backUp(*m_workspace, backup()));
    m_workspace.reset();
    const auto first = need(restore(backup(), path(), testNowMs));
    const auto second = need(restore(backup(), path(), testNowMs));
    EXPECT_NE(first.keptAside, second.keptAside);
    EXPECT_TRUE(fs::exists(first.keptAside / "test.topline"));
    EXPECT_TRUE(fs::exists(second.keptAside / "test.topline"));
}

TEST_F(BackupTest, ARestoreTakesTheLogOfAnUncleanWorkspaceAlong)
{
    const std::string now = content();
    // The backup is a copy of files made while the workspace was open: its rows are in the log.
    const auto copy = m_folder / "copied.topline";
    need(copyPrivately(path(), copy));
    need(copyPrivately(beside(path(), "-wal"), beside(copy, "-wal")));
    const auto target = m_folder / "restored.topline";
    EXPECT_TRUE(need(restore(copy, target, testNowMs)).keptAside.empty());
    const auto restored = need(Workspace::open(target, testNowMs));
    EXPECT_EQ(need(restored->tables().ledger.tail())->seq, 1);
}

TEST_F(BackupTest, AnOpenWorkspaceIsNotReplaced)
{
    need(backUp(*m_workspace, backup()));
    const auto restored = restore(backup(), path(), testNowMs);
    ASSERT_FALSE(restored.ok());
    EXPECT_EQ(restored.error().code, ErrorCode::Busy);
    EXPECT_EQ(restore(path(), m_folder / "other", testNowMs).error().code, ErrorCode::Busy);
}

TEST_F(BackupTest, WhatIsNoSoundBackupIsRefused)
{
    need(backUp(*m_workspace, backup()));
    m_workspace.reset();
    const std::string whole = readBytes(backup());
    const auto variant = m_folder / "variant";

    writeBytes(variant, "not a database at all");
    EXPECT_EQ(refusedRestore(variant).code, ErrorCode::NotAWorkspace);
    writeBytes(variant, whole.substr(0, whole.size() / 2));
    EXPECT_EQ(refusedRestore(variant).code, ErrorCode::Corrupt);
    std::string bitten = whole;
    bitten.replace(4'096 * 9, 2'000, std::string(2'000, '\x11'));
    writeBytes(variant, bitten);
    EXPECT_EQ(refusedRestore(variant).code, ErrorCode::Corrupt);
    EXPECT_EQ(refusedRestore(m_folder / "missing").code, ErrorCode::NotFound);
    EXPECT_EQ(refusedRestore(path()).code, ErrorCode::Io);
}

TEST_F(BackupTest, APlantedTriggerOrViewIsRefused)
{
    for (const char *planted :
         {"CREATE TRIGGER evil AFTER INSERT ON account BEGIN DELETE FROM contact; END",
          "CREATE VIEW evil AS SELECT * FROM setting", "CREATE TABLE evil (a)",
          "DROP TRIGGER ledger_not_deleted"}) {
        const auto from = m_folder / ("evil" + std::to_string(planted[7]) + planted[8]);
        need(backUp(*m_workspace, from));
        {
            const auto database = need(Database::open(from.string(), Access::Write));
            database->setCheckpointOnClose(true);
            ASSERT_EQ(breach(*database, planted), "");
        }
        const auto target = m_folder / "target";
        const auto restored = restore(from, target, testNowMs);
        ASSERT_FALSE(restored.ok()) << planted;
        EXPECT_EQ(restored.error().code, ErrorCode::NotAWorkspace);
        EXPECT_FALSE(fs::exists(target));
    }
}

TEST_F(BackupTest, AnOlderBackupIsRestoredAndThenBroughtUpToDate)
{
    auto old = builtInMigrations();
    old.resize(2);
    const auto from = m_folder / "old.topline";
    need(Workspace::create(from, base::Uuid::named("workspace", "old"), 1, {nullptr, &old}));
    m_workspace.reset();
    need(restore(from, path(), testNowMs));
    reopen();
    EXPECT_EQ(need(tables().settings.info()).createdMs, 1);
    EXPECT_EQ(need(schemaNumber(database())), static_cast<int>(builtInMigrations().size()));
}

TEST_F(BackupTest, NamesOfCopiesSortByTime)
{
    EXPECT_EQ(fileTimeText(testNowMs), "20260101T000000Z");
    EXPECT_EQ(fileTimeText(testNowMs - 1), "20251231T235959Z");
    EXPECT_EQ(fileTimeText(-1), "19691231T235959Z");
}

} // namespace
} // namespace topline::store
