#include "core/base/text_decoder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace topline::base {

namespace {

constexpr std::size_t headBytes = 4096;
constexpr std::size_t rawBytes = 64 * 1024;

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

// Length of the well-formed sequence at the front of `text`, or 0. Table 3-7 of Unicode.
std::size_t sequenceLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0x80U)
        return 1;
    if (lead >= 0xC2U && lead <= 0xDFU)
        return continues(1) ? 2 : 0;
    if (lead >= 0xE0U && lead <= 0xEFU) {
        const unsigned low = lead == 0xE0U ? 0xA0U : 0x80U;
        const unsigned high = lead == 0xEDU ? 0x9FU : 0xBFU;
        return byte(1) >= low && byte(1) <= high && continues(2) ? 3 : 0;
    }
    if (lead >= 0xF0U && lead <= 0xF4U) {
        const unsigned low = lead == 0xF0U ? 0x90U : 0x80U;
        const unsigned high = lead == 0xF4U ? 0x8FU : 0xBFU;
        return byte(1) >= low && byte(1) <= high && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

// Code points of 0x80 … 0x9F in Windows-1252; 0 where the byte stands for nothing.
constexpr std::array<char16_t, 32> windows1252High = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t fromWindows1252(unsigned char byte)
{
    if (byte < 0x80 || byte >= 0xA0)
        return byte;
    const char16_t codePoint = windows1252High[byte - 0x80];
    return codePoint == 0 ? 0xDC00U + byte : codePoint;
}

// From one to the next, which is faster than looking at every byte.
std::int64_t countOf(std::string_view text, char c)
{
    std::int64_t out = 0;
    for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1))
        ++out;
    return out;
}

// A NUL in every other byte is what Latin text looks like in UTF-16 without a BOM.
std::optional<TextEncoding> guessUtf16(std::string_view head)
{
    std::size_t evenNuls = 0;
    std::size_t oddNuls = 0;
    const std::size_t pairs = head.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        evenNuls += head[2 * i] == '\0' ? 1U : 0U;
        oddNuls += head[2 * i + 1] == '\0' ? 1U : 0U;
    }
    if (pairs == 0)
        return std::nullopt;
    if (oddNuls * 10 >= pairs * 4 && evenNuls * 20 <= pairs)
        return TextEncoding::Utf16Le;
    if (evenNuls * 10 >= pairs * 4 && oddNuls * 20 <= pairs)
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

std::string binaryHint(std::string_view head)
{
    if (startsWith(head, "PK\x03\x04"))
        return "It looks like an Excel workbook or a zip; save it as CSV first.";
    if (startsWith(head, "\x1F\x8B"))
        return "It is compressed; unpack it first.";
    if (startsWith(head, "%PDF-"))
        return "It is a PDF; export the data as CSV.";
    return {};
}

} // namespace

std::optional<std::size_t> firstInvalidUtf8(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        std::uint64_t eight = 0;
        while (i + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if ((eight & 0x8080808080808080ULL) != 0)
                break;
            i += sizeof eight;
        }
        if (i >= text.size())
            break;
        const std::size_t length = sequenceLength(text.substr(i, 4));
        if (length == 0)
            return i;
        i += length;
    }
    return std::nullopt;
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        put(codePoint);
    } else if (codePoint < 0x800) {
        put(0xC0U | codePoint >> 6);
        put(0x80U | (codePoint & 0x3FU));
    } else if (codePoint < 0x10000) {
        put(0xE0U | codePoint >> 12);
        put(0x80U | (codePoint >> 6 & 0x3FU));
        put(0x80U | (codePoint & 0x3FU));
    } else {
        put(0xF0U | codePoint >> 18);
        put(0x80U | (codePoint >> 12 & 0x3FU));
        put(0x80U | (codePoint >> 6 & 0x3FU));
        put(0x80U | (codePoint & 0x3FU));
    }
}

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> source, std::optional<TextEncoding> encoding)
    : m_source(std::move(source))
    , m_encoding(encoding)
{
    CHECK(m_source != nullptr);
}

Status TextDecoder::begin()
{
    m_begun = true;
    m_head.resize(headBytes);
    std::size_t have = 0;
    while (have < headBytes) {
        TRY_ASSIGN(const std::size_t count, m_source->read(m_head.data() + have, headBytes - have));
        if (count == 0)
            break;
        have += count;
    }
    m_head.resize(have);
    m_bytesRead = static_cast<std::int64_t>(have);

    std::size_t mark = 0;
    std::optional<TextEncoding> found;
    if (startsWith(m_head, "\xEF\xBB\xBF")) {
        found = TextEncoding::Utf8;
        mark = 3;
    } else if (startsWith(m_head, "\xFF\xFE")) {
        found = TextEncoding::Utf16Le;
        mark = 2;
    } else if (startsWith(m_head, "\xFE\xFF")) {
        found = TextEncoding::Utf16Be;
        mark = 2;
    } else if (!m_encoding) {
        found = guessUtf16(m_head);
    }
    // A mark speaks for itself, whatever the caller expected.
    if (found)
        m_encoding = found;
    const std::string hint = binaryHint(m_head);
    if (!hint.empty())
        return Error{ErrorCode::InvalidInput, m_source->name() + " is a binary file.", {}, hint};
    m_head.erase(0, mark);
    return {};
}

Result<std::size_t> TextDecoder::readBytes(char *out, std::size_t capacity)
{
    if (!m_head.empty()) {
        const std::size_t count = std::min(capacity, m_head.size());
        std::memcpy(out, m_head.data(), count);
        m_head.erase(0, count);
        return count;
    }
    TRY_ASSIGN(const std::size_t count, m_source->read(out, capacity));
    m_bytesRead += static_cast<std::int64_t>(count);
    return count;
}

Result<std::size_t> TextDecoder::read(char *out, std::size_t capacity)
{
    CHECK(capacity >= 64);
    if (!m_begun)
        TRY(begin());
    std::size_t count = 0;
    if (encoding() == TextEncoding::Utf8) {
        TRY_ASSIGN(count, readBytes(out, capacity));
    } else {
        TRY_ASSIGN(count, readTranscoded(out, capacity));
    }
    TRY(checkText({out, count}));
    return count;
}

Result<std::size_t> TextDecoder::readTranscoded(char *out, std::size_t capacity)
{
    while (m_textOffset == m_text.size() && !m_sourceEnded) {
        m_raw.resize(m_carryCount + rawBytes);
        TRY_ASSIGN(const std::size_t count, readBytes(m_raw.data() + m_carryCount, rawBytes));
        m_sourceEnded = count == 0;
        m_raw.resize(m_carryCount + count);
        m_text.clear();
        m_textOffset = 0;
        if (encoding() == TextEncoding::Windows1252) {
            for (const char byte : m_raw)
                appendUtf8(m_text, fromWindows1252(static_cast<unsigned char>(byte)));
            m_carryCount = 0;
        } else {
            appendUnits(m_raw, m_text);
        }
    }
    const std::size_t count = std::min(capacity, m_text.size() - m_textOffset);
    std::memcpy(out, m_text.data() + m_textOffset, count);
    m_textOffset += count;
    return count;
}

void TextDecoder::appendUnits(std::string_view bytes, std::string &out)
{
    const bool little = encoding() == TextEncoding::Utf16Le;
    const auto unitAt = [&](std::size_t i) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return static_cast<char32_t>(little ? second << 8 | first : first << 8 | second);
    };
    std::size_t i = 0;
    while (i + 1 < bytes.size()) {
        const char32_t unit = unitAt(i);
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        if (high && i + 3 >= bytes.size() && !m_sourceEnded)
            break;
        if (high && i + 3 < bytes.size()) {
            const char32_t next = unitAt(i + 2);
            if (next >= 0xDC00 && next < 0xE000) {
                appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
                i += 4;
                continue;
            }
        }
        appendUtf8(out, unit);
        i += 2;
    }
    if (m_sourceEnded && i < bytes.size()) {
        // Half a unit at the end: a lone surrogate makes the row report it.
        appendUtf8(out, 0xDC00);
        i = bytes.size();
    }
    m_carryCount = bytes.size() - i;
    std::string rest(bytes.substr(i));
    m_raw = std::move(rest);
}

Status TextDecoder::checkText(std::string_view text)
{
    const std::size_t nul = text.find('\0');
    const std::string_view upTo = text.substr(0, nul);
    m_lineFeeds += countOf(upTo, '\n');
    m_carriageReturns += countOf(upTo, '\r');
    const std::size_t lineEnd = upTo.find_last_of("\r\n");
    m_columnBytes =
        lineEnd == std::string_view::npos ? m_columnBytes + upTo.size() : upTo.size() - lineEnd - 1;
    if (nul == std::string_view::npos)
        return {};
    const std::int64_t ends = m_lineFeeds > 0 ? m_lineFeeds : m_carriageReturns;
    return Error{
        ErrorCode::InvalidInput,
        "This is a binary file: it holds a NUL byte.",
        {},
        "Export the data as CSV or JSON Lines.",
        Place{m_source->name(), ends + 1, static_cast<std::int64_t>(m_columnBytes) + 1, {}}};
}

} // namespace topline::base
