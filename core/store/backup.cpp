#include "core/store/backup.h"

#include "core/base/calendar.h"
#include "core/store/check_workspace.h"
#include "core/store/database.h"
#include "core/store/file_header.h"
#include "core/store/private_file.h"
#include "core/store/query.h"
#include "core/store/schema.h"
#include "core/store/store_error.h"
#include "core/store/workspace.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <sqlite3.h>
#include <utility>

namespace topline::store {

namespace fs = std::filesystem;

namespace {

constexpr int pagesPerStep = 512;

struct FinishBackup {
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};

base::Status copyPages(Database &from, Database &to, const BackupProgress &progress)
{
    const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (backup == nullptr)
        return to.failure(sqlite3_errcode(to.handle()));
    for (;;) {
        const int code = sqlite3_backup_step(backup.get(), pagesPerStep);
        if (code != SQLITE_OK && code != SQLITE_DONE)
            return sqliteError(code, "");
        const std::int64_t total = sqlite3_backup_pagecount(backup.get());
        const std::int64_t left = sqlite3_backup_remaining(backup.get());
        if (progress && !progress(total - left, total))
            return base::Error{base::ErrorCode::Cancelled, "The backup was cancelled.",
                               "The workspace is unchanged; no backup was made."};
        if (code == SQLITE_DONE)
            return {};
    }
}

struct LedgerEnd {
    std::int64_t entries = 0;
    std::string hash;
    bool operator==(const LedgerEnd &) const = default;
};

// Of any schema: the first ones had no ledger.
base::Result<LedgerEnd> ledgerEnd(Database &database)
{
    LedgerEnd out;
    TRY_ASSIGN(const bool hasLedger,
               readOne(database, "SELECT 1 FROM sqlite_schema WHERE name = 'ledger'", false));
    if (!hasLedger)
        return out;
    Statement statement(database, "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1");
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(out.entries, out.hash);
    return out;
}

base::Status verifyCopy(const fs::path &copy, int schema, const LedgerEnd &end)
{
    TRY_ASSIGN(const auto database, Database::open(copy.string(), Access::Write));
    database->setCheckpointOnClose(true); // leaves no log beside the copy
    TRY_ASSIGN(const auto damage, findDamage(*database, Depth::Quick));
    TRY_ASSIGN(const int copiedSchema, schemaNumber(*database));
    TRY_ASSIGN(const auto copiedEnd, ledgerEnd(*database));
    if (!damage.empty() || copiedSchema != schema || copiedEnd != end)
        return base::Error{base::ErrorCode::Io, "The copy does not hold what the workspace holds.",
                           "The workspace is unchanged; no backup was made.",
                           "Check the disk that the backup goes to."};
    return {};
}

base::Status writeCopy(Database &from, const fs::path &copy, const BackupProgress &progress)
{
    TRY(createPrivateFile(copy));
    TRY_ASSIGN(const auto to, Database::open(copy.string(), Access::Write));
    to->setCheckpointOnClose(true);
    return copyPages(from, *to, progress);
}

} // namespace

std::string fileTimeText(base::UtcMs ms)
{
    const std::int64_t days = ms / base::dayMs - (ms % base::dayMs < 0 ? 1 : 0);
    const auto date = base::dateOfDayNumber(days);
    const auto seconds = static_cast<int>((ms - days * base::dayMs) / base::secondMs);
    std::array<char, 64> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%04d%02d%02dT%02d%02d%02dZ", date.year, date.month,
                      date.day, seconds / 3600, seconds / 60 % 60, seconds % 60);
    return {text.data(), static_cast<std::size_t>(size)};
}

base::Result<BackupInfo> backUpDatabase(Database &database, const fs::path &given,
                                        const BackupProgress &progress)
{
    CHECK(!database.inTransaction()); // else what is not committed yet would be in the copy
    TRY_ASSIGN(const auto target, plainPath(given));
    std::error_code code;
    if (fs::exists(fs::symlink_status(target, code)))
        return fileError(EEXIST, target, "created");
    TRY_ASSIGN(const int schema, schemaNumber(database));
    TRY_ASSIGN(const auto end, ledgerEnd(database));
    const auto unfinished = beside(target, ".unfinished");
    TRY(makePrivateFolder(target.parent_path()));
    discardUnfinished(unfinished);
    auto done = writeCopy(database, unfinished, progress);
    if (done)
        done = syncFile(unfinished);
    if (done)
        done = verifyCopy(unfinished, schema, end);
    if (done)
        done = moveIntoPlace(unfinished, target);
    if (!done) {
        discardUnfinished(unfinished);
        return done.error();
    }
    const auto bytes = static_cast<std::int64_t>(fs::file_size(target, code));
    return BackupInfo{target, bytes, end.entries};
}

base::Result<BackupInfo> backUp(Workspace &workspace, const fs::path &target,
                                const BackupProgress &progress)
{
    return backUpDatabase(workspace.database(), target, progress);
}

} // namespace topline::store
