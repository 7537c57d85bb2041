// The one way to speak HTTP to a CRM: one request, one answer, on the calling (courier) thread.
// Implemented on libcurl by core/platform and by the tests. What failed says what the outside party
// may have seen: Unavailable: nothing that counts was sent; Unknown: a write may have arrived;
// Refused: our own rules (scheme, host, redirect, size); Cancelled: stopped before it was sent.
// Never sends a write twice (a read may go again where a kept connection had gone stale), never
// takes a request to another host, never logs a header or a body.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/time.h"
#include "core/crm/cancel_token.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

enum class HttpMethod { Get, Post, Put, Patch, Delete, Propfind, Report };

std::string_view httpMethodName(HttpMethod method); // "GET"

struct HttpHeader {
    std::string name;
    std::string value;
    bool operator==(const HttpHeader &) const = default;
};

// A user's name and password, as calendars ask for them.
struct BasicSignIn {
    std::string user; // without ":"
    base::Secret password;
};

struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    std::string url;                    // https; http only to a loopback address
    std::vector<HttpHeader> headers;    // nothing secret
    std::optional<base::Secret> bearer; // becomes "Authorization: Bearer …"
    std::optional<BasicSignIn> basic;   // becomes "Authorization: Basic …"; never beside a bearer
    std::string body;
    // A search or a batch read is a POST that changes nothing: losing its answer is no doubt.
    bool isRead = false;
    // Of a read: an answer that points elsewhere is given as it came; the caller judges where to.
    bool showsRedirects = false;
    base::DurationMs deadlineMs = 60 * base::secondMs; // for all of it, from the call on
    std::int64_t bodyBytesMax = 32LL * 1024 * 1024;    // of the answer, unpacked
};

struct HttpResponse {
    int status = 0;
    std::vector<HttpHeader> headers; // in the order received
    std::string body;                // unpacked
    std::int64_t bytesReceived = 0;  // on the wire, headers and packed body
    std::int64_t bytesSent = 0;

    // The first header of that name, in any case; empty when there is none.
    std::string header(std::string_view name) const;
    // The server's clock, from its Date header.
    std::optional<base::UtcMs> dateMs() const;
};

// The value of the header that signs in; empty where the request needs none.
base::Secret authorizationOf(const HttpRequest &request);

class HttpClient {
public:
    virtual ~HttpClient() = default;
    // An answer of any status is a value; only its absence is an error. A write that the answer
    // redirects (301 to 303) or whose answer is too big may have been done: Unknown. A body that
    // was packed is given unpacked, with the headers as they came.
    virtual base::Result<HttpResponse> send(const HttpRequest &request,
                                            const CancelToken &cancel) = 0;
};

} // namespace topline::crm
