#include "core/platform/curl_wire.h"

#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>
#include <cstring>
#include <poll.h>

namespace topline::platform {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr long long cancelLookMs = 50;

// What the callbacks of one exchange share.
struct Exchange {
    const crm::HttpRequest &request;
    crm::HttpResponse &response;
    std::int64_t headerBytesMax;
    std::int64_t headerBytes = 0;
    std::size_t bodySent = 0;
    WireStop stop = WireStop::None;
    bool bodyBegan = false;
};

std::size_t takeHeader(const char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &exchange = *static_cast<Exchange *>(context);
    const std::string_view line(bytes, one * count);
    exchange.headerBytes += static_cast<std::int64_t>(line.size());
    if (exchange.headerBytes > exchange.headerBytesMax) {
        exchange.stop = WireStop::HeadersTooBig;
        return 0;
    }
    std::vector<crm::HttpHeader> &headers = exchange.response.headers;
    const std::size_t colon = line.find(':');
    if (line.rfind("HTTP/", 0) == 0)
        headers.clear();                                             // those of an interim answer
    else if (colon != std::string_view::npos && !exchange.bodyBegan) // no trailers
        headers.push_back({std::string(line.substr(0, colon)),
                           std::string(base::trimmed(line.substr(colon + 1)))});
    return line.size();
}

std::size_t takeBody(const char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &exchange = *static_cast<Exchange *>(context);
    std::string &body = exchange.response.body;
    exchange.bodyBegan = true;
    if (static_cast<std::int64_t>(body.size() + one * count) > exchange.request.bodyBytesMax) {
        exchange.stop = WireStop::BodyTooBig;
        return 0;
    }
    body.append(bytes, one * count);
    return one * count;
}

std::size_t giveBody(char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &exchange = *static_cast<Exchange *>(context);
    const std::string &body = exchange.request.body;
    const std::size_t part = std::min(one * count, body.size() - exchange.bodySent);
    body.copy(bytes, part, exchange.bodySent);
    exchange.bodySent += part;
    return part;
}

int rewindBody(void *context, curl_off_t offset, int origin)
{
    auto &exchange = *static_cast<Exchange *>(context);
    if (origin != SEEK_SET || offset < 0 ||
        offset > static_cast<curl_off_t>(exchange.request.body.size()))
        return CURL_SEEKFUNC_FAIL;
    exchange.bodySent = static_cast<std::size_t>(offset);
    return CURL_SEEKFUNC_OK;
}

// libcurl's copies of the header lines, one of which holds the token.
class HeaderLines {
public:
    HeaderLines() = default;
    HeaderLines(const HeaderLines &) = delete;
    HeaderLines &operator=(const HeaderLines &) = delete;

    ~HeaderLines()
    {
        for (curl_slist *line = m_first; line; line = line->next)
            wipe(line->data, std::strlen(line->data));
        curl_slist_free_all(m_first);
    }

    void add(std::string line)
    {
        curl_slist *grown = curl_slist_append(m_first, line.c_str());
        CHECK(grown != nullptr);
        m_first = grown;
        wipe(line.data(), line.size());
    }

    curl_slist *first() const { return m_first; }

private:
    static void wipe(char *text, std::size_t size)
    {
        volatile char *bytes = text;
        for (std::size_t i = 0; i < size; ++i)
            bytes[i] = '\0';
    }

    curl_slist *m_first = nullptr;
};

void setHeaders(CURL *easy, const crm::HttpRequest &request, HeaderLines &lines)
{
    bool hasType = false;
    for (const crm::HttpHeader &header : request.headers) {
        hasType = hasType || base::lowerAscii(header.name) == "content-type";
        lines.add(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
    }
    // libcurl's own additions: a type that may be wrong, a wait before a body.
    if (!hasType)
        lines.add("Content-Type:");
    lines.add("Expect:");
    if (const base::Secret authorization = crm::authorizationOf(request); !authorization.empty())
        lines.add("Authorization: " + authorization.reveal());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines.first());
}

void setMethod(CURL *easy, Exchange &exchange)
{
    const crm::HttpRequest &request = exchange.request;
    if (request.method != crm::HttpMethod::Get &&
        (request.method != crm::HttpMethod::Delete || !request.body.empty())) {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_READFUNCTION, &giveBody);
        curl_easy_setopt(easy, CURLOPT_READDATA, &exchange);
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST,
                     std::string(crm::httpMethodName(request.method)).c_str());
    if (!isWrite(request)) {
        curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &rewindBody);
        curl_easy_setopt(easy, CURLOPT_SEEKDATA, &exchange);
    }
}

void setSafety(CURL *easy, const CurlAddress &address, const WireLimits &limits)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, address.isSecure ? "https" : "http");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION,
                     static_cast<long>(CURL_SSLVERSION_TLSv1_2) | CURL_SSLVERSION_MAX_DEFAULT);
    if (!limits.caFile.empty())
        curl_easy_setopt(easy, CURLOPT_CAINFO, limits.caFile.c_str());
    if (address.isLoopback)
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // HTTP/2 may repeat a request by itself, and one answer at a time is all that is asked for.
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
}

void setIntake(CURL *easy, Exchange &exchange)
{
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &exchange);
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                     static_cast<curl_off_t>(exchange.request.bodyBytesMax));
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 128L * 1024);
}

long long millisUntil(steady_clock::time_point time)
{
    return std::chrono::ceil<milliseconds>(time - steady_clock::now()).count();
}

std::int64_t numberOf(CURL *easy, CURLINFO what)
{
    curl_off_t number = 0;
    curl_easy_getinfo(easy, what, &number);
    return number;
}

long smallNumberOf(CURL *easy, CURLINFO what)
{
    long number = 0;
    curl_easy_getinfo(easy, what, &number);
    return number;
}

} // namespace

bool isWrite(const crm::HttpRequest &request)
{
    return request.method != crm::HttpMethod::Get && !request.isRead;
}

CurlWire::CurlWire(std::string origin)
    : m_origin(std::move(origin))
    , m_multi(curl_multi_init(), &curl_multi_cleanup)
    , m_easy(curl_easy_init(), &curl_easy_cleanup)
{
    CHECK(m_multi && m_easy);
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 1L);
}

// An idle connection on which something arrived, be it the end, is not one to send on: libcurl
// would take left-over bytes for the next answer.
bool CurlWire::isConnectionUsable() const
{
    pollfd idle{m_idle, POLLIN, 0};
    return m_idle != CURL_SOCKET_BAD && ::poll(&idle, 1, 0) == 0;
}

WireResult CurlWire::exchange(const WireCall &call, const WireLimits &limits)
{
    WireResult result;
    Exchange exchange{call.request, result.response, limits.headerBytesMax};
    HeaderLines lines;
    CURL *easy = m_easy.get();
    const bool isFresh = isWrite(call.request) || !isConnectionUsable();
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, call.address.url.c_str());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, limits.userAgent.c_str());
    // On a connection that was used before, libcurl sends again when the answer is lost.
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, isFresh ? 1L : 0L);
    const long long leftMs = std::max(millisUntil(call.deadline), 1LL);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // no wait for a name server when stopped
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min<long long>(leftMs, limits.connectMs)));
    setSafety(easy, call.address, limits);
    setHeaders(easy, call.request, lines);
    setMethod(easy, exchange);
    setIntake(easy, exchange);
    run(call, result);
    if (exchange.stop != WireStop::None)
        result.stop = exchange.stop;
    measure(call, result);
    if (curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &m_idle) != CURLE_OK)
        m_idle = CURL_SOCKET_BAD;
    curl_multi_remove_handle(m_multi.get(), easy);
    return result;
}

void CurlWire::run(const WireCall &call, WireResult &result)
{
    result.code = CURLE_FAILED_INIT;
    if (curl_multi_add_handle(m_multi.get(), m_easy.get()) != CURLM_OK)
        return;
    int running = 1;
    while (curl_multi_perform(m_multi.get(), &running) == CURLM_OK && running > 0) {
        const long long leftMs = millisUntil(call.deadline);
        if (call.cancel.cancelled) {
            result.stop = WireStop::Cancelled;
            return;
        }
        if (leftMs <= 0) {
            result.code = CURLE_OPERATION_TIMEDOUT;
            return;
        }
        curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(std::min(leftMs, cancelLookMs)),
                        nullptr);
    }
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            result.code = message->data.result;
    }
}

void CurlWire::measure(const WireCall &call, WireResult &result)
{
    CURL *easy = m_easy.get();
    const long headSent = smallNumberOf(easy, CURLINFO_REQUEST_SIZE);
    // The request's size also counts words with a proxy, which end before the handshake does.
    result.isConnected = numberOf(easy, call.address.isSecure ? CURLINFO_APPCONNECT_TIME_T
                                                              : CURLINFO_CONNECT_TIME_T) > 0;
    result.mayHaveArrived = headSent > 0 && (!call.address.isSecure || result.isConnected);
    result.verifyResult = smallNumberOf(easy, CURLINFO_SSL_VERIFYRESULT);
    result.proxyStatus = smallNumberOf(easy, CURLINFO_HTTP_CONNECTCODE);
    result.response.status = static_cast<int>(smallNumberOf(easy, CURLINFO_RESPONSE_CODE));
    result.response.bytesSent = headSent + numberOf(easy, CURLINFO_SIZE_UPLOAD_T);
    result.response.bytesReceived =
        smallNumberOf(easy, CURLINFO_HEADER_SIZE) + numberOf(easy, CURLINFO_SIZE_DOWNLOAD_T);
}

} // namespace topline::platform
