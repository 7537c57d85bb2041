#include "core/base/html_tokens.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <cstdint>

namespace topline::base {

namespace {

constexpr std::size_t attributesMax = 64;
constexpr std::size_t nameMax = 64;

// What stands between their tags is never for reading.
constexpr std::array<std::string_view, 21> hidden = {
    "applet",  "audio",    "canvas",   "embed",    "frameset",  "iframe", "math",
    "noembed", "noframes", "noscript", "object",   "plaintext", "script", "select",
    "style",   "svg",      "template", "textarea", "title",     "video",  "xmp"};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

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
    constexpr std::size_t entityMax = 12;
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
        default:
            out += c;
        }
    }
    return out;
}

std::string HtmlToken::attribute(std::string_view wanted) const
{
    for (const auto &[key, value] : attributes) {
        if (key == wanted)
            return value;
    }
    return {};
}

HtmlToken HtmlTokens::next()
{
    HtmlToken out;
    while (!atEnd()) {
        if (m_html[m_at] == '<' && readMarkup(out)) {
            if (out.kind != HtmlToken::Kind::End)
                return out;
            continue; // a comment or something hidden
        }
        const std::size_t begin = m_at;
        m_at = std::min(m_html.find('<', m_at + 1), m_html.size());
        out.text = htmlDecoded(m_html.substr(begin, m_at - begin));
        if (out.text.empty())
            continue;
        out.kind = HtmlToken::Kind::Text;
        return out;
    }
    return out;
}

// False: the "<" is a letter like others.
bool HtmlTokens::readMarkup(HtmlToken &out)
{
    const char after = m_at + 1 < m_html.size() ? m_html[m_at + 1] : ' ';
    if (after == '!' || after == '?') {
        const bool isComment = m_html.substr(m_at, 4) == "<!--";
        m_at += isComment ? 4 : 2;
        skipPast(isComment ? "-->" : ">");
        return true;
    }
    const bool closes = after == '/';
    const char first = closes && m_at + 2 < m_html.size() ? m_html[m_at + 2] : after;
    if (!isLetter(first))
        return false;
    m_at += closes ? 2 : 1;
    if (!readTag(out))
        return true; // the text ends within it
    out.kind = closes ? HtmlToken::Kind::Close : HtmlToken::Kind::Open;
    if (std::find(hidden.begin(), hidden.end(), out.name) != hidden.end()) {
        if (!closes && out.name != "embed")
            skipElement(out.name);
        out = {};
    }
    return true;
}

bool HtmlTokens::readTag(HtmlToken &out)
{
    while (!atEnd() && !isSpace(m_html[m_at]) && m_html[m_at] != '>' && m_html[m_at] != '/') {
        if (out.name.size() < nameMax)
            out.name += lower(m_html[m_at]);
        ++m_at;
    }
    readAttributes(out);
    if (atEnd()) {
        out = {};
        return false;
    }
    ++m_at;
    return true;
}

void HtmlTokens::readAttributes(HtmlToken &out)
{
    for (;;) {
        while (!atEnd() && (isSpace(m_html[m_at]) || m_html[m_at] == '/'))
            ++m_at;
        if (atEnd() || m_html[m_at] == '>')
            return;
        std::string name;
        const std::size_t begin = m_at;
        while (!atEnd() && !isSpace(m_html[m_at]) && m_html[m_at] != '>' && m_html[m_at] != '/' &&
               (m_html[m_at] != '=' || m_at == begin)) {
            if (name.size() < nameMax)
                name += lower(m_html[m_at]);
            ++m_at;
        }
        skipSpace();
        std::string value;
        if (!atEnd() && m_html[m_at] == '=') {
            ++m_at;
            value = readAttributeValue();
        }
        if (out.attributes.size() < attributesMax)
            out.attributes.emplace_back(std::move(name), std::move(value));
    }
}

std::string HtmlTokens::readAttributeValue()
{
    skipSpace();
    if (atEnd())
        return {};
    const char quote = m_html[m_at];
    std::size_t end = 0;
    std::size_t begin = m_at;
    if (quote == '"' || quote == '\'') {
        begin = m_at + 1;
        end = std::min(m_html.find(quote, begin), m_html.size());
        m_at = std::min(end + 1, m_html.size());
    } else {
        while (!atEnd() && !isSpace(m_html[m_at]) && m_html[m_at] != '>')
            ++m_at;
        end = m_at;
    }
    return htmlDecoded(m_html.substr(begin, end - begin));
}

void HtmlTokens::skipPast(std::string_view end)
{
    const std::size_t found = m_html.find(end, m_at);
    m_at = found == std::string_view::npos ? m_html.size() : found + end.size();
}

// To behind its closing tag, or to the end of everything.
void HtmlTokens::skipElement(std::string_view name)
{
    for (; !atEnd(); ++m_at) {
        m_at = std::min(m_html.find("</", m_at), m_html.size());
        const std::string_view tag = m_html.substr(m_at).substr(0, name.size() + 2);
        if (tag.size() == name.size() + 2 &&
            std::equal(name.begin(), name.end(), tag.begin() + 2,
                       [](char a, char b) { return a == lower(b); })) {
            skipPast(">");
            return;
        }
    }
}

void HtmlTokens::skipSpace()
{
    while (!atEnd() && isSpace(m_html[m_at]))
        ++m_at;
}

} // namespace topline::base
