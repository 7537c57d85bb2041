// Where bytes of an import come from: a file on disk, or memory in tests. Called by the text
// decoder on whichever thread runs the import; one reader at a time. Nothing is read ahead, so a
// file of any size costs only the caller's buffer. Failures are plain sentences with the path.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace topline::base {

class ByteSource {
public:
    virtual ~ByteSource() = default;

    // Fills at most `capacity` bytes and says how many; 0 only at the end. Io when reading fails.
    virtual Result<std::size_t> read(char *out, std::size_t capacity) = 0;

    // All bytes that there will be, for progress.
    virtual std::int64_t size() const = 0;

    // What messages call it: the path as the user gave it.
    virtual const std::string &name() const = 0;
};

// The largest file that imports take, in bytes; a bigger one is refused before anything is read.
inline constexpr std::int64_t importSizeLimit = std::int64_t{256} * 1024 * 1024;

// Opens a regular file. NotFound, PermissionDenied, or InvalidInput (a folder, a device, larger
// than `sizeLimit`), each with a sentence that names the path.
Result<std::unique_ptr<ByteSource>> openFile(const std::string &path,
                                             std::int64_t sizeLimit = importSizeLimit);

// Bytes held in memory, under a made-up name.
std::unique_ptr<ByteSource> memorySource(std::string bytes, std::string name);

} // namespace topline::base
