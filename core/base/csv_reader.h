// Streaming reader of delimited text after RFC 4180, for files that people really have: quotes,
// doubled quotes, line breaks in cells, CRLF, LF or CR, comma, semicolon, tab or pipe. Called by
// imports on one thread. Memory stays at about 1.3 MB whatever the file's size. A bad row is
// handed out with its fault and reading goes on; only an unreadable or binary file ends it.
#pragma once

#include "core/base/result.h"
#include "core/base/text_decoder.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::base {

// The longest row that is taken, in bytes of UTF-8; a longer one is a fault of that row.
inline constexpr std::size_t csvRowLimit = 1024 * 1024;

struct CsvOptions {
    char delimiter = '\0'; // '\0': found from the first rows
    std::optional<TextEncoding> encoding = {};
};

// Why a row cannot be used; its place counts from 1, the column in characters of its line.
struct CsvFault {
    std::int64_t line = 0;
    std::int64_t column = 0;
    std::string reason;
};

struct CsvCell {
    std::string_view text;  // unquoted
    std::size_t offset = 0; // of the cell's first byte (its quote) in the row's raw text
    bool quoted = false;
};

// One row; its views live until the next call of CsvReader::next.
struct CsvRow {
    std::vector<CsvCell> cells;
    std::string_view raw;  // as in the file, without its line end; cut at csvRowLimit
    std::int64_t line = 0; // where it begins
    std::optional<CsvFault> fault;

    // The line and column of the cell's first character; of the row's end for a cell that is not
    // there.
    Place place(std::size_t cell) const;

    // The same for any byte of `raw`.
    Place placeOfByte(std::size_t offset) const;
};

class CsvReader {
public:
    explicit CsvReader(std::unique_ptr<ByteSource> source, CsvOptions options = {});

    // The next row that is not blank; false at the end. A row with another number of cells than
    // `expectColumns` said carries a fault. Io, or InvalidInput for a binary file.
    Result<bool> next(CsvRow &row);

    // From now on rows must have this many cells; 0 takes any.
    void expectColumns(std::size_t count) { m_columns = count; }

    // Known after the first call of next.
    char delimiter() const { return m_delimiter; }

    // True when the first line ended with CRLF, so that an export can write the same.
    bool usesCrLf() const { return m_crLf; }

    TextEncoding encoding() const { return m_decoder.encoding(); }

    std::int64_t bytesRead() const { return m_decoder.bytesRead(); }

    std::int64_t bytesTotal() const { return m_decoder.source().size(); }

    const std::string &fileName() const { return m_decoder.source().name(); }

    // What the reader holds, for the test that it stays bounded.
    std::size_t bufferCapacity() const { return m_buffer.capacity() + m_unquoted.capacity(); }

private:
    enum class Scan { Complete, NeedsMore, BadQuote };

    Status begin();
    Result<bool> fill();
    Scan scanRow(CsvRow &row);
    Scan scanQuoted(CsvRow &row, std::size_t &at);
    bool atLineEnd(std::size_t at) const;
    void takeLineEnd(std::size_t at);
    void unquote(CsvRow &row);
    void finish(CsvRow &row);
    Status recover(CsvRow &row, Scan scan);
    Status skipLine();

    TextDecoder m_decoder;
    CsvOptions m_options;
    std::string m_buffer;
    std::string m_unquoted;
    std::vector<std::size_t> m_doubled; // cells that hold doubled quotes
    std::size_t m_begin = 0;            // first byte of the row at hand
    std::size_t m_end = 0;              // behind the last byte read
    std::size_t m_rowEnd = 0;           // behind the row, before its line end
    std::size_t m_next = 0;             // behind its line end
    std::size_t m_faultAt = 0;
    std::size_t m_resumeFrom = 0; // the row is given up to the next line end from here
    std::size_t m_columns = 0;
    std::int64_t m_line = 1;
    char m_delimiter = ',';
    bool m_begun = false;
    bool m_ended = false;
    bool m_crLf = false;
    bool m_firstLineEnd = true;
};

// The delimiter of the four that splits the first rows of `sample` most evenly, reading quotes.
char sniffDelimiter(std::string_view sample);

} // namespace topline::base
