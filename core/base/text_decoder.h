// Turns the bytes of a text file into UTF-8: finds the encoding (BOM, or the pattern of NULs in
// UTF-16 without one), transcodes, and refuses what is no text. Called by the CSV and line readers;
// one thread. A broken sequence is passed on for the reader to report with its row; a NUL ends the
// file with InvalidInput "binary file" at its line and column.
#pragma once

#include "core/base/file_source.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace topline::base {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

// The position of the first byte that is not well-formed UTF-8 (overlong forms and surrogates are
// not), or nothing. RFC 3629.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

// Characters (code points) in valid UTF-8; bytes that continue nothing count as none.
std::size_t characterCount(std::string_view text);

// Appends one code point as UTF-8. A surrogate is written as its three bytes, which is not valid
// UTF-8, so that the row that holds it is reported.
void appendUtf8(std::string &out, char32_t codePoint);

class TextDecoder {
public:
    // Without `encoding` it is found from the first 4 KiB.
    explicit TextDecoder(std::unique_ptr<ByteSource> source,
                         std::optional<TextEncoding> encoding = std::nullopt);

    // Fills at most `capacity` (>= 64) bytes of UTF-8 and says how many; 0 only at the end.
    Result<std::size_t> read(char *out, std::size_t capacity);

    TextEncoding encoding() const { return m_encoding.value_or(TextEncoding::Utf8); }

    // Bytes taken from the source so far, for progress.
    std::int64_t bytesRead() const { return m_bytesRead; }

    const ByteSource &source() const { return *m_source; }

private:
    Status begin();
    Result<std::size_t> readBytes(char *out, std::size_t capacity);
    Result<std::size_t> readTranscoded(char *out, std::size_t capacity);
    void appendUnits(std::string_view bytes, std::string &out);
    Status checkText(std::string_view text);

    std::unique_ptr<ByteSource> m_source;
    std::optional<TextEncoding> m_encoding;
    std::string m_head; // read while finding the encoding, not yet handed out
    std::string m_raw;  // bytes before transcoding
    std::string m_text; // text transcoded, not yet handed out
    std::size_t m_textOffset = 0;
    std::size_t m_carryCount = 0; // bytes of a split unit or pair kept at the front of m_raw
    std::int64_t m_bytesRead = 0;
    std::int64_t m_lineFeeds = 0;
    std::int64_t m_carriageReturns = 0;
    std::size_t m_columnBytes = 0;
    bool m_begun = false;
    bool m_sourceEnded = false;
};

} // namespace topline::base
