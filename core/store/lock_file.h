// One writer per workspace: a lock file beside it, held for as long as the workspace is open. It
// also remembers whether the last holder closed the workspace well. Used by Workspace and restore.
// Busy, with the holder's process number, when another program has it.
#pragma once

#include "core/base/result.h"
#include "core/store/private_file.h"

#include <filesystem>
#include <memory>

namespace topline::store {

class LockFile {
public:
    static base::Result<std::unique_ptr<LockFile>> take(const std::filesystem::path &workspace);
    ~LockFile() = default; // closing the file lets go of the lock
    LockFile(const LockFile &) = delete;
    LockFile &operator=(const LockFile &) = delete;

    // The last holder ended without closing the workspace.
    bool wasUnclean() const { return m_unclean; }

    // The workspace is about to be used: until markClean(), an end counts as unclean.
    base::Status markInUse();
    void markClean();

private:
    LockFile(OpenFile file, std::filesystem::path path, bool unclean);

    base::Status write(const std::string &text);

    OpenFile m_file;
    std::filesystem::path m_path;
    bool m_unclean;
};

} // namespace topline::store
