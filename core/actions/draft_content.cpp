#include "core/actions/draft_content.h"

#include "core/actions/draft_fault.h"
#include "core/actions/draft_links.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace topline::actions {

namespace {

constexpr double priorSends = 20;
constexpr std::size_t titleBytesMax = 200;
constexpr std::size_t textBytesMax = 16UL * 1024;

bool isSame(const std::string &a, const std::string &b)
{
    return base::lowerAscii(base::trimmed(a)) == base::lowerAscii(base::trimmed(b));
}

bool isLetter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           byte >= 0x80;
}

// As whole words, in any case.
bool says(const std::string &text, const std::string &word)
{
    const std::string in = base::lowerAscii(text);
    const std::string wanted = base::lowerAscii(base::trimmed(word));
    if (wanted.empty())
        return false;
    for (auto at = in.find(wanted); at != std::string::npos; at = in.find(wanted, at + 1)) {
        const auto end = at + wanted.size();
        if ((at == 0 || !isLetter(in[at - 1])) && (end == in.size() || !isLetter(in[end])))
            return true;
    }
    return false;
}

struct SizeRange {
    std::int64_t from = 0;
    std::optional<std::int64_t> to;
};

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && out >= 0 ? std::optional(out) : std::nullopt;
}

// "51-500" or "501-".
std::optional<SizeRange> rangeOf(std::string_view text)
{
    text = base::trimmed(text);
    const auto dash = text.find('-');
    const auto from = numberOf(text.substr(0, dash));
    if (!from || dash == std::string_view::npos)
        return std::nullopt;
    if (dash + 1 == text.size())
        return SizeRange{*from, std::nullopt};
    const auto to = numberOf(text.substr(dash + 1));
    if (!to || *to < *from)
        return std::nullopt;
    return SizeRange{*from, to};
}

bool fits(const std::string &range, std::int64_t employees)
{
    const auto read = rangeOf(range);
    return read && employees >= read->from && (!read->to || employees <= *read->to);
}

template <typename Fits>
void match(const char *name, const std::vector<std::string> &tags, Fits fits,
           std::vector<std::string> &matched)
{
    const auto tag = std::find_if(tags.begin(), tags.end(), fits);
    if (tag != tags.end())
        matched.push_back(std::string(name) + ": " + *tag);
}

std::vector<std::string> matchesOf(const domain::ContentTags &tags, const ContentNeed &need)
{
    std::vector<std::string> out;
    match(
        "stage", tags.stages, [&](const auto &tag) { return isSame(tag, need.stage); }, out);
    match(
        "industry", tags.industries, [&](const auto &tag) { return isSame(tag, need.industry); },
        out);
    match(
        "persona", tags.personas, [&](const auto &tag) { return says(need.personTitle, tag); },
        out);
    match(
        "objection", tags.objections,
        [&](const auto &tag) {
            return std::any_of(need.buyerTexts.begin(), need.buyerTexts.end(),
                               [&](const auto &text) { return says(text, tag); });
        },
        out);
    match(
        "size", tags.sizes,
        [&](const auto &tag) { return need.employees && fits(tag, *need.employees); }, out);
    return out;
}

} // namespace

double replyLift(const domain::ContentCounts &one, const domain::ContentCounts &all)
{
    if (all.uses <= 0 || all.replies <= 0 || one.uses <= 0)
        return 0;
    const double common = static_cast<double>(all.replies) / static_cast<double>(all.uses);
    const double smoothed = (static_cast<double>(one.replies) + priorSends * common) /
                            (static_cast<double>(one.uses) + priorSends);
    return smoothed / common - 1;
}

std::vector<domain::ContentSuggestion> suggestContent(const std::vector<domain::ContentRow> &rows,
                                                      const ContentNeed &need, base::UtcMs now)
{
    domain::ContentCounts all;
    for (const auto &row : rows) {
        all.uses += row.counts.uses;
        all.replies += row.counts.replies;
    }
    std::vector<domain::ContentSuggestion> out;
    for (const auto &row : rows) {
        if (row.asset.isRetired)
            continue;
        auto matched = matchesOf(row.asset.tags, need);
        if (matched.empty() && row.asset.tags != domain::ContentTags{})
            continue;
        const auto age = now - row.asset.addedMs;
        out.push_back(
            {row, std::move(matched), age >= 0 && age < contentNewMs, replyLift(row.counts, all)});
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        if (a.matched.size() != b.matched.size())
            return a.matched.size() > b.matched.size();
        if (a.isNew != b.isNew)
            return a.isNew;
        if (a.replyLift != b.replyLift)
            return a.replyLift > b.replyLift;
        return a.row.asset.title < b.row.asset.title;
    });
    if (out.size() > suggestionsMax)
        out.resize(suggestionsMax);
    return out;
}

bool holdsContent(const std::string &text, const domain::ContentAsset &asset)
{
    if (!asset.url.empty()) {
        const auto links = findLinks(text);
        return std::any_of(links.begin(), links.end(),
                           [&](const auto &link) { return link.text == asset.url; });
    }
    const auto wanted = base::trimmed(asset.text);
    return !wanted.empty() && text.find(wanted) != std::string::npos;
}

base::Status checkContent(const domain::ContentAsset &asset)
{
    if (base::trimmed(asset.title).empty() || asset.title.size() > titleBytesMax)
        return fieldFault("title", "The title is empty or longer than 200 bytes.",
                          "Give a short one.");
    if (asset.url.empty() == asset.text.empty())
        return fieldFault("url", "Content is either a link or a text.", "Fill in one of the two.");
    if (asset.text.size() > textBytesMax)
        return fieldFault("text", "The text is longer than 16 KiB.", "Shorten it.");
    if (!asset.url.empty()) {
        const auto links = findLinks(asset.url);
        const bool isWhole = links.size() == 1 && links.front().text == asset.url &&
                             asset.url.starts_with("https://") && !links.front().isOdd;
        if (!isWhole)
            return fieldFault("url", "This is no plain https link.",
                              "Copy it from the browser's address bar.");
    }
    for (const auto &size : asset.tags.sizes) {
        if (!rangeOf(size))
            return fieldFault("sizes", "\"" + size + "\" is no range of employees.",
                              "Write 51-500, or 501- for that and more.");
    }
    return {};
}

} // namespace topline::actions
