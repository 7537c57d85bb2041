// An HttpClient that calls a fake's handler without a socket, for fast tests. It means the same as
// the server and the real client together: a spoilt answer leaves a write Unknown and a read
// Unavailable, and "offline" sends nothing. One call at a time, on the calling thread.
#pragma once

#include "core/crm/http_client.h"
#include "tests/fakes/http_message.h"

#include <atomic>
#include <mutex>

namespace topline::fakes {

class DirectHttpClient final : public crm::HttpClient {
public:
    explicit DirectHttpClient(Handler handler);

    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override;

    // While set, nothing is sent and everything is Unavailable. Any thread.
    void setOffline(bool offline) { m_isOffline = offline; }

    // How many requests reached the handler so far.
    int requestCount() const { return m_requestCount; }

private:
    Handler m_handler;
    std::mutex m_mutex;
    std::atomic<bool> m_isOffline{false};
    std::atomic<int> m_requestCount{0};
};

} // namespace topline::fakes
