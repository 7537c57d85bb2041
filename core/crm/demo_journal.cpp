#include "core/crm/demo_journal.h"

#include "core/base/check.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace topline::crm {

base::Status MemoryDemoJournal::append(std::string_view line)
{
    m_lines.emplace_back(line);
    return {};
}

base::Result<std::vector<std::string>> MemoryDemoJournal::readAll() const
{
    return m_lines;
}

FileDemoJournal::FileDemoJournal(std::string path)
    : m_path(std::move(path))
{
}

FileDemoJournal::~FileDemoJournal()
{
    if (m_file >= 0)
        ::close(m_file);
}

base::Error FileDemoJournal::failure(const char *doing, int error) const
{
    base::Error out;
    out.code = error == ENOSPC || error == EDQUOT || error == EFBIG ? base::ErrorCode::DiskFull
               : error == EACCES || error == EPERM ? base::ErrorCode::PermissionDenied
               : error == EROFS                    ? base::ErrorCode::ReadOnly
                                                   : base::ErrorCode::Io;
    out.message = std::string("The demo CRM could not ") + doing + " its journal " + m_path + ": " +
                  std::strerror(error) + ".";
    out.kept = "Everything it had confirmed is kept.";
    return out;
}

namespace {

// Reads a whole file from its beginning; errno tells what failed.
bool readFile(int file, std::string &out)
{
    char buffer[65'536];
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(file, buffer, sizeof buffer, at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            return true;
        out.append(buffer, static_cast<std::size_t>(got));
        at += got;
    }
}

bool writeFully(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(file, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return true;
}

// A new file is durable only once its folder is.
void flushFolderOf(const std::string &path)
{
    const auto slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
}

} // namespace

base::Status FileDemoJournal::open()
{
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_file < 0)
        return failure("open", errno);

    struct stat info {};

    if (::fstat(m_file, &info) != 0 || !S_ISREG(info.st_mode))
        return failure("use", errno == 0 ? EINVAL : errno);
    std::string bytes;
    if (::fchmod(m_file, 0600) != 0 || !readFile(m_file, bytes))
        return failure("read", errno);
    const auto lastEnd = bytes.rfind('\n');
    const std::size_t whole = lastEnd == std::string::npos ? 0 : lastEnd + 1;
    if (whole < bytes.size() && ::ftruncate(m_file, static_cast<off_t>(whole)) != 0)
        return failure("repair", errno);
    flushFolderOf(m_path);
    return {};
}

base::Status FileDemoJournal::append(std::string_view line)
{
    CHECK(line.find('\n') == std::string_view::npos);
    if (m_file < 0) {
        if (auto opened = open(); !opened) {
            if (m_file >= 0)
                ::close(m_file);
            m_file = -1;
            return opened;
        }
    }
    std::string bytes(line);
    bytes += '\n';
    if (!writeFully(m_file, bytes) || ::fdatasync(m_file) != 0) {
        const int error = errno;
        // The next append starts from the last whole line again.
        ::close(m_file);
        m_file = -1;
        return failure("write", error);
    }
    return {};
}

base::Result<std::vector<std::string>> FileDemoJournal::readAll() const
{
    std::vector<std::string> out;
    const int file = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) {
        if (errno == ENOENT)
            return out;
        return failure("open", errno);
    }
    std::string bytes;
    const bool read = readFile(file, bytes);
    const int error = errno;
    ::close(file);
    if (!read)
        return failure("read", error);
    for (std::size_t begin = 0;;) {
        const auto end = bytes.find('\n', begin);
        if (end == std::string::npos)
            return out;
        out.push_back(bytes.substr(begin, end - begin));
        begin = end + 1;
    }
}

} // namespace topline::crm
