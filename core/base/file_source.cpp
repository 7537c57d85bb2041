#include "core/base/file_source.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace topline::base {

namespace {

struct CloseFile {
    void operator()(std::FILE *file) const { std::fclose(file); }
};

class DiskSource final : public ByteSource {
public:
    DiskSource(std::unique_ptr<std::FILE, CloseFile> file, std::int64_t size, std::string name)
        : m_file(std::move(file))
        , m_size(size)
        , m_name(std::move(name))
    {
    }

    Result<std::size_t> read(char *out, std::size_t capacity) override
    {
        const std::size_t count = std::fread(out, 1, capacity, m_file.get());
        if (count == 0 && std::ferror(m_file.get()) != 0)
            return Error{ErrorCode::Io,
                         "Reading " + m_name + " failed: " + std::strerror(errno) + "."};
        return count;
    }

    std::int64_t size() const override { return m_size; }

    const std::string &name() const override { return m_name; }

private:
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::int64_t m_size;
    std::string m_name;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string bytes, std::string name)
        : m_bytes(std::move(bytes))
        , m_name(std::move(name))
    {
    }

    Result<std::size_t> read(char *out, std::size_t capacity) override
    {
        const std::size_t count = std::min(capacity, m_bytes.size() - m_offset);
        std::memcpy(out, m_bytes.data() + m_offset, count);
        m_offset += count;
        return count;
    }

    std::int64_t size() const override { return static_cast<std::int64_t>(m_bytes.size()); }

    const std::string &name() const override { return m_name; }

private:
    std::string m_bytes;
    std::string m_name;
    std::size_t m_offset = 0;
};

Error openFailure(const std::string &path, int reason)
{
    if (reason == ENOENT || reason == ENOTDIR)
        return {ErrorCode::NotFound, "There is no file " + path + "."};
    if (reason == EACCES || reason == EPERM)
        return {ErrorCode::PermissionDenied, "You have no permission to read " + path + "."};
    return {ErrorCode::Io, "Opening " + path + " failed: " + std::strerror(reason) + "."};
}

} // namespace

Result<std::unique_ptr<ByteSource>> openFile(const std::string &path, std::int64_t sizeLimit)
{
    namespace fs = std::filesystem;
    std::error_code failure;
    const fs::file_status status = fs::status(fs::path(path), failure);
    if (status.type() == fs::file_type::not_found)
        return openFailure(path, ENOENT);
    if (failure)
        return openFailure(path, failure.value());
    if (status.type() == fs::file_type::directory)
        return Error{ErrorCode::InvalidInput, path + " is a folder, not a file."};
    if (status.type() != fs::file_type::regular)
        return Error{ErrorCode::InvalidInput, path + " is not a regular file."};
    const auto size = static_cast<std::int64_t>(fs::file_size(fs::path(path), failure));
    if (failure)
        return openFailure(path, failure.value());
    if (size > sizeLimit)
        return Error{ErrorCode::InvalidInput,
                     path + " has " + std::to_string(size) + " bytes; at most " +
                         std::to_string(sizeLimit) + " are taken.",
                     {},
                     "Split the file and import its parts."};

    std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
    if (!file)
        return openFailure(path, errno);
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    return std::unique_ptr<ByteSource>(std::make_unique<DiskSource>(std::move(file), size, path));
}

std::unique_ptr<ByteSource> memorySource(std::string bytes, std::string name)
{
    return std::make_unique<MemorySource>(std::move(bytes), std::move(name));
}

} // namespace topline::base
