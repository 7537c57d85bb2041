#include "core/base/line_reader.h"

#include <algorithm>
#include <cstring>

namespace topline::base {

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;

} // namespace

LineReader::LineReader(std::unique_ptr<ByteSource> source)
    : m_decoder(std::move(source))
{
}

Status LineReader::fill()
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
    return {};
}

Result<bool> LineReader::next(Line &line)
{
    bool tooLong = false;
    std::size_t from = 0; // searched so far, from m_begin
    std::size_t lineEnd = 0;
    std::size_t behind = 0;
    while (true) {
        const std::string_view held(m_buffer.data() + m_begin, m_end - m_begin);
        const std::size_t at = held.find_first_of("\r\n", from);
        const bool found = at != std::string_view::npos;
        const bool openPair = found && held[at] == '\r' && at + 1 == held.size() && !m_ended;
        if (found && !openPair) {
            const bool pair = held[at] == '\r' && at + 1 < held.size() && held[at + 1] == '\n';
            lineEnd = at;
            behind = at + (pair ? 2 : 1);
            break;
        }
        if (m_ended) {
            if (held.empty())
                return false;
            lineEnd = behind = held.size();
            break;
        }
        if (!openPair && held.size() > lineLimit) {
            // What lies beyond the limit is dropped, so that a line of any length costs nothing.
            tooLong = true;
            m_end = m_begin + lineLimit;
        }
        from = openPair ? at : m_end - m_begin;
        TRY(fill());
    }
    line.number = ++m_number;
    line.text = {m_buffer.data() + m_begin, std::min(lineEnd, lineLimit)};
    line.fault.clear();
    line.faultColumn = 0;
    if (tooLong || lineEnd > lineLimit) {
        line.fault = "the line is longer than 1 MB";
        line.faultColumn = 1;
    } else if (const auto bad = firstInvalidUtf8(line.text)) {
        line.fault = "these bytes are not valid text";
        line.faultColumn = static_cast<std::int64_t>(characterCount(line.text.substr(0, *bad))) + 1;
    }
    m_begin += behind;
    return true;
}

} // namespace topline::base
