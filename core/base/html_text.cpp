#include "core/base/html_tokens.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <cstdint>

namespace topline::base {

namespace {

constexpr std::size_t entityMax = 12;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct Named {
    std::string_view name;
    char32_t code;
};

// Those that mail programs write; others stay as they stand.
constexpr std::array<Named, 26> entities = {{
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xA0},    {"copy", 0xA9},    {"reg", 0xAE},      {"euro", 0x20AC},  {"pound", 0xA3},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"bull", 0x2022},   {"middot", 0xB7},  {"auml", 0xE4},
    {"ouml", 0xF6},    {"uuml", 0xFC},    {"Auml", 0xC4},     {"Ouml", 0xD6},    {"Uuml", 0xDC},
    {"szlig", 0xDF},
}};

bool isShown(char32_t code)
{
    const bool isControl =
        (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7f && code < 0xa0);
    const bool turnsLines = (code >= 0x202a && code <= 0x202e) ||
                            (code >= 0x2066 && code <= 0x2069) || code == 0x200e ||
                            code == 0x200f || code == 0x061c;
    // U+FDD0 to U+FDEF and the like are Qt's own marks of frames within a document.
    const bool isNoCharacter = (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe ||
                               code == 0x2028 || code == 0x2029 || code == 0xfffc;
    return !isControl && !turnsLines && !isNoCharacter;
}

// The number of "#8364" or "#x20AC"; 0 for what is none.
char32_t numbered(std::string_view name)
{
    const bool isHex = name.size() > 1 && lower(name[1]) == 'x';
    std::uint32_t value = 0;
    const std::string_view digits = name.substr(isHex ? 2 : 1);
    if (digits.empty() || digits.size() > 8)
        return 0;
    for (const char c : digits) {
        const char low = lower(c);
        std::uint32_t digit = 99;
        if (c >= '0' && c <= '9')
            digit = static_cast<std::uint32_t>(c - '0');
        else if (low >= 'a' && low <= 'f')
            digit = static_cast<std::uint32_t>(low - 'a') + 10;
        if (digit >= (isHex ? 16U : 10U))
            return 0;
        value = value * (isHex ? 16 : 10) + digit;
        if (value > 0x10ffff)
            return 0;
    }
    const bool isSurrogate = value >= 0xd800 && value <= 0xdfff;
    return isSurrogate ? 0 : static_cast<char32_t>(value);
}

char32_t entityOf(std::string_view name)
{
    if (!name.empty() && name.front() == '#')
        return numbered(name);
    const auto *found = std::find_if(entities.begin(), entities.end(),
                                     [name](const Named &one) { return one.name == name; });
    return found == entities.end() ? 0 : found->code;
}

} // namespace

std::string htmlDecoded(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '&') {
            const std::size_t end = text.substr(0, at + entityMax).find(';', at);
            const char32_t code =
                end == std::string_view::npos ? U'\0' : entityOf(text.substr(at + 1, end - at - 1));
            if (code != 0) {
                plain += QString::fromUcs4(&code, 1).toStdString();
                at = end;
                continue;
            }
        }
        if (text[at] != '\r')
            plain += text[at];
    }
    QString shown;
    const QString all = QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
    const auto codes = all.toUcs4();
    shown.reserve(codes.size());
    for (const auto code : codes) {
        const auto one = static_cast<char32_t>(code);
        if (isShown(one))
            shown += QString::fromUcs4(&one, 1);
    }
    return shown.toStdString();
}

std::string htmlEscaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace topline::base
