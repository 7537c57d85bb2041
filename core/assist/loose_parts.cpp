#include "core/assist/loose_parts.h"

#include "core/actions/draft_links.h"
#include "core/actions/template.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace topline::assist {

namespace {

using Removed = std::vector<domain::RemovedPart>;

constexpr std::size_t shownMax = 200;
constexpr std::size_t removedMax = 50;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void note(Removed &removed, const char *what, std::string_view text)
{
    if (removed.size() < removedMax)
        removed.push_back({what, base::storableText(text, shownMax)});
}

std::string withoutHidden(std::string_view text, Removed &removed)
{
    const std::string valid = base::storableText(text, text.size() * 3 + 3);
    std::string out;
    for (const char c : valid) {
        if (c != '\r')
            out += c;
    }
    const std::string plain = actions::escapedFor(actions::TemplateTarget::Text, out);
    if (plain.size() != out.size())
        note(removed, "hidden", std::to_string(out.size() - plain.size()) + " bytes");
    return plain;
}

// Lines at the beginning and end that look like the head of a message.
bool isHeading(std::string_view line)
{
    static constexpr std::array<std::string_view, 14> names = {
        "attachment", "attachments", "bcc",      "cc",     "content-type", "date", "from",
        "message-id", "recipient",   "reply-to", "sender", "subject",      "to",   "x-attachment"};
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return false;
    std::string name = base::lowerAscii(base::trimmed(line.substr(0, colon)));
    std::erase_if(name, [](char c) { return c == '*' || c == '#' || c == '>' || c == ' '; });
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string withoutHeadings(std::string_view text, Removed &removed)
{
    std::string out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        if (isHeading(line))
            note(removed, "heading", line);
        else if (base::trimmed(line).starts_with("```"))
            note(removed, "markup", line);
        else
            out += std::string(line) + (end == std::string_view::npos ? "" : "\n");
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return std::string(base::trimmed(out));
}

std::string withoutFields(std::string text, Removed &removed)
{
    for (auto open = text.find("{{"); open != std::string::npos; open = text.find("{{", open)) {
        const auto close = text.find("}}", open);
        const auto length = close == std::string::npos ? 2 : close + 2 - open;
        note(removed, "field", std::string_view(text).substr(open, length));
        text.erase(open, length);
    }
    return text;
}

std::string withoutMarkup(std::string text, Removed &removed)
{
    for (auto open = text.find('<'); open != std::string::npos; open = text.find('<', open + 1)) {
        const auto next = open + 1 < text.size() ? text[open + 1] : ' ';
        if (!isLetter(next) && next != '/' && next != '!')
            continue;
        const auto close = text.find('>', open);
        const auto length = (close == std::string::npos ? text.size() : close + 1) - open;
        note(removed, "markup", std::string_view(text).substr(open, length));
        text.erase(open, length);
        --open;
    }
    return text;
}

std::string withoutLinks(const std::string &text, const std::vector<std::string> &links,
                         Removed &removed)
{
    std::string out;
    std::size_t at = 0;
    for (const auto &link : actions::findLinks(text)) {
        if (std::find(links.begin(), links.end(), link.text) != links.end())
            continue;
        const bool isAddress = link.kind == actions::LinkKind::Address;
        note(removed, isAddress ? "address" : "link", link.text);
        out += text.substr(at, link.begin - at);
        out += isAddress ? "{{address removed}}" : "{{link removed}}";
        at = link.begin + link.length;
    }
    return out + text.substr(at);
}

// A number as it is written, with its separators; empty where none begins.
std::string_view numberAt(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isDigit(text[at]))
            end = at + 1;
        else if (std::string_view(".,-/() '").find(text[at]) == std::string_view::npos ||
                 at > end + 1)
            break;
    }
    return text.substr(0, end);
}

constexpr std::array<std::string_view, 9> signs = {"$", "€", "£", "¥", "₹", "₽", "₩", "₿", "%"};
constexpr std::array<std::string_view, 22> units = {
    "usd",   "eur",     "gbp",     "jpy",   "chf",   "dollar",    "euro",       "pound",
    "yen",   "percent", "prozent", "btc",   "cents", "pour cent", "por ciento", "rubles",
    "k usd", "francs",  "franken", "bucks", "inr",   "cny"};

std::string_view wordBefore(std::string_view text)
{
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    const auto space = text.find_last_of(" \n\t(");
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

// What makes an amount of the number between these two texts: its length before and behind.
std::optional<std::pair<std::size_t, std::size_t>> amountAround(std::string_view before,
                                                                std::string_view behind)
{
    const auto spaces = std::min(behind.find_first_not_of(" \xC2\xA0"), behind.size());
    const auto tail = behind.substr(spaces);
    const std::string lowerTail = base::lowerAscii(tail.substr(0, 12));
    for (const auto sign : signs) {
        if (tail.starts_with(sign))
            return std::pair(std::size_t{0}, spaces + sign.size());
        const auto trimmed = base::trimmed(before);
        if (sign != "%" && trimmed.ends_with(sign))
            return std::pair(before.size() - trimmed.size() + sign.size(), std::size_t{0});
    }
    const std::string word = base::lowerAscii(wordBefore(before));
    for (const auto unit : units) {
        if (lowerTail.starts_with(unit))
            return std::pair(std::size_t{0}, spaces + unit.size());
        if (word == unit)
            return std::pair(before.size() - (before.rfind(wordBefore(before))), std::size_t{0});
    }
    return std::nullopt;
}

bool isIsoDate(std::string_view number)
{
    return number.size() == 10 && number[4] == '-' && number[7] == '-';
}

std::string withoutNumbers(const std::string &text, Removed &removed)
{
    constexpr int phoneDigitsMin = 7;
    std::string out;
    const std::string_view all = text;
    for (std::size_t at = 0; at < all.size();) {
        // A number inside a placeholder or a gap belongs to it.
        const bool isMark = all.substr(at).starts_with("[[") || all.substr(at).starts_with("{{");
        if (isMark) {
            const auto close = all.find(all[at] == '[' ? "]]" : "}}", at);
            const auto length = close == std::string_view::npos ? 2 : close + 2 - at;
            out += all.substr(at, length);
            at += length;
            continue;
        }
        if (!isDigit(all[at])) {
            out += all[at++];
            continue;
        }
        const auto number = numberAt(all.substr(at));
        const auto digits = std::count_if(number.begin(), number.end(), isDigit);
        const auto around = amountAround(out, all.substr(at + number.size()));
        if (around) {
            note(removed, "amount",
                 out.substr(out.size() - around->first) + std::string(number) +
                     std::string(all.substr(at + number.size(), around->second)));
            out.resize(out.size() - around->first);
            out += "{{amount removed}}";
            at += number.size() + around->second;
        } else if (digits >= phoneDigitsMin && !isIsoDate(number)) {
            note(removed, "number", number);
            if (out.ends_with('+'))
                out.pop_back();
            out += "{{number removed}}";
            at += number.size();
        } else {
            out += number;
            at += number.size();
        }
    }
    return out;
}

} // namespace

std::string withoutLooseParts(std::string_view text, const std::vector<std::string> &links,
                              std::vector<domain::RemovedPart> &removed)
{
    std::string out = withoutHidden(text, removed);
    out = withoutHeadings(out, removed);
    out = withoutFields(std::move(out), removed);
    // Links before markup, so that those inside a tag are told as links too.
    out = withoutLinks(out, links, removed);
    out = withoutMarkup(std::move(out), removed);
    return withoutNumbers(out, removed);
}

} // namespace topline::assist
