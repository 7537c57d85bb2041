#include "core/store/lock_file.h"

#include "core/store/store_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace topline::store {

namespace {

constexpr std::string_view inUse = "in use by process ";

std::string contents(int descriptor)
{
    std::array<char, 64> text{};
    const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string();
}

base::Error busy(const std::filesystem::path &workspace, std::string_view holder)
{
    std::string who = "another program";
    if (holder.starts_with(inUse)) {
        const auto number = holder.substr(inUse.size());
        who += " (process " + std::string(number.substr(0, number.find('\n'))) + ')';
    }
    return {base::ErrorCode::Busy, '"' + workspace.string() + "\" is in use by " + who + '.',
            "Nothing was changed.", "Go on there, or close it and try again."};
}

} // namespace

base::Result<std::unique_ptr<LockFile>> LockFile::take(const std::filesystem::path &workspace)
{
    const auto path = beside(workspace, ".lock");
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.descriptor() < 0)
        return fileError(errno, path, "created");
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            return fileError(errno, path, "locked");
        return busy(workspace, contents(file.descriptor()));
    }
    const bool unclean = contents(file.descriptor()).starts_with(inUse);
    return std::unique_ptr<LockFile>(new LockFile(std::move(file), path, unclean));
}

LockFile::LockFile(OpenFile file, std::filesystem::path path, bool unclean)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_unclean(unclean)
{
}

base::Status LockFile::markInUse()
{
    return write(std::string(inUse) + std::to_string(::getpid()) + '\n');
}

void LockFile::markClean()
{
    // If this fails the next session checks the file once more, which does no harm.
    static_cast<void>(write("closed\n"));
}

base::Status LockFile::write(const std::string &text)
{
    const int descriptor = m_file.descriptor();
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()) ||
        ::fdatasync(descriptor) != 0)
        return fileError(errno, m_path, "written");
    return {};
}

} // namespace topline::store
