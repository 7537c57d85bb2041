// Files that only their owner may read, whatever the umask, and the syncing and moving of them.
// Used by workspace, backup and lock on any thread. A failure leaves nothing behind.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace topline::store {

// A file descriptor that closes itself.
class OpenFile {
public:
    explicit OpenFile(int descriptor = -1)
        : m_descriptor(descriptor)
    {
    }

    OpenFile(OpenFile &&other) noexcept
        : m_descriptor(other.release())
    {
    }

    OpenFile &operator=(OpenFile &&other) noexcept;
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;
    ~OpenFile();

    int descriptor() const { return m_descriptor; }

private:
    int release();

    int m_descriptor;
};

// Makes the folder and its missing parents with mode 0700; those that exist stay as they are.
base::Status makePrivateFolder(const std::filesystem::path &folder);

// A new, empty file of mode 0600; Conflict when anything has that name, even a dangling link.
base::Result<OpenFile> createPrivateFile(const std::filesystem::path &path);

// Takes group and others off an existing file of ours.
base::Status makePrivate(const std::filesystem::path &path);

// Copies bytes into a new private file and syncs it. The number of bytes comes back.
base::Result<std::int64_t> copyPrivately(const std::filesystem::path &from,
                                         const std::filesystem::path &to);

base::Status syncFile(const std::filesystem::path &path);
base::Status syncFolder(const std::filesystem::path &folder);

// Gives `from` the name `to`, which must be free, and syncs the folder.
base::Status moveIntoPlace(const std::filesystem::path &from, const std::filesystem::path &to);

// `path` with `ending` added to its file name.
std::filesystem::path beside(const std::filesystem::path &path, const std::string &ending);

// The path without links and "..", so that one file has one name; the file itself need not exist.
base::Result<std::filesystem::path> plainPath(const std::filesystem::path &path);

// Removes a database that was being made and never got its name, with its logs.
void discardUnfinished(const std::filesystem::path &path);

} // namespace topline::store
