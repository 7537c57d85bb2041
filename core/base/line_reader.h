// Streaming reader of text lines, for JSON Lines. Called by imports on one thread. Memory stays
// bounded whatever the file's size: a line that is too long or not valid text is handed out with
// its fault, and reading goes on; only an unreadable or binary file ends it with an error.
#pragma once

#include "core/base/result.h"
#include "core/base/text_decoder.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace topline::base {

inline constexpr std::size_t lineLimit = 1024 * 1024;

struct Line {
    std::string_view text; // without its end; cut at lineLimit; lives until the next call
    std::int64_t number = 0;
    std::int64_t faultColumn = 0; // in characters, from 1; 0: no fault
    std::string fault;
};

class LineReader {
public:
    explicit LineReader(std::unique_ptr<ByteSource> source);

    // The next line, also an empty one; false at the end. LF, CRLF and CR end a line.
    Result<bool> next(Line &line);

    std::int64_t bytesRead() const { return m_decoder.bytesRead(); }

    std::size_t bufferCapacity() const { return m_buffer.capacity(); }

private:
    Status fill();

    TextDecoder m_decoder;
    std::string m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::int64_t m_number = 0;
    bool m_ended = false;
};

} // namespace topline::base
