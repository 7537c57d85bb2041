#include "core/base/text.h"

#include "core/base/text_decoder.h"

#include <algorithm>

namespace topline::base {

namespace {

constexpr std::string_view noBreakSpace = "\xC2\xA0";

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && (isSpace(text.front()) || text.substr(0, 2) == noBreakSpace))
        text.remove_prefix(isSpace(text.front()) ? 1 : 2);
    while (!text.empty() && (isSpace(text.back()) ||
                             (text.size() > 1 && text.substr(text.size() - 2) == noBreakSpace)))
        text.remove_suffix(isSpace(text.back()) ? 1 : 2);
    return text;
}

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string domainOf(std::string_view text)
{
    std::string out = lowerAscii(trimmed(text));
    if (const std::size_t scheme = out.find("://"); scheme != std::string::npos)
        out.erase(0, scheme + 3);
    out.erase(std::min(out.size(), out.find_first_of("/?#:")));
    if (out.substr(0, 4) == "www.")
        out.erase(0, 4);
    while (!out.empty() && out.back() == '.')
        out.pop_back();
    return out;
}

std::string storableText(std::string_view text, std::size_t limit)
{
    if (text.size() > limit) {
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U)
            --limit;
        text = text.substr(0, limit);
    }
    std::string out;
    while (const auto bad = firstInvalidUtf8(text)) {
        out += text.substr(0, *bad);
        out += "\xEF\xBF\xBD";
        text.remove_prefix(*bad + 1);
    }
    return out.append(text);
}

std::string withoutFullStop(std::string text)
{
    if (!text.empty() && text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace topline::base
