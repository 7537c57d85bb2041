#include "core/base/html_tokens.h"

#include <algorithm>
#include <array>

namespace topline::base {

namespace {

constexpr std::size_t attributesMax = 64;
constexpr std::size_t nameMax = 64;
constexpr std::size_t entityMax = 12;
constexpr std::size_t textMax = 16'384; // of one token; longer texts come in several

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

// Where the text that begins there ends or may be cut: within no character and no entity.
std::size_t endOfText(std::string_view html, std::size_t begin)
{
    std::size_t end = std::min(html.substr(0, begin + textMax).find('<', begin + 1), html.size());
    if (end - begin <= textMax)
        return end;
    end = begin + textMax;
    if (const std::size_t entity = html.substr(0, end).rfind('&');
        entity + entityMax > end && entity != std::string_view::npos)
        end = entity;
    while ((static_cast<unsigned char>(html[end]) & 0xc0) == 0x80 && end > begin + 1)
        --end;
    return end;
}

} // namespace

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
        m_at = endOfText(m_html, m_at);
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
