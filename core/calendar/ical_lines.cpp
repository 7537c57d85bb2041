#include "core/calendar/ical_lines.h"

#include "core/base/text.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace topline::calendar {

namespace {

constexpr std::size_t lineMax = 75;

bool isWithinCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
}

} // namespace

void IcalLines::add(std::string_view line)
{
    std::size_t room = lineMax;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 1 && isWithinCharacter(line[cut]))
            --cut;
        m_text += line.substr(0, cut);
        m_text += "\r\n ";
        line.remove_prefix(cut);
        room = lineMax - 1; // the space counts
    }
    m_text += line;
    m_text += "\r\n";
}

std::string IcalLines::take()
{
    return std::exchange(m_text, {});
}

std::string icalEscaped(std::string_view text)
{
    const std::string valid = base::storableText(text, text.size());
    std::string out;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        if (c == '\n' || (c == '\r' && (i + 1 == valid.size() || valid[i + 1] != '\n')))
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            (out += '\\') += c;
        else if (c == '\t' || !isControl(c))
            out += c;
    }
    return out;
}

std::string icalQuoted(std::string_view text)
{
    const std::string valid = base::storableText(text, 200);
    std::string out;
    for (const char c : valid) {
        if (c == '"')
            out += '\'';
        else
            out += isControl(c) ? ' ' : c;
    }
    return std::string(base::trimmed(out));
}

std::string icalTime(const base::CivilTime &time)
{
    const auto seconds = static_cast<int>(time.sinceMidnightMs / base::secondMs);
    std::array<char, 48> out{};
    const int size = std::snprintf(out.data(), out.size(), "%04d%02d%02dT%02d%02d%02d",
                                   time.date.year, time.date.month, time.date.day, seconds / 3600,
                                   seconds / 60 % 60, seconds % 60);
    return {out.data(), static_cast<std::size_t>(size)};
}

std::string icalOffset(base::DurationMs offsetMs)
{
    const auto seconds = static_cast<int>(std::abs(offsetMs) / base::secondMs);
    std::array<char, 32> out{};
    int size = std::snprintf(out.data(), out.size(), "%c%02d%02d", offsetMs < 0 ? '-' : '+',
                             seconds / 3600, seconds / 60 % 60);
    std::string text(out.data(), static_cast<std::size_t>(size));
    if (seconds % 60 != 0) {
        size = std::snprintf(out.data(), out.size(), "%02d", seconds % 60);
        text.append(out.data(), static_cast<std::size_t>(size));
    }
    return text;
}

} // namespace topline::calendar
