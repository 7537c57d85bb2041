#include "core/platform/curl_http_client.h"

#include "core/base/check.h"
#include "core/platform/curl_failure.h"
#include "core/platform/curl_wire.h"

#include <algorithm>

namespace topline::platform {
namespace {

constexpr int redirectsMax = 3;
constexpr std::size_t idleMax = 8;

void startCurlOnce()
{
    static std::once_flag started;
    std::call_once(started, [] { CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
}

bool isToken(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f && c != ':';
    });
}

bool isOneLine(std::string_view value)
{
    return std::none_of(value.begin(), value.end(),
                        [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

// A value with a line end would begin a header of its own.
base::Status checkHeaders(const crm::HttpRequest &request)
{
    const bool isFine = std::all_of(request.headers.begin(), request.headers.end(),
                                    [](const crm::HttpHeader &header) {
                                        return isToken(header.name) && isOneLine(header.value);
                                    }) &&
                        isOneLine(crm::authorizationOf(request).reveal()) &&
                        (!request.basic || request.basic->user.find(':') == std::string::npos);
    if (isFine)
        return {};
    return base::Error{.code = base::ErrorCode::Refused,
                       .message = "A header holds characters that it must not hold.",
                       .kept = "Nothing was sent."};
}

// Where the answer points to; empty when it points nowhere.
std::string redirectOf(const crm::HttpResponse &response)
{
    switch (response.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return response.header("Location");
    default:
        return {};
    }
}

} // namespace

CurlHttpClient::CurlHttpClient(CurlOptions options)
    : m_options(std::move(options))
{
    startCurlOnce();
    if (m_options.userAgent.empty())
        m_options.userAgent = "Topline/" TOPLINE_VERSION;
}

CurlHttpClient::~CurlHttpClient() = default;

base::Result<crm::HttpResponse> CurlHttpClient::send(const crm::HttpRequest &request,
                                                     const crm::CancelToken &cancel)
{
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(request.deadlineMs);
    TRY_ASSIGN(CurlAddress address, readAddress(request.url));
    TRY(checkHeaders(request));
    if (cancel.cancelled)
        return base::Error{.code = base::ErrorCode::Cancelled,
                           .message = "The request to " + address.host + " was stopped.",
                           .kept = "Nothing was sent."};
    const WireLimits limits{m_options.userAgent, m_options.caFile, m_options.connectMs,
                            m_options.headerBytesMax};
    std::int64_t received = 0;
    std::int64_t sent = 0;
    for (int redirects = 0;; ++redirects) {
        const WireCall call{request, address, cancel, deadline};
        std::unique_ptr<CurlWire> wire = take(address);
        WireResult result = wire->exchange(call, limits);
        if (!result.ok())
            return failureOf(result, call);
        giveBack(std::move(wire));
        result.response.bytesReceived = received += result.response.bytesReceived;
        result.response.bytesSent = sent += result.response.bytesSent;
        const std::string location = redirectOf(result.response);
        if (location.empty() || (request.showsRedirects && !isWrite(request)))
            return std::move(result.response);
        if (request.method != crm::HttpMethod::Get || redirects == redirectsMax)
            return redirectFailure(request, address.host, result.response.status);
        TRY_ASSIGN(address, redirectTarget(address, location));
    }
}

std::unique_ptr<CurlWire> CurlHttpClient::take(const CurlAddress &address)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_idle.rbegin(), m_idle.rend(), [&address](const auto &wire) {
        return wire->origin() == address.origin;
    });
    if (found == m_idle.rend())
        return std::make_unique<CurlWire>(address.origin);
    std::unique_ptr<CurlWire> wire = std::move(*found);
    m_idle.erase(std::next(found).base());
    return wire;
}

void CurlHttpClient::giveBack(std::unique_ptr<CurlWire> wire)
{
    const std::lock_guard lock(m_mutex);
    m_idle.push_back(std::move(wire));
    if (m_idle.size() > idleMax)
        m_idle.erase(m_idle.begin());
}

} // namespace topline::platform
