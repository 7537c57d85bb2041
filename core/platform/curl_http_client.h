// crm::HttpClient on libcurl: HTTP/1.1 over verified TLS 1.2 or newer, plain only to a loopback
// address. Made by app's composition, shared by all couriers; thread-safe, blocking. Writes go out
// on a connection of their own and are never repeated; reads may reuse one. Redirects of a GET are
// followed at most three times within one scheme, host and port. Errors as in
// core/crm/http_client.h.
#pragma once

#include "core/crm/http_client.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace topline::platform {

class CurlWire;
struct CurlAddress;

struct CurlOptions {
    std::string userAgent = {}; // empty: "Topline/<version>"
    // A PEM file of trusted authorities in place of the system's bundle.
    std::string caFile = {};
    base::DurationMs connectMs = 15 * base::secondMs; // of each connection, within the deadline
    std::int64_t headerBytesMax = 64LL * 1024;        // of the whole answer
};

class CurlHttpClient final : public crm::HttpClient {
public:
    explicit CurlHttpClient(CurlOptions options = {});
    ~CurlHttpClient() override;

    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override;

private:
    std::unique_ptr<CurlWire> take(const CurlAddress &address);
    void giveBack(std::unique_ptr<CurlWire> wire);

    CurlOptions m_options;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<CurlWire>> m_idle; // the last used at the end
};

} // namespace topline::platform
