// Copies of a workspace in time: backing up while it is open, restoring while it is closed. Called
// by the engine and the terminal program. A backup is written aside, synced, reopened and compared
// before it gets its name; a restore never deletes: what was there is moved aside as a set.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace topline::store {

class Database;
class Workspace;

struct BackupInfo {
    std::filesystem::path path;
    std::int64_t bytes = 0;
    std::int64_t ledgerEntries = 0;
};

// Pages done and pages in all; return false to cancel, which leaves nothing behind.
using BackupProgress = std::function<bool(std::int64_t done, std::int64_t total)>;

// Refused when the target exists.
base::Result<BackupInfo> backUp(Workspace &workspace, const std::filesystem::path &target,
                                const BackupProgress &progress = {});

// The same for a connection (before a migration).
base::Result<BackupInfo> backUpDatabase(Database &database, const std::filesystem::path &target,
                                        const BackupProgress &progress);

// "20260131T093000Z", for the names of copies.
std::string fileTimeText(base::UtcMs ms);

struct RestoreInfo {
    std::filesystem::path keptAside; // folder with the files that were there; empty when none
};

// Puts a copy of `backup` at `target`, frozen: nothing leaves until a person confirms. The backup
// must be a sound workspace with our schema and no other. Busy when the target is open.
base::Result<RestoreInfo> restore(const std::filesystem::path &backup,
                                  const std::filesystem::path &target, base::UtcMs nowMs);

} // namespace topline::store
