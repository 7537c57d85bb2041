// One libcurl connection and what goes over it: one request, one answer, no redirects, no second
// try of a write. Used by the HTTP client, by one thread at a time. What failed is told as libcurl
// told it, with whether anything may have arrived.
#pragma once

#include "core/crm/http_client.h"
#include "core/platform/curl_address.h"

#include <chrono>
#include <curl/curl.h>
#include <memory>
#include <string>

namespace topline::platform {

// Why we ended an exchange ourselves.
enum class WireStop { None, Cancelled, BodyTooBig, HeadersTooBig };

struct WireLimits {
    std::string userAgent;
    std::string caFile; // empty: the system's
    base::DurationMs connectMs = 0;
    std::int64_t headerBytesMax = 0;
};

struct WireCall {
    const crm::HttpRequest &request;
    const CurlAddress &address;
    const crm::CancelToken &cancel;
    std::chrono::steady_clock::time_point deadline;
};

struct WireResult {
    CURLcode code = CURLE_OK;
    WireStop stop = WireStop::None;
    bool isConnected = false;    // as far as bytes of the request could be sent
    bool mayHaveArrived = false; // at least a byte of the request left us
    long verifyResult = 0;       // OpenSSL's reason against the certificate
    long proxyStatus = 0;        // what a proxy said to our wish to get through
    crm::HttpResponse response;

    bool ok() const { return code == CURLE_OK && stop == WireStop::None; }
};

// False for what changes nothing there, whose lost answer is no doubt.
bool isWrite(const crm::HttpRequest &request);

class CurlWire {
public:
    explicit CurlWire(std::string origin);

    const std::string &origin() const { return m_origin; }

    WireResult exchange(const WireCall &call, const WireLimits &limits);

private:
    bool isConnectionUsable() const;
    void run(const WireCall &call, WireResult &result);
    void measure(const WireCall &call, WireResult &result);

    std::string m_origin;
    std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> m_multi;
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> m_easy; // goes before the multi handle
    curl_socket_t m_idle = CURL_SOCKET_BAD; // kept open for the next read; the multi handle's
};

} // namespace topline::platform
