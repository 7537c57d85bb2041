#include "core/store/backup.h"
#include "core/store/check_workspace.h"
#include "core/store/database.h"
#include "core/store/file_header.h"
#include "core/store/lock_file.h"
#include "core/store/private_file.h"
#include "core/store/schema.h"
#include "core/store/settings_store.h"
#include "core/store/store_error.h"
#include "core/store/suppress_union.h"
#include "core/store/transaction.h"

#include <cerrno>
#include <utility>
#include <vector>

namespace topline::store {

namespace fs = std::filesystem;

namespace {

constexpr const char *setEndings[] = {"", "-wal", "-shm"};

bool isThere(const fs::path &path)
{
    std::error_code code;
    return fs::exists(fs::symlink_status(path, code));
}

// The backup's bytes and those still in its log; the backup itself is only read.
base::Status copySet(const fs::path &backup, const fs::path &copy)
{
    TRY(copyPrivately(backup, copy));
    const auto log = beside(backup, "-wal");
    if (isThere(log))
        TRY(copyPrivately(log, beside(copy, "-wal")));
    return {};
}

// Our schema and no other: a planted trigger or view would run with our rights.
base::Status verify(Database &database, const fs::path &backup)
{
    TRY_ASSIGN(const int number, schemaNumber(database));
    if (const int newest = static_cast<int>(builtInMigrations().size()); number > newest)
        return newerSchema(backup, number, newest);
    TRY_ASSIGN(const auto ours, expectedSchemaText(number));
    TRY_ASSIGN(const auto theirs, schemaText(database));
    if (ours != theirs)
        return notAWorkspace(backup, "its tables are not those of this program");
    TRY_ASSIGN(const auto damage, findDamage(database, Depth::Full));
    if (!damage.empty())
        return damaged(backup, damage.front());
    return {};
}

// `newer`: the file whose place it takes; what that one knows of people who must not be contacted
// is not forgotten.
base::Status prepare(const fs::path &backup, const fs::path &copy, const fs::path &newer)
{
    TRY(copySet(backup, copy));
    auto opened = Database::open(copy.string(), Access::Write);
    if (!opened)
        return damaged(backup, opened.error().message);
    const auto database = std::move(opened).value();
    auto verified = verify(*database, backup);
    if (!verified && verified.error().code == base::ErrorCode::Corrupt)
        return damaged(backup, "its pages do not fit together");
    TRY(verified);
    TRY(database->execute("PRAGMA journal_mode = WAL"));
    TRY_ASSIGN(auto transaction, Transaction::begin(*database));
    TRY(SettingsStore(*database).setFrozen(true));
    TRY(transaction.commit());
    TRY(uniteLists(*database, newer));
    database->setCheckpointOnClose(true);
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

void putBack(const fs::path &folder, const fs::path &target)
{
    for (const char *ending : setEndings) {
        const auto file = beside(target, ending);
        if (isThere(folder / file.filename()))
            static_cast<void>(moveIntoPlace(folder / file.filename(), file));
    }
}

base::Result<fs::path> newFolderBeside(const fs::path &target, base::UtcMs nowMs)
{
    const auto name = beside(target, ".aside-" + fileTimeText(nowMs));
    auto folder = name;
    for (int i = 2; isThere(folder); ++i)
        folder = beside(name, '-' + std::to_string(i));
    TRY(makePrivateFolder(folder));
    return folder;
}

// Moves what is at `target` into a new folder beside it; an empty path when nothing was there.
base::Result<fs::path> setAside(const fs::path &target, base::UtcMs nowMs)
{
    fs::path folder;
    for (const char *ending : setEndings) {
        const auto file = beside(target, ending);
        if (!isThere(file))
            continue;
        if (folder.empty()) {
            TRY_ASSIGN(folder, newFolderBeside(target, nowMs));
        }
        auto moved = moveIntoPlace(file, folder / file.filename());
        if (!moved) {
            putBack(folder, target);
            return moved.error();
        }
    }
    return folder;
}

base::Result<RestoreInfo> swapIn(const fs::path &copy, const fs::path &target, base::UtcMs nowMs)
{
    auto aside = setAside(target, nowMs);
    if (!aside)
        return aside.error();
    auto moved = moveIntoPlace(copy, target);
    if (!moved) {
        if (!aside->empty())
            putBack(*aside, target);
        return moved.error();
    }
    return RestoreInfo{*aside};
}

} // namespace

base::Result<RestoreInfo> restore(const fs::path &givenBackup, const fs::path &givenTarget,
                                  base::UtcMs nowMs)
{
    TRY_ASSIGN(const auto backup, plainPath(givenBackup));
    TRY_ASSIGN(const auto target, plainPath(givenTarget));
    if (backup == target)
        return fileError(EINVAL, target, "restored from itself");
    TRY(examineFile(backup, static_cast<int>(builtInMigrations().size())));
    std::unique_ptr<LockFile> backupLock;
    if (isThere(beside(backup, ".lock"))) { // the "backup" is a workspace that may be in use
        TRY_ASSIGN(backupLock, LockFile::take(backup));
    }
    TRY(makePrivateFolder(target.parent_path()));
    TRY_ASSIGN(const auto lock, LockFile::take(target));
    const auto copy = beside(target, ".restoring");
    discardUnfinished(copy);
    auto prepared = prepare(backup, copy, target);
    if (!prepared) {
        discardUnfinished(copy);
        return prepared.error();
    }
    auto restored = swapIn(copy, target, nowMs);
    if (!restored)
        discardUnfinished(copy);
    else
        lock->markClean();
    return restored;
}

} // namespace topline::store
