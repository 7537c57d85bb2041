// The workspace file: creating, opening, refusing and closing it, and the tables in it. Held by the
// engine, on the engine's thread; a WorkspaceReader may be held by a reading thread at the same
// time. A file that is not ours, newer, damaged or in use is refused with a message and left as it
// is.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/store/tables.h"
#include "core/store/transaction.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace topline::store {

class Database;
class LockFile;
class StatementHook;
struct Migration;

struct OpenOptions {
    StatementHook *hook = nullptr;                      // tests; must outlive the workspace
    const std::vector<Migration> *migrations = nullptr; // tests; null: the program's own
    const char *vfs = nullptr; // tests; SQLite's file layer by name, for what open() opens
};

class Workspace {
public:
    // Makes a new file (mode 0600, its folder 0700 when it has to be made). Refused when the path
    // exists. `id` names the workspace for ever.
    static base::Result<std::unique_ptr<Workspace>> create(const std::filesystem::path &path,
                                                           const base::Uuid &id, base::UtcMs nowMs,
                                                           const OpenOptions &options = {});

    // Opens an existing file, brings its schema up to date (after a backup beside it, when it holds
    // anything) and checks it when the last session did not end well. `nowMs` dates that backup.
    static base::Result<std::unique_ptr<Workspace>>
    open(const std::filesystem::path &path, base::UtcMs nowMs, const OpenOptions &options = {});
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    Tables &tables() { return *m_tables; }

    Database &database() { return *m_database; }

    base::Result<Transaction> begin() { return Transaction::begin(*m_database); }

    const std::filesystem::path &path() const { return m_path; }

    // The last session did not close the file; it was checked and found sound.
    bool wasUnclean() const;

    // Moves the write-ahead log into the file and empties it. Called when idle.
    base::Status checkpoint();

private:
    Workspace(std::filesystem::path path, std::unique_ptr<LockFile> lock,
              std::unique_ptr<Database> database);

    static base::Result<std::unique_ptr<Workspace>> openLocked(const std::filesystem::path &path,
                                                               std::unique_ptr<LockFile> lock,
                                                               base::UtcMs nowMs,
                                                               const OpenOptions &options);

    std::filesystem::path m_path;
    std::unique_ptr<LockFile> m_lock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Tables> m_tables;
};

// A read-only connection to a workspace that this process has open for writing.
class WorkspaceReader {
public:
    static base::Result<std::unique_ptr<WorkspaceReader>> open(const std::filesystem::path &path,
                                                               StatementHook *hook = nullptr);
    ~WorkspaceReader();
    WorkspaceReader(const WorkspaceReader &) = delete;
    WorkspaceReader &operator=(const WorkspaceReader &) = delete;

    Tables &tables() { return *m_tables; }

    Database &database() { return *m_database; }

    // One consistent view over several reads.
    base::Result<Transaction> begin() { return Transaction::beginRead(*m_database); }

private:
    explicit WorkspaceReader(std::unique_ptr<Database> database);

    std::unique_ptr<Database> m_database;
    std::unique_ptr<Tables> m_tables;
};

} // namespace topline::store
