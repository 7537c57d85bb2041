// One SQLite connection: opening flags, prepared statements kept for reuse, plain execution. Used
// by the classes of core/store on the thread that owns the connection (the engine's for writing, a
// reader's for reading). Every failure is an Error that says what happened and what was kept; after
// a failed sync or a damaged page the connection refuses further transactions until it is reopened.
#pragma once

#include "core/base/result.h"
#include "core/store/sql.h"

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace topline::store {

class StatementHook;

enum class Access {
    Write, // the only connection that writes and checkpoints
    Read,  // never writes, never checkpoints
};

class Database {
public:
    // Opens an existing file; never creates one. `vfs` names SQLite's file layer; null: the usual.
    static base::Result<std::unique_ptr<Database>> open(const std::string &path, Access access,
                                                        StatementHook *hook = nullptr,
                                                        const char *vfs = nullptr);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Runs one statement without values or rows (pragmas, BEGIN …).
    base::Status execute(Sql sql);

    // Runs a script that came with the program (a migration). Its statements pass the hook.
    base::Status executeScript(const std::string &script);

    // Whether closing moves the write-ahead log into the file; off until we know the file as ours.
    void setCheckpointOnClose(bool on);

    // Begun by a Transaction that has not ended.
    bool inTransaction() const { return m_inTransaction; }

    // A sync failed or a page is damaged: nothing more is written through this connection.
    bool isBroken() const { return m_broken; }

    std::int64_t lastInsertId() const;
    std::int64_t changes() const; // rows changed by the last statement

    const std::string &path() const { return m_path; }

    sqlite3 *handle() const { return m_handle; }

    // Turns a result code of this connection into an Error for people.
    base::Error failure(int code) const;

private:
    friend class Statement;
    friend class Transaction;

    Database(sqlite3 *handle, std::string path, StatementHook *hook);

    base::Status configure(Access access);
    int beforeRun(const char *sql); // asks the hook; 0 or why the statement may not run
    void noteFailure(int code);
    int runToEnd(sqlite3_stmt *statement);
    sqlite3_stmt *take(Sql sql, int &code); // prepared, bound to nothing
    void giveBack(const char *text, sqlite3_stmt *statement);
    base::Status beginWith(Sql sql);
    base::Status commit();
    void rollBack();

    sqlite3 *m_handle = nullptr;
    std::string m_path;
    StatementHook *m_hook = nullptr;
    std::unordered_map<const char *, std::vector<sqlite3_stmt *>> m_idle;
    bool m_inTransaction = false;
    bool m_broken = false;
};

} // namespace topline::store
