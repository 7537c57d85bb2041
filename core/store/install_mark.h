// What a computer remembers about a workspace outside its file, so that a file that was restored or
// copied can be told from the one that acted last. Written by the engine, on its thread, before
// anything leaves; implemented by core/platform, and in memory by tests. An error means that the
// mark cannot be trusted: then nothing may leave.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>

namespace topline::store {

// Where a file is. A moved file keeps its number, a replaced one its path; a copy has neither.
struct InstallPlace {
    std::string machine; // a hash of the machine's id
    std::string path;
    std::string fileId; // of the file system
    bool operator==(const InstallPlace &) const = default;
};

struct InstallMark {
    base::Uuid install;
    InstallPlace place;
    std::int64_t epoch = 0;
    std::int64_t wires = 0;     // effects that were ever marked on the wire
    std::int64_t ledgerSeq = 0; // the ledger's last row, and its hash
    std::string ledgerHash = {};
    bool operator==(const InstallMark &) const = default;
};

class InstallMarks {
public:
    virtual ~InstallMarks() = default;

    virtual InstallPlace placeOf(const std::string &file) const = 0;
    // nullopt: this computer has never seen the workspace.
    virtual base::Result<std::optional<InstallMark>> read(const base::Uuid &workspace) const = 0;
    // Durable on return, whatever was there.
    virtual base::Status write(const base::Uuid &workspace, const InstallMark &mark) = 0;
    // The same, but Conflict when what is there belongs to another install or a later epoch; no
    // other program gets in between.
    virtual base::Status advance(const base::Uuid &workspace, const InstallMark &mark) = 0;
};

} // namespace topline::store
