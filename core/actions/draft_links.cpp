#include "core/actions/draft_links.h"

#include "core/actions/draft.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace topline::actions {

namespace {

// Hosts with these endings are made a link by mail programs even without a scheme.
constexpr std::array<std::string_view, 48> linkEndings = {
    "ai",   "app", "at",  "au",   "biz",    "br",  "ca",  "cc",   "ch",      "click",
    "club", "cn",  "co",  "com",  "de",     "dev", "es",  "eu",   "example", "fr",
    "gg",   "icu", "in",  "info", "io",     "it",  "jp",  "link", "live",    "ly",
    "me",   "mov", "net", "nl",   "online", "org", "ru",  "shop", "site",    "store",
    "tech", "top", "tv",  "uk",   "us",     "ws",  "xyz", "zip",
};

bool isBreak(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20 || byte == 0x7f || c == '"' || c == '<' || c == '>' || c == '`' ||
           c == '|' || c == '{' || c == '}';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view withoutPunctuation(std::string_view word, std::size_t &begin)
{
    while (!word.empty() &&
           std::string_view("([*_'-.,").find(word.front()) != std::string_view::npos) {
        word.remove_prefix(1);
        ++begin;
    }
    while (!word.empty() &&
           std::string_view(".,;:!?)]'*_").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}

// Where a scheme begins and how long it is: "https:", "javascript:"; none: no letters before ':'.
std::optional<std::size_t> schemeLength(std::string_view word)
{
    const auto colon = word.find(':');
    if (colon == std::string_view::npos || colon == 0 || !isLetter(word.front()))
        return std::nullopt;
    const auto scheme = word.substr(0, colon);
    const bool isScheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
    });
    return isScheme ? std::optional(colon) : std::nullopt;
}

bool isOtherScheme(std::string_view scheme, std::string_view rest)
{
    static constexpr std::array<std::string_view, 14> risky = {
        "blob", "callto", "chrome",     "data",    "facetime", "file", "ftp",
        "ftps", "intent", "javascript", "ms-word", "sms",      "tel",  "vbscript"};
    return rest.starts_with("//") || std::find(risky.begin(), risky.end(), scheme) != risky.end();
}

bool isPlainHost(std::string_view host)
{
    const auto colon = host.find(':');
    const auto name = host.substr(0, colon);
    const bool letters = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '.';
    });
    return letters && name.find('.') != std::string_view::npos && name.front() != '.' &&
           name.find("..") == std::string_view::npos && !name.starts_with("xn--") &&
           name.find(".xn--") == std::string_view::npos;
}

// What stands behind the scheme's "//": the host as programs read it.
void readHost(std::string_view rest, FoundLink &link)
{
    const auto end = rest.find_first_of("/?#\\");
    std::string_view authority = rest.substr(0, end);
    link.isOdd = link.isOdd || rest.find('\\') != std::string_view::npos;
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        link.isOdd = true;
        authority.remove_prefix(at + 1);
    }
    link.host = base::lowerAscii(authority);
    while (link.host.ends_with('.'))
        link.host.pop_back();
    link.isOdd = link.isOdd || !isPlainHost(link.host) ||
                 std::any_of(rest.begin(), rest.end(),
                             [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool endsLikeALink(std::string_view host)
{
    const auto name = host.substr(0, host.find(':'));
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return false;
    const std::string ending = base::lowerAscii(name.substr(dot + 1));
    return std::binary_search(linkEndings.begin(), linkEndings.end(), std::string_view(ending));
}

bool hasDottedHost(std::string_view host)
{
    const auto dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 &&
           std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), isLetter);
}

std::optional<FoundLink> linkOf(std::string_view word, std::size_t begin)
{
    word = withoutPunctuation(word, begin);
    FoundLink out{.begin = begin, .length = word.size(), .text = std::string(word)};
    if (const auto length = schemeLength(word)) {
        const std::string scheme = base::lowerAscii(word.substr(0, *length));
        const auto rest = word.substr(*length + 1);
        if (scheme == "http" || scheme == "https") {
            out.hasScheme = true;
            const auto slashes = rest.find_first_not_of("/\\");
            out.isOdd = !rest.starts_with("//") || slashes != 2;
            readHost(rest.substr(std::min(slashes, rest.size())), out);
            return out;
        }
        if (scheme == "mailto") {
            out.kind = LinkKind::Address;
            out.hasScheme = true;
            const auto address = rest.substr(0, rest.find('?'));
            out.isOdd = rest.find('?') != std::string_view::npos ||
                        address.find_first_of(",;%") != std::string_view::npos;
            out.host = base::lowerAscii(
                address.substr(std::min(address.find('@'), address.size() - 1) + 1));
            return out;
        }
        if (isOtherScheme(scheme, rest)) {
            out.kind = LinkKind::Other;
            out.isOdd = true;
            return out;
        }
    }
    const auto at = word.find('@');
    const auto slash = word.find_first_of("/?#\\");
    if (at != std::string_view::npos && at > 0 && at < slash) {
        out.kind = LinkKind::Address;
        out.host = base::lowerAscii(word.substr(at + 1, slash - at - 1));
        return hasDottedHost(out.host) ? std::optional(out) : std::nullopt;
    }
    const bool isWorldWide = base::lowerAscii(word.substr(0, 4)) == "www.";
    const auto host = word.substr(0, slash);
    const bool isHost =
        isWorldWide || endsLikeALink(host) ||
        (slash != std::string_view::npos && word[slash] == '/' && hasDottedHost(host));
    if (!isHost)
        return std::nullopt;
    readHost(word, out);
    return out;
}

bool isHostOf(std::string_view host, std::string_view allowed)
{
    return host == allowed || (host.size() > allowed.size() && host.ends_with(allowed) &&
                               host[host.size() - allowed.size() - 1] == '.');
}

base::Error unknownLink(const std::string &field, std::string_view text, const FoundLink &link)
{
    const auto before = text.substr(0, link.begin);
    const auto lineStart = before.rfind('\n');
    base::Place place;
    place.line = 1 + std::count(before.begin(), before.end(), '\n');
    place.column = static_cast<std::int64_t>(
        link.begin - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1);
    place.field = field;
    constexpr std::size_t shownMax = 80;
    const std::string shown = base::storableText(link.text, shownMax);
    return {.code = base::ErrorCode::InvalidInput,
            .message = link.isOdd ? "The link " + shown + " is written so that it may mislead."
                                  : "The link " + shown + " is not on the list of known links.",
            .kept = "The draft is kept.",
            .todo = link.isOdd ? "Write it plainly, or take it out."
                               : "Take it out, or allow its host.",
            .place = std::move(place)};
}

bool reachesBuyer(domain::ActionKind kind)
{
    return kind == domain::ActionKind::Email || kind == domain::ActionKind::Meeting;
}

} // namespace

std::vector<FoundLink> findLinks(std::string_view text)
{
    std::vector<FoundLink> out;
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && isBreak(text[at]))
            ++at;
        std::size_t end = at;
        while (end < text.size() && !isBreak(text[end]))
            ++end;
        std::string_view word = text.substr(at, end - at);
        // A link may stand right behind other letters: "see:https://…", "(https://…".
        const std::string lower = base::lowerAscii(word);
        std::size_t inner =
            std::min({lower.find("https:"), lower.find("http:"), lower.find("mailto:"),
                      lower.find("javascript:"), lower.find("www.")});
        if (inner != std::string::npos && inner > 0) {
            if (auto first = linkOf(word.substr(0, inner), at))
                out.push_back(std::move(*first));
            word.remove_prefix(inner);
            at += inner;
        }
        if (auto link = linkOf(word, at))
            out.push_back(std::move(*link));
        at = end;
    }
    return out;
}

bool isAllowed(const FoundLink &link, const LinkAllowList &list)
{
    const auto isOn = [&](const std::vector<std::string> &hosts) {
        return std::any_of(hosts.begin(), hosts.end(),
                           [&](const auto &host) { return isHostOf(link.host, host); });
    };
    if (std::find(list.links.begin(), list.links.end(), link.text) != list.links.end())
        return true;
    if (link.kind == LinkKind::Other || link.isOdd || link.host.empty())
        return false;
    if (isOn(list.hosts) || (!link.hasScheme && isOn(list.bareHosts)))
        return true;
    return link.kind == LinkKind::Web &&
           std::any_of(list.prefixes.begin(), list.prefixes.end(),
                       [&](const auto &prefix) { return link.text.starts_with(prefix); });
}

void addTemplateLinks(std::string_view templateText, LinkAllowList &list)
{
    const auto links = findLinks(templateText);
    for (const FoundLink &link : links) {
        if (link.kind == LinkKind::Other || link.isOdd)
            continue;
        // '{' ends a word, so that what stands in front of a field ends exactly there.
        const auto end = link.begin + link.length;
        const bool isCut =
            templateText.substr(std::min(end, templateText.size())).starts_with("{{");
        const auto behindScheme = link.hasScheme ? link.text.find("//") + 2 : 0;
        const bool hasWholeHost = link.text.find_first_of("/?#", behindScheme) != std::string::npos;
        if (!isCut)
            list.links.push_back(link.text);
        else if (hasWholeHost && link.kind == LinkKind::Web)
            list.prefixes.push_back(link.text);
    }
}

std::string allowableHost(const FoundLink &link)
{
    return link.isOdd || link.kind == LinkKind::Other ? std::string() : link.host;
}

std::vector<domain::DraftFault> draftFaults(domain::ActionKind kind, const domain::Draft &draft,
                                            const LinkAllowList &list)
{
    std::vector<domain::DraftFault> out;
    const std::pair<const char *, const std::string *> texts[] = {{"subject", &draft.subject},
                                                                  {"body", &draft.body}};
    for (const auto &[field, text] : texts) {
        for (auto open = text->find("{{"); open != std::string::npos;) {
            const auto close = text->find("}}", open);
            const auto length = close == std::string::npos ? text->size() - open : close + 2 - open;
            base::Error error{.code = base::ErrorCode::InvalidInput,
                              .message = "The field " +
                                         text->substr(open, std::min<std::size_t>(length, 60)) +
                                         " is not filled in.",
                              .kept = "The draft is kept.",
                              .todo = "Replace it in the text."};
            out.push_back({field, open, length, std::move(error), std::string()});
            open = text->find("{{", open + length);
        }
        if (!reachesBuyer(kind))
            continue;
        for (const FoundLink &link : findLinks(*text)) {
            const bool isMention = link.kind == LinkKind::Address && !link.hasScheme;
            if (!isMention && !isAllowed(link, list))
                out.push_back({field, link.begin, link.length, unknownLink(field, *text, link),
                               allowableHost(link)});
        }
    }
    if (const auto status = checkSendable(kind, draft); !status.ok() && out.empty()) {
        const std::string field = status.error().place ? status.error().place->field : "body";
        out.push_back({field, 0, 0, status.error(), {}});
    }
    return out;
}

base::Status checkLinks(domain::ActionKind kind, const domain::Draft &draft,
                        const LinkAllowList &list)
{
    for (const auto &fault : draftFaults(kind, draft, list)) {
        if (fault.length > 0)
            return fault.error;
    }
    return {};
}

} // namespace topline::actions
