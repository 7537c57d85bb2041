#include "core/base/csv_writer.h"

#include <algorithm>
#include <array>

namespace topline::base {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// [+-] digits, with points or commas only between digits.
bool isPlainNumber(std::string_view text)
{
    if (!text.empty() && (text.front() == '-' || text.front() == '+'))
        text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()))
        return false;
    bool digit = true;
    for (const char c : text) {
        const bool separator = c == '.' || c == ',';
        if (!isDigit(c) && !(separator && digit))
            return false;
        digit = isDigit(c);
    }
    return true;
}

bool takePrefix(std::string_view &text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

// Full-width = + - @, as some spreadsheets take them for the plain ones.
constexpr std::array<std::string_view, 4> wideTriggers = {"\xEF\xBC\x9D", "\xEF\xBC\x8B",
                                                          "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool beginsWithTrigger(std::string_view text)
{
    while (takePrefix(text, " ") || takePrefix(text, "\xC2\xA0") ||
           takePrefix(text, "\xE3\x80\x80")) {
    }
    if (text.empty())
        return false;
    if (std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos)
        return true;
    return std::any_of(wideTriggers.begin(), wideTriggers.end(),
                       [&](std::string_view wide) { return text.substr(0, wide.size()) == wide; });
}

} // namespace

bool looksLikeFormula(std::string_view text)
{
    if (isPlainNumber(text))
        return false;
    const std::size_t behind = text.find_first_not_of('\'');
    return behind != std::string_view::npos && beginsWithTrigger(text.substr(behind));
}

std::string guarded(std::string_view text)
{
    std::string out = looksLikeFormula(text) ? "'" : "";
    out += text;
    return out;
}

std::string_view unguarded(std::string_view text)
{
    if (!text.empty() && text.front() == '\'' && looksLikeFormula(text))
        text.remove_prefix(1);
    return text;
}

void CsvWriter::put(std::string_view text, bool quote)
{
    if (m_cells++ > 0)
        m_out += m_format.delimiter;
    m_rowIsEmpty = m_rowIsEmpty && text.empty() && !quote;
    // The first bytes of a file decide what it is taken for (a BOM, "sep="), unless quoted.
    const bool opensFile = m_firstCellOfFile && !text.empty();
    m_firstCellOfFile = false;
    quote = quote || (opensFile && (text.substr(0, 4) == "sep=" ||
                                    (static_cast<unsigned char>(text.front()) & 0x80U) != 0));
    quote = quote || (!text.empty() && (text.front() == ' ' || text.back() == ' '));
    quote = quote || std::any_of(text.begin(), text.end(), [this](char c) {
                return c == '"' || c == m_format.delimiter || static_cast<unsigned char>(c) < 0x20;
            });
    if (quote)
        m_out += '"';
    for (const char c : text) {
        if (c == '\0')
            continue;
        m_out += c;
        if (c == '"')
            m_out += '"';
    }
    if (quote)
        m_out += '"';
}

void CsvWriter::cell(std::string_view text)
{
    if (looksLikeFormula(text))
        put(guarded(text), true);
    else
        put(text, false);
}

void CsvWriter::rawCell(std::string_view text)
{
    put(text, false);
}

void CsvWriter::endRow()
{
    // A row of one empty cell would be a blank line, which readers skip.
    if (m_rowIsEmpty && m_cells <= 1)
        m_out += "\"\"";
    m_out += m_format.crLf ? "\r\n" : "\n";
    m_cells = 0;
    m_rowIsEmpty = true;
    m_firstCellOfFile = false;
}

} // namespace topline::base
