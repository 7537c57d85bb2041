#include "core/store/workspace.h"

#include "core/base/calendar.h"
#include "core/store/backup.h"
#include "core/store/check_workspace.h"
#include "core/store/database.h"
#include "core/store/file_header.h"
#include "core/store/lock_file.h"
#include "core/store/private_file.h"
#include "core/store/schema.h"
#include "core/store/store_error.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace topline::store {

namespace fs = std::filesystem;

namespace {

const std::vector<Migration> &migrationsOf(const OpenOptions &options)
{
    return options.migrations != nullptr ? *options.migrations : builtInMigrations();
}

int newestOf(const std::vector<Migration> &migrations)
{
    int newest = 0;
    for (const auto &migration : migrations)
        newest = std::max(newest, migration.number);
    return newest;
}

// Damage is told with the file's name and without advice that fits only an open workspace.
base::Error named(base::Error error, const fs::path &path)
{
    if (error.code == base::ErrorCode::Corrupt || error.code == base::ErrorCode::NotAWorkspace)
        return damaged(path, "its pages do not fit together");
    return error;
}

base::Status build(const fs::path &path, const base::Uuid &id, base::UtcMs nowMs,
                   const OpenOptions &options)
{
    TRY_ASSIGN(const auto database, Database::open(path.string(), Access::Write, options.hook));
    database->setCheckpointOnClose(true);
    // Nobody has the file yet: it is synced once, as a whole, before it gets its name.
    TRY(database->execute("PRAGMA synchronous = OFF"));
    TRY(database->execute("PRAGMA journal_mode = WAL"));
    TRY(migrate(*database, migrationsOf(options)));
    TRY_ASSIGN(auto transaction, Transaction::begin(*database));
    SettingsStore settings(*database);
    TRY(settings.setValue("workspace.id", id.text()));
    TRY(settings.setValue("workspace.created_ms", std::to_string(nowMs)));
    TRY(transaction.commit());
    return database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

// The file is ours, of a schema that we know, and sound if the last session ended badly.
base::Status admit(Database &database, const fs::path &path, bool unclean, int newest)
{
    const auto number = schemaNumber(database);
    if (!number)
        return named(number.error(), path);
    if (*number > newest)
        return newerSchema(path, *number, newest);
    if (!unclean)
        return {};
    const auto findings = findDamage(database, Depth::Quick);
    if (!findings)
        return named(findings.error(), path);
    if (!findings->empty())
        return damaged(path, findings->front());
    return {};
}

base::Status bringUpToDate(Database &database, const fs::path &path, base::UtcMs nowMs,
                           const std::vector<Migration> &migrations)
{
    TRY_ASSIGN(const int present, schemaNumber(database));
    if (present >= newestOf(migrations))
        return {};
    const auto copy =
        beside(path, ".schema-" + std::to_string(present) + '-' + fileTimeText(nowMs) + ".backup");
    if (!fs::exists(copy))
        TRY(backUpDatabase(database, copy, {}));
    auto migrated = migrate(database, migrations);
    if (!migrated) {
        auto error = migrated.error();
        error.kept = "The file is as it was before; a copy is at \"" + copy.string() + "\".";
        return error;
    }
    return database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Result<std::unique_ptr<Database>> openAdmitted(const fs::path &path, const LockFile &lock,
                                                     base::UtcMs nowMs, const OpenOptions &options)
{
    for (const char *ending : {"", "-wal", "-shm"})
        TRY(makePrivate(beside(path, ending)));
    auto opened = Database::open(path.string(), Access::Write, options.hook, options.vfs);
    if (!opened)
        return named(opened.error(), path);
    auto database = std::move(opened).value();
    const auto &migrations = migrationsOf(options);
    TRY(admit(*database, path, lock.wasUnclean(), newestOf(migrations)));
    TRY(database->execute("PRAGMA journal_mode = WAL"));
    TRY(database->execute("PRAGMA journal_size_limit = 67108864"));
    database->setCheckpointOnClose(true);
    TRY(bringUpToDate(*database, path, nowMs, migrations));
    return database;
}

} // namespace

base::Result<std::unique_ptr<Workspace>> Workspace::create(const fs::path &given,
                                                           const base::Uuid &id, base::UtcMs nowMs,
                                                           const OpenOptions &options)
{
    TRY_ASSIGN(const auto path, plainPath(given));
    std::error_code code;
    if (fs::exists(fs::symlink_status(path, code)))
        return fileError(EEXIST, path, "created");
    TRY(makePrivateFolder(path.parent_path()));
    TRY_ASSIGN(auto lock, LockFile::take(path));
    const auto unfinished = beside(path, ".new");
    discardUnfinished(unfinished); // of a creation that was cut off; it never had a name
    TRY(createPrivateFile(unfinished));
    auto built = build(unfinished, id, nowMs, options);
    if (built)
        built = syncFile(unfinished);
    if (built)
        built = moveIntoPlace(unfinished, path);
    if (!built) {
        discardUnfinished(unfinished);
        auto error = built.error();
        error.kept = "No workspace was made.";
        return error;
    }
    return openLocked(path, std::move(lock), nowMs, options);
}

base::Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path &given, base::UtcMs nowMs,
                                                         const OpenOptions &options)
{
    TRY_ASSIGN(const auto path, plainPath(given));
    TRY(examineFile(path, newestOf(migrationsOf(options))));
    TRY_ASSIGN(auto lock, LockFile::take(path));
    return openLocked(path, std::move(lock), nowMs, options);
}

base::Result<std::unique_ptr<Workspace>> Workspace::openLocked(const fs::path &path,
                                                               std::unique_ptr<LockFile> lock,
                                                               base::UtcMs nowMs,
                                                               const OpenOptions &options)
{
    TRY(lock->markInUse());
    TRY_ASSIGN(auto database, openAdmitted(path, *lock, nowMs, options));
    return std::unique_ptr<Workspace>(new Workspace(path, std::move(lock), std::move(database)));
}

Workspace::Workspace(fs::path path, std::unique_ptr<LockFile> lock,
                     std::unique_ptr<Database> database)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
    , m_database(std::move(database))
    , m_tables(std::make_unique<Tables>(*m_database))
{
}

Workspace::~Workspace()
{
    m_tables.reset();
    const bool sound = !m_database->isBroken();
    m_database.reset();
    if (sound)
        m_lock->markClean();
}

bool Workspace::wasUnclean() const
{
    return m_lock->wasUnclean();
}

base::Status Workspace::checkpoint()
{
    return m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

base::Result<std::unique_ptr<WorkspaceReader>> WorkspaceReader::open(const fs::path &given,
                                                                     StatementHook *hook)
{
    TRY_ASSIGN(const auto path, plainPath(given));
    TRY_ASSIGN(auto database, Database::open(path.string(), Access::Read, hook));
    return std::unique_ptr<WorkspaceReader>(new WorkspaceReader(std::move(database)));
}

WorkspaceReader::WorkspaceReader(std::unique_ptr<Database> database)
    : m_database(std::move(database))
    , m_tables(std::make_unique<Tables>(*m_database))
{
}

WorkspaceReader::~WorkspaceReader() = default;

} // namespace topline::store
