#include "core/store/file_header.h"

#include "core/store/private_file.h"
#include "core/store/store_error.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace topline::store {

namespace {

using Header = std::array<std::uint8_t, 100>;

constexpr std::string_view magic{"SQLite format 3\0", 16};

std::uint32_t bigEndian32(const Header &header, std::size_t at)
{
    return (std::uint32_t{header[at]} << 24) | (std::uint32_t{header[at + 1]} << 16) |
           (std::uint32_t{header[at + 2]} << 8) | std::uint32_t{header[at + 3]};
}

std::uint64_t pageBytes(const Header &header)
{
    const std::uint64_t stored = (std::uint64_t{header[16]} << 8) | header[17];
    return stored == 1 ? 65'536 : stored;
}

// A log that was not moved into the file explains a file shorter than its header says.
bool hasLog(const std::filesystem::path &path)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(beside(path, "-wal"), code);
    return !code && size > 0;
}

} // namespace

base::Status examineFile(const std::filesystem::path &path, int newestSchema)
{
    const OpenFile file(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (file.descriptor() < 0 && errno == EISDIR)
        return notAWorkspace(path, "it is a folder");
    if (file.descriptor() < 0)
        return fileError(errno, path, "opened");
    struct stat state = {};
    if (::fstat(file.descriptor(), &state) != 0)
        return fileError(errno, path, "examined");
    if (!S_ISREG(state.st_mode))
        return notAWorkspace(path, "it is not a file");
    if (state.st_size == 0)
        return notAWorkspace(path, "it is empty");

    Header header{};
    const ssize_t got = ::pread(file.descriptor(), header.data(), header.size(), 0);
    if (got < 0)
        return fileError(errno, path, "read");
    const bool ourFormat =
        got == static_cast<ssize_t>(header.size()) &&
        std::equal(magic.begin(), magic.end(), header.begin(),
                   [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
    if (!ourFormat)
        return notAWorkspace(path, "its content is something else");
    if (bigEndian32(header, 68) != static_cast<std::uint32_t>(applicationId))
        return notAWorkspace(path, "it is a database of another program");
    if (const auto schema = static_cast<int>(bigEndian32(header, 60)); schema > newestSchema)
        return newerSchema(path, schema, newestSchema);
    const bool sizeIsKnown = bigEndian32(header, 24) == bigEndian32(header, 92);
    const std::uint64_t bytes = pageBytes(header) * bigEndian32(header, 28);
    if (sizeIsKnown && static_cast<std::uint64_t>(state.st_size) < bytes && !hasLog(path))
        return damaged(path, "its end is missing");
    return {};
}

} // namespace topline::store
