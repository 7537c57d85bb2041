#include "core/platform/curl_address.h"

#include "core/base/text.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <memory>

namespace topline::platform {
namespace {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// Without the address itself: its query may hold what nobody should read.
base::Error refused(std::string message)
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "Nothing was sent."};
}

std::string part(CURLU *handle, CURLUPart what, unsigned flags = 0)
{
    char *text = nullptr;
    if (curl_url_get(handle, what, &text, flags) != CURLUE_OK)
        return {};
    std::string copy(text);
    curl_free(text);
    return copy;
}

bool isLoopbackHost(const std::string &host)
{
    in_addr four{};
    if (::inet_pton(AF_INET, host.c_str(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == 127;
    return host == "[::1]" || host == "localhost";
}

base::Result<CurlAddress> addressOf(CURLU *handle)
{
    CurlAddress address;
    const std::string scheme = part(handle, CURLUPART_SCHEME);
    address.host = base::lowerAscii(part(handle, CURLUPART_HOST));
    address.isSecure = scheme == "https";
    address.isLoopback = isLoopbackHost(address.host);
    if (address.host.empty() || !part(handle, CURLUPART_USER).empty() ||
        !part(handle, CURLUPART_PASSWORD).empty())
        return refused("The address is not of the form that is called here.");
    if (!address.isSecure && !(scheme == "http" && address.isLoopback))
        return refused("Only https is spoken to " + address.host + ".");
    curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
    address.url = part(handle, CURLUPART_URL);
    address.origin =
        scheme + "://" + address.host + ":" + part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    return address;
}

} // namespace

base::Result<CurlAddress> readAddress(const std::string &url)
{
    const UrlHandle handle(curl_url(), &curl_url_cleanup);
    // A NUL would hide the rest of the address from a parser in C.
    if (!handle || url.find('\0') != std::string::npos ||
        curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return refused("The address is not of the form that is called here.");
    return addressOf(handle.get());
}

base::Result<CurlAddress> redirectTarget(const CurlAddress &from, const std::string &location)
{
    const UrlHandle handle(curl_url(), &curl_url_cleanup);
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, from.url.c_str(), 0) != CURLUE_OK ||
        curl_url_set(handle.get(), CURLUPART_URL, location.c_str(), 0) != CURLUE_OK)
        return refused(from.host + " points to an address that makes no sense.");
    base::Result<CurlAddress> target = addressOf(handle.get());
    if (!target.ok() || target->origin != from.origin)
        return refused(from.host + " points to another host; nothing is sent there.");
    return target;
}

} // namespace topline::platform
