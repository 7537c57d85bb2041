#include "core/sync/match_record.h"

#include "core/base/text.h"
#include "core/domain/remote_id.h"

#include <algorithm>
#include <array>

namespace topline::sync {

namespace {

// Providers whose addresses anybody can have; sorted.
constexpr std::array<std::string_view, 30> freeMail = {
    "aol.com",    "bluewin.ch", "free.fr",        "fastmail.com",   "gmail.com",     "gmx.at",
    "gmx.ch",     "gmx.de",     "gmx.net",        "googlemail.com", "hotmail.co.uk", "hotmail.com",
    "hotmail.fr", "icloud.com", "laposte.net",    "libero.it",      "live.com",      "mac.com",
    "mail.com",   "mail.ru",    "me.com",         "msn.com",        "orange.fr",     "outlook.com",
    "outlook.de", "proton.me",  "protonmail.com", "t-online.de",    "web.de",        "yahoo.com"};

} // namespace

std::string mailKey(std::string_view email)
{
    std::string out = base::lowerAscii(base::trimmed(email));
    const auto at = out.find('@');
    const bool isAddress = at != std::string::npos && at > 0 && at + 1 < out.size() &&
                           out.find('@', at + 1) == std::string::npos;
    return isAddress ? out : std::string();
}

std::string companyKey(std::string_view domain)
{
    std::string out = base::domainOf(domain);
    if (std::find(freeMail.begin(), freeMail.end(), out) != freeMail.end() ||
        out.find('.') == std::string::npos)
        return {};
    return out;
}

std::int64_t uniqueMatch(const std::vector<store::Candidate> &candidates, const std::string &system)
{
    if (candidates.size() != 1)
        return 0;
    const auto &only = candidates.front();
    const bool isOfSame =
        std::any_of(only.remoteIds.begin(), only.remoteIds.end(), [&](const std::string &remoteId) {
            return domain::isOfSystem(remoteId, system);
        });
    return isOfSame ? 0 : only.row;
}

} // namespace topline::sync
