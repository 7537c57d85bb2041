#include "core/base/safe_html.h"
#include "core/base/text.h"

namespace topline::base {

namespace {

bool isMailAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" ,;<>\"\\()[]/%&") == std::string_view::npos;
}

} // namespace

std::string safeLink(std::string_view href)
{
    constexpr std::size_t linkMax = 2'000;
    std::string link;
    for (const char c : href) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte != 0x7f)
            link += c;
        else if (byte == ' ' && !link.empty())
            link += "%20";
    }
    while (link.size() >= 3 && link.compare(link.size() - 3, 3, "%20") == 0)
        link.resize(link.size() - 3);
    if (link.size() > linkMax || link.find('\\') != std::string::npos)
        return {};
    const std::string low = lowerAscii(link);
    if (low.rfind("mailto:", 0) == 0) {
        const std::string address = link.substr(7, link.find('?') - 7);
        return isMailAddress(address) ? "mailto:" + address : std::string();
    }
    if (low.rfind("https://", 0) != 0)
        return {};
    const std::string host = link.substr(8, link.find_first_of("/?#", 8) - 8);
    if (host.empty() || host.find_first_of("@%\"<>'") != std::string::npos)
        return {};
    return "https" + link.substr(5);
}

} // namespace topline::base
