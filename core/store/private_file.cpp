#include "core/store/private_file.h"

#include "core/store/store_error.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace topline::store {

namespace fs = std::filesystem;

namespace {

constexpr mode_t fileMode = 0600;
constexpr mode_t folderMode = 0700;
constexpr std::size_t blockBytes = std::size_t{1} << 16;

base::Result<OpenFile> openFor(const fs::path &path, int flags)
{
    OpenFile file(::open(path.c_str(), flags | O_CLOEXEC));
    if (file.descriptor() < 0)
        return fileError(errno, path, "opened");
    return file;
}

base::Status writeAll(int descriptor, const char *data, std::size_t size, const fs::path &path)
{
    while (size > 0) {
        const ssize_t written = ::write(descriptor, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileError(errno, path, "written");
        data += written;
        size -= static_cast<std::size_t>(written);
    }
    return {};
}

base::Result<std::int64_t> copyBytes(const OpenFile &source, const fs::path &from,
                                     const OpenFile &target, const fs::path &to)
{
    std::array<char, blockBytes> block{};
    std::int64_t total = 0;
    for (;;) {
        const ssize_t got = ::read(source.descriptor(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileError(errno, from, "read");
        if (got == 0)
            break;
        TRY(writeAll(target.descriptor(), block.data(), static_cast<std::size_t>(got), to));
        total += got;
    }
    if (::fsync(target.descriptor()) != 0)
        return fileError(errno, to, "written");
    return total;
}

} // namespace

OpenFile &OpenFile::operator=(OpenFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

OpenFile::~OpenFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

int OpenFile::release()
{
    return std::exchange(m_descriptor, -1);
}

base::Status makePrivateFolder(const fs::path &folder)
{
    std::error_code code;
    if (folder.empty() || fs::is_directory(folder, code))
        return {};
    TRY(makePrivateFolder(folder.parent_path()));
    if (::mkdir(folder.c_str(), folderMode) != 0 && errno != EEXIST)
        return fileError(errno, folder, "created");
    if (!fs::is_directory(folder, code))
        return fileError(ENOTDIR, folder, "used as a folder");
    if (::chmod(folder.c_str(), folderMode) != 0) // the umask may have taken more away
        return fileError(errno, folder, "made private");
    return {};
}

base::Result<OpenFile> createPrivateFile(const fs::path &path)
{
    OpenFile file(
        ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, fileMode));
    if (file.descriptor() < 0)
        return fileError(errno, path, "created");
    if (::fchmod(file.descriptor(), fileMode) != 0) {
        const int why = errno;
        ::unlink(path.c_str());
        return fileError(why, path, "made private");
    }
    return file;
}

base::Status makePrivate(const fs::path &path)
{
    struct stat state = {};
    if (::stat(path.c_str(), &state) != 0)
        return errno == ENOENT ? base::Status() : fileError(errno, path, "examined");
    const bool open = (state.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    if (open && state.st_uid == ::geteuid() && ::chmod(path.c_str(), fileMode) != 0)
        return fileError(errno, path, "made private");
    return {};
}

base::Result<std::int64_t> copyPrivately(const fs::path &from, const fs::path &to)
{
    TRY_ASSIGN(const auto source, openFor(from, O_RDONLY));
    TRY_ASSIGN(const auto target, createPrivateFile(to));
    auto copied = copyBytes(source, from, target, to);
    if (!copied)
        ::unlink(to.c_str());
    return copied;
}

base::Status syncFile(const fs::path &path)
{
    TRY_ASSIGN(const auto file, openFor(path, O_RDONLY));
    if (::fsync(file.descriptor()) != 0)
        return fileError(errno, path, "written");
    return {};
}

base::Status syncFolder(const fs::path &folder)
{
    TRY_ASSIGN(const auto file, openFor(folder, O_RDONLY | O_DIRECTORY));
    // Some file systems cannot sync a folder and say so with EINVAL; they have nothing to sync.
    if (::fsync(file.descriptor()) != 0 && errno != EINVAL)
        return fileError(errno, folder, "written");
    return {};
}

base::Status moveIntoPlace(const fs::path &from, const fs::path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
        const bool unknownHere = errno == EINVAL || errno == ENOSYS;
        std::error_code code;
        if (!unknownHere || fs::exists(fs::symlink_status(to, code)))
            return fileError(unknownHere ? EEXIST : errno, to, "created");
        if (::rename(from.c_str(), to.c_str()) != 0)
            return fileError(errno, to, "created");
    }
    return syncFolder(to.parent_path());
}

fs::path beside(const fs::path &path, const std::string &ending)
{
    auto out = path;
    out += ending;
    return out;
}

base::Result<fs::path> plainPath(const fs::path &path)
{
    std::error_code code;
    auto out = fs::weakly_canonical(fs::absolute(path, code), code);
    if (code)
        return fileError(code.value(), path, "found");
    if (!out.has_filename())
        return fileError(EISDIR, path, "used as a file");
    return out;
}

void discardUnfinished(const fs::path &path)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        ::unlink(beside(path, ending).c_str());
}

} // namespace topline::store
