#include "core/assist/minimise.h"

#include "core/actions/draft_links.h"
#include "core/actions/template.h"
#include "core/base/text.h"

#include <algorithm>

namespace topline::assist {

namespace {

constexpr std::size_t nameBytesMin = 2;

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           byte >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void replaceAll(std::string &text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

// Whole words only, so that "Ann" does not spoil "Announcement".
void replaceName(std::string &text, const KnownName &known)
{
    if (known.name.size() < nameBytesMin)
        return;
    const std::string wanted = base::lowerAscii(known.name);
    std::string lower = base::lowerAscii(text);
    std::size_t at = 0;
    while ((at = lower.find(wanted, at)) != std::string::npos) {
        const auto end = at + wanted.size();
        const bool isWhole = (at == 0 || !isWordByte(text[at - 1])) &&
                             (end == text.size() || !isWordByte(text[end]));
        if (!isWhole) {
            ++at;
            continue;
        }
        text.replace(at, wanted.size(), known.standIn);
        lower.replace(at, wanted.size(), known.standIn);
        at += known.standIn.size();
    }
}

// A run of digits with the marks that phone and customer numbers have between them.
std::size_t numberLength(std::string_view text, int &digits)
{
    digits = 0;
    std::size_t at = 0;
    std::size_t end = 0;
    while (at < text.size()) {
        if (isDigit(text[at])) {
            ++digits;
            end = at + 1;
        } else if (std::string_view("+-./() ").find(text[at]) == std::string_view::npos) {
            break;
        }
        ++at;
    }
    return end;
}

std::string withoutNumbers(std::string_view text)
{
    constexpr int digitsMin = 7;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = isDigit(text[at]) || text[at] == '+';
        int digits = 0;
        const auto length = begins ? numberLength(text.substr(at), digits) : 0;
        if (digits >= digitsMin) {
            out += "[number]";
            at += length;
        } else {
            const auto step = std::max<std::size_t>(1, length);
            out += text.substr(at, step);
            at += step;
        }
    }
    return out;
}

std::string withoutLinks(const std::string &text)
{
    std::string out;
    std::size_t at = 0;
    for (const auto &link : actions::findLinks(text)) {
        out += text.substr(at, link.begin - at);
        out += link.kind == actions::LinkKind::Address ? "[address]" : "[link]";
        at = link.begin + link.length;
    }
    return out + text.substr(at);
}

// Long words of hex digits and dashes: ids of records, keys.
std::string withoutIds(const std::string &text)
{
    constexpr std::size_t idBytesMin = 16;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        bool hasDigit = false;
        while (end < text.size() && (isWordByte(text[end]) || text[end] == '-' ||
                                     text[end] == '_' || text[end] == '+' || text[end] == '=')) {
            hasDigit = hasDigit || isDigit(text[end]);
            ++end;
        }
        const bool isId = hasDigit && end - at >= idBytesMin;
        if (isId)
            out += "[id]";
        else
            out += text.substr(at, std::max<std::size_t>(1, end - at));
        at = std::max(end, at + 1);
    }
    return out;
}

} // namespace

std::string minimised(std::string_view text, const std::vector<KnownName> &names)
{
    std::string out = actions::escapedFor(actions::TemplateTarget::Text,
                                          base::storableText(text, actions::templateBytesMax));
    replaceAll(out, "[[", "[ ");
    replaceAll(out, "]]", " ]");
    replaceAll(out, "{{", "{ ");
    replaceAll(out, "<<<", "< ");
    replaceAll(out, ">>>", " >");
    out = withoutNumbers(withoutIds(withoutLinks(out)));
    auto longestFirst = names;
    std::stable_sort(longestFirst.begin(), longestFirst.end(),
                     [](const auto &a, const auto &b) { return a.name.size() > b.name.size(); });
    for (const auto &known : longestFirst)
        replaceName(out, known);
    return out;
}

std::string untrustedText(std::string_view text, const std::vector<KnownName> &names,
                          std::size_t bytesMax)
{
    std::string out = minimised(text, names);
    std::replace(out.begin(), out.end(), '\n', ' ');
    std::replace(out.begin(), out.end(), '\t', ' ');
    if (out.size() > bytesMax)
        out = base::storableText(out, bytesMax) + " …";
    return out;
}

} // namespace topline::assist
