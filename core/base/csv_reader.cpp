#include "core/base/csv_reader.h"

#include <algorithm>
#include <cstring>

namespace topline::base {

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::size_t sampleBytes = 64 * 1024;

struct LineEnds {
    std::int64_t count = 0;
    std::size_t behindLast = 0;
};

// CRLF, LF and CR each end a line.
LineEnds lineEndsIn(std::string_view text)
{
    LineEnds out;
    for (std::size_t i = std::min(text.find('\n'), text.find('\r')); i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\r')
            continue;
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
            ++i;
        ++out.count;
        out.behindLast = i + 1;
    }
    return out;
}

} // namespace

Place CsvRow::placeOfByte(std::size_t offset) const
{
    const std::string_view before = raw.substr(0, std::min(offset, raw.size()));
    const LineEnds ends = lineEndsIn(before);
    Place out;
    out.line = line + ends.count;
    out.column = static_cast<std::int64_t>(characterCount(before.substr(ends.behindLast))) + 1;
    return out;
}

Place CsvRow::place(std::size_t cell) const
{
    return placeOfByte(cell < cells.size() ? cells[cell].offset : raw.size());
}

CsvReader::CsvReader(std::unique_ptr<ByteSource> source, CsvOptions options)
    : m_decoder(std::move(source), options.encoding)
    , m_options(options)
{
}

Status CsvReader::begin()
{
    m_begun = true;
    while (!m_ended && m_end < sampleBytes)
        TRY(fill());
    const std::string_view head(m_buffer.data(), std::min(m_end, sampleBytes));
    m_delimiter = m_options.delimiter != '\0' ? m_options.delimiter : sniffDelimiter(head);
    // Excel's own hint: a first line "sep=;".
    if (head.size() >= 6 && head.substr(0, 4) == "sep=" && (head[5] == '\r' || head[5] == '\n')) {
        m_delimiter = head[4];
        takeLineEnd(5);
        m_begin = m_next;
        m_line = 2;
    }
    return {};
}

Result<bool> CsvReader::fill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_buffer.size() < m_end + chunkBytes)
        m_buffer.resize(m_end + chunkBytes);
    TRY_ASSIGN(const std::size_t count, m_decoder.read(m_buffer.data() + m_end, chunkBytes));
    m_end += count;
    m_ended = count == 0;
    return count > 0;
}

bool CsvReader::atLineEnd(std::size_t at) const
{
    return m_buffer[at] == '\n' || m_buffer[at] == '\r';
}

void CsvReader::takeLineEnd(std::size_t at)
{
    m_rowEnd = at;
    const bool pair = m_buffer[at] == '\r' && at + 1 < m_end && m_buffer[at + 1] == '\n';
    m_next = at + (pair ? 2 : 1);
    if (m_firstLineEnd)
        m_crLf = pair;
    m_firstLineEnd = false;
}

CsvReader::Scan CsvReader::scanQuoted(CsvRow &row, std::size_t &at)
{
    const std::size_t open = at;
    bool doubled = false;
    std::size_t from = open + 1;
    while (true) {
        const void *found =
            from < m_end ? std::memchr(m_buffer.data() + from, '"', m_end - from) : nullptr;
        if (found == nullptr) {
            return m_ended ? Scan::BadQuote : Scan::NeedsMore;
        }
        const auto quote =
            static_cast<std::size_t>(static_cast<const char *>(found) - m_buffer.data());
        if (quote + 1 == m_end && !m_ended)
            return Scan::NeedsMore;
        if (quote + 1 < m_end && m_buffer[quote + 1] == '"') {
            doubled = true;
            from = quote + 2;
            continue;
        }
        if (doubled)
            m_doubled.push_back(row.cells.size());
        row.cells.push_back({{m_buffer.data() + open + 1, quote - open - 1}, open - m_begin, true});
        at = quote + 1;
        const bool closed = at == m_end || m_buffer[at] == m_delimiter || atLineEnd(at);
        if (!closed)
            m_faultAt = at;
        return closed ? Scan::Complete : Scan::BadQuote;
    }
}

CsvReader::Scan CsvReader::scanRow(CsvRow &row)
{
    row.cells.clear();
    m_doubled.clear();
    std::size_t at = m_begin;
    const char delimiter = m_delimiter;
    while (true) {
        const std::size_t start = at;
        m_faultAt = m_resumeFrom = at;
        if (at < m_end && m_buffer[at] == '"') {
            const Scan scan = scanQuoted(row, at);
            if (scan != Scan::Complete)
                return scan;
        } else {
            const char *const data = m_buffer.data();
            while (at < m_end && data[at] != delimiter && data[at] != '\n' && data[at] != '\r')
                ++at;
            row.cells.push_back({{data + start, at - start}, start - m_begin, false});
        }
        if (at == m_end) {
            m_rowEnd = at;
            m_next = at;
            return m_ended ? Scan::Complete : Scan::NeedsMore;
        }
        if (m_buffer[at] != delimiter) {
            if (m_buffer[at] == '\r' && at + 1 == m_end && !m_ended)
                return Scan::NeedsMore;
            takeLineEnd(at);
            return Scan::Complete;
        }
        ++at;
    }
}

Result<bool> CsvReader::next(CsvRow &row)
{
    if (!m_begun)
        TRY(begin());
    while (true) {
        Scan scan = scanRow(row);
        const bool tooLong = (scan == Scan::Complete ? m_rowEnd : m_end) - m_begin > csvRowLimit;
        if (scan == Scan::NeedsMore && !tooLong) {
            TRY(fill());
            continue;
        }
        if (m_begin == m_end)
            return false;
        if (scan == Scan::Complete && m_rowEnd == m_begin) {
            m_begin = m_next;
            ++m_line;
            continue;
        }
        row.fault.reset();
        row.line = m_line;
        if (scan == Scan::Complete && !tooLong)
            finish(row);
        else
            TRY(recover(row, scan));
        m_line += lineEndsIn({m_buffer.data() + m_begin, m_next - m_begin}).count;
        m_begin = m_next;
        return true;
    }
}

void CsvReader::finish(CsvRow &row)
{
    row.raw = {m_buffer.data() + m_begin, m_rowEnd - m_begin};
    unquote(row);
    if (const auto bad = firstInvalidUtf8(row.raw)) {
        const Place place = row.placeOfByte(*bad);
        row.fault = CsvFault{place.line, place.column, "these bytes are not valid text"};
    } else if (m_columns != 0 && row.cells.size() != m_columns) {
        const Place place = row.place(std::min(row.cells.size(), m_columns));
        row.fault = CsvFault{place.line, place.column,
                             "the header has " + std::to_string(m_columns) +
                                 " columns, this row has " + std::to_string(row.cells.size())};
    }
}

void CsvReader::unquote(CsvRow &row)
{
    if (m_doubled.empty())
        return;
    std::size_t needed = 0;
    for (const std::size_t cell : m_doubled)
        needed += row.cells[cell].text.size();
    m_unquoted.clear();
    m_unquoted.reserve(needed);
    for (const std::size_t cell : m_doubled) {
        const std::string_view text = row.cells[cell].text;
        const std::size_t start = m_unquoted.size();
        // From quote to quote; the second of each pair is left out.
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t quote = std::min(text.find('"', from), text.size() - 1);
            m_unquoted.append(text.substr(from, quote + 1 - from));
            from = text[quote] == '"' ? quote + 2 : quote + 1;
        }
        row.cells[cell].text = {m_unquoted.data() + start, m_unquoted.size() - start};
    }
}

// A row that cannot be read is given up to the end of the line on which it went wrong, so that one
// stray quote does not take the rest of the file with it.
Status CsvReader::recover(CsvRow &row, Scan scan)
{
    const std::string_view upToFault(m_buffer.data() + m_begin, m_faultAt - m_begin);
    const LineEnds ends = lineEndsIn(upToFault);
    row.fault =
        CsvFault{row.line + ends.count,
                 static_cast<std::int64_t>(characterCount(upToFault.substr(ends.behindLast))) + 1,
                 "the row is longer than 1 MB"};
    if (scan == Scan::BadQuote)
        row.fault->reason = m_resumeFrom == m_faultAt ? "the quote opened here is never closed"
                                                      : "text follows a closing quote";
    if (scan != Scan::Complete)
        TRY(skipLine());
    row.cells.clear();
    row.raw = {m_buffer.data() + m_begin, std::min(m_rowEnd - m_begin, csvRowLimit)};
    return {};
}

Status CsvReader::skipLine()
{
    std::size_t from = m_resumeFrom;
    while (true) {
        const std::size_t at = std::string_view(m_buffer.data(), m_end).find_first_of("\r\n", from);
        const bool found = at != std::string_view::npos;
        const bool openPair = found && m_buffer[at] == '\r' && at + 1 == m_end && !m_ended;
        if (found && !openPair) {
            takeLineEnd(at);
            return {};
        }
        if (m_ended) {
            m_rowEnd = m_next = m_end;
            return {};
        }
        // What lies beyond the limit is dropped, so that a line of any length costs nothing.
        if (!openPair)
            m_end = std::min(m_end, m_begin + csvRowLimit);
        from = (openPair ? at : m_end) - m_begin;
        TRY(fill());
    }
}

char sniffDelimiter(std::string_view sample)
{
    constexpr std::string_view candidates = ",;\t|";
    constexpr std::size_t rowsToRead = 20;
    std::size_t best = 0;
    char out = ',';
    for (const char candidate : candidates) {
        std::vector<std::size_t> counts(1, 0);
        bool quoted = false;
        for (std::size_t i = 0; i < sample.size() && counts.size() <= rowsToRead; ++i) {
            const char c = sample[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == candidate) {
                ++counts.back();
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (c == '\r' && i + 1 < sample.size() && sample[i + 1] == '\n')
                    ++i;
                counts.push_back(0);
            }
        }
        if (counts.size() > 1)
            counts.pop_back();
        const auto even =
            static_cast<std::size_t>(std::count(counts.begin(), counts.end(), counts.front()));
        const std::size_t score = counts.front() == 0 ? 0 : even * 1000 + counts.front();
        if (score > best) {
            best = score;
            out = candidate;
        }
    }
    return out;
}

} // namespace topline::base
