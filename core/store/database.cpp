#include "core/store/database.h"

#include "core/store/statement_hook.h"
#include "core/store/store_error.h"

#include <sqlite3.h>
#include <utility>

namespace topline::store {

namespace {

constexpr int busyTimeoutMs = 2'000;

bool makesUnsafe(int code)
{
    const int primary = code & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || code == SQLITE_IOERR_FSYNC ||
           code == SQLITE_IOERR_DIR_FSYNC;
}

} // namespace

base::Result<std::unique_ptr<Database>> Database::open(const std::string &path, Access access,
                                                       StatementHook *hook, const char *vfs)
{
    const int mode = access == Access::Write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle,
                                     mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
    std::unique_ptr<Database> database(new Database(handle, path, hook));
    if (code != SQLITE_OK)
        return database->failure(code);
    TRY(database->configure(access));
    return database;
}

Database::Database(sqlite3 *handle, std::string path, StatementHook *hook)
    : m_handle(handle)
    , m_path(std::move(path))
    , m_hook(hook)
{
}

Database::~Database()
{
    for (const auto &[text, statements] : m_idle) {
        for (auto *statement : statements)
            sqlite3_finalize(statement);
    }
    const int code = sqlite3_close(m_handle);
    CHECK(code == SQLITE_OK); // else a Statement outlives its connection
}

base::Status Database::configure(Access access)
{
    sqlite3_busy_timeout(m_handle, busyTimeoutMs);
    const std::pair<int, int> switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},     {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
    };
    for (const auto &[name, value] : switches) {
        int now = -1;
        if (const int code = sqlite3_db_config(m_handle, name, value, &now); code != SQLITE_OK)
            return failure(code);
        CHECK(now == value);
    }
    TRY(execute("PRAGMA cell_size_check = ON"));
    TRY(execute("PRAGMA recursive_triggers = ON")); // REPLACE must not slip past the guards
    TRY(execute("PRAGMA temp_store = MEMORY"));
    TRY(execute("PRAGMA cache_size = -65536"));
    TRY(execute("PRAGMA synchronous = FULL"));
    if (access == Access::Read) {
        // Two connections that checkpoint can lose commits (SQLite before 3.51.3).
        TRY(execute("PRAGMA wal_autocheckpoint = 0"));
        TRY(execute("PRAGMA query_only = ON"));
    }
    return {};
}

void Database::setCheckpointOnClose(bool on)
{
    const int code = sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1,
                                       static_cast<int *>(nullptr));
    CHECK(code == SQLITE_OK);
}

int Database::runToEnd(sqlite3_stmt *statement)
{
    int code = beforeRun(sqlite3_sql(statement));
    if (code != SQLITE_OK)
        return code;
    do {
        code = sqlite3_step(statement);
    } while (code == SQLITE_ROW);
    code = code == SQLITE_DONE ? SQLITE_OK : code;
    noteFailure(code);
    return code;
}

base::Status Database::execute(Sql sql)
{
    int code = SQLITE_OK;
    const auto giveBackTo = [this, sql](sqlite3_stmt *taken) { giveBack(sql.text(), taken); };
    const std::unique_ptr<sqlite3_stmt, decltype(giveBackTo)> statement(take(sql, code),
                                                                        giveBackTo);
    if (code == SQLITE_OK)
        code = runToEnd(statement.get());
    return code == SQLITE_OK ? base::Status() : base::Status(failure(code));
}

base::Status Database::executeScript(const std::string &script)
{
    const char *rest = script.c_str();
    while (*rest != '\0') {
        sqlite3_stmt *prepared = nullptr;
        int code = sqlite3_prepare_v2(m_handle, rest, -1, &prepared, &rest);
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement(
            prepared, &sqlite3_finalize);
        if (code == SQLITE_OK && statement == nullptr)
            return {}; // only blanks and comments were left
        if (code == SQLITE_OK)
            code = runToEnd(statement.get());
        if (code != SQLITE_OK)
            return failure(code);
    }
    return {};
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

base::Error Database::failure(int code) const
{
    return sqliteError(code, m_handle == nullptr ? "" : sqlite3_errmsg(m_handle));
}

int Database::beforeRun(const char *sql)
{
    // SQLite itself rolls back after some failures (full disk, read error); what follows must not
    // be taken for a new transaction.
    if (m_inTransaction && sqlite3_get_autocommit(m_handle) != 0)
        return SQLITE_ABORT_ROLLBACK;
    const int code = m_hook == nullptr ? SQLITE_OK : m_hook->beforeRun(sql);
    noteFailure(code);
    return code;
}

void Database::noteFailure(int code)
{
    m_broken = m_broken || makesUnsafe(code);
}

sqlite3_stmt *Database::take(Sql sql, int &code)
{
    if (const auto found = m_idle.find(sql.text());
        found != m_idle.end() && !found->second.empty()) {
        auto *statement = found->second.back();
        found->second.pop_back();
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    code = sqlite3_prepare_v3(m_handle, sql.text(), sql.size(), SQLITE_PREPARE_PERSISTENT,
                              &statement, nullptr);
    noteFailure(code);
    return statement;
}

void Database::giveBack(const char *text, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_idle[text].push_back(statement);
}

base::Status Database::beginWith(Sql sql)
{
    CHECK(!m_inTransaction);
    if (m_broken)
        return base::Error{base::ErrorCode::Io,
                           "The workspace reported damage or a failed write, so nothing more is "
                           "written to it.",
                           "Everything stored before is kept.",
                           "Close the program and open the workspace again; it will be checked."};
    TRY(execute(sql));
    m_inTransaction = true;
    return {};
}

base::Status Database::commit()
{
    auto status = execute("COMMIT");
    if (!status)
        rollBack();
    m_inTransaction = false;
    return status;
}

void Database::rollBack()
{
    // Fails only where nothing is left to undo.
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    m_inTransaction = false;
}

} // namespace topline::store
