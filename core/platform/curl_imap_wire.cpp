#include "core/platform/curl_imap_wire.h"

#include <algorithm>
#include <poll.h>

namespace topline::platform {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr long long cancelLookMs = 50;

base::Error ended(const std::string &host, const char *how)
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "The connection to " + host + ' ' + how,
            .kept = "Nothing was changed there."};
}

class CurlImapWire final : public mail::ImapWire {
public:
    CurlImapWire(std::unique_ptr<CurlMailHandle> handle, std::string host,
                 const crm::CancelToken &cancel)
        : m_handle(std::move(handle))
        , m_host(std::move(host))
        , m_cancel(cancel)
    {
        curl_easy_getinfo(m_handle->easy(), CURLINFO_ACTIVESOCKET, &m_socket);
    }

    void allow(base::DurationMs duration) override
    {
        m_deadline = steady_clock::now() + milliseconds(duration);
    }

    base::Status send(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            std::size_t sent = 0;
            const CURLcode code =
                curl_easy_send(m_handle->easy(), bytes.data(), bytes.size(), &sent);
            if (code == CURLE_OK) {
                bytes.remove_prefix(sent);
                continue;
            }
            if (code != CURLE_AGAIN)
                return ended(m_host, "broke.");
            TRY_ASSIGN(const bool isReady, isReadyFor(POLLOUT));
            if (!isReady)
                return ended(m_host, "takes nothing more.");
        }
        return {};
    }

    base::Result<std::optional<std::string>> receive() override
    {
        std::string out(std::size_t{16} * 1024, '\0');
        for (;;) {
            std::size_t received = 0;
            const CURLcode code =
                curl_easy_recv(m_handle->easy(), out.data(), out.size(), &received);
            if (code == CURLE_OK && received == 0)
                return ended(m_host, "was ended there.");
            if (code == CURLE_OK) {
                out.resize(received);
                return std::optional(std::move(out));
            }
            if (code != CURLE_AGAIN)
                return ended(m_host, "broke.");
            TRY_ASSIGN(const bool isReady, isReadyFor(POLLIN));
            if (!isReady)
                return std::optional<std::string>();
        }
    }

private:
    // False: the time is over.
    base::Result<bool> isReadyFor(short what)
    {
        for (;;) {
            if (m_cancel.cancelled)
                return base::Error{.code = base::ErrorCode::Cancelled,
                                   .message = "The conversation with " + m_host + " was stopped.",
                                   .kept = "Nothing was changed there."};
            const long long leftMs =
                std::chrono::ceil<milliseconds>(m_deadline - steady_clock::now()).count();
            if (leftMs <= 0)
                return false;
            pollfd one{m_socket, what, 0};
            if (::poll(&one, 1, static_cast<int>(std::min(leftMs, cancelLookMs))) > 0)
                return true;
        }
    }

    std::unique_ptr<CurlMailHandle> m_handle;
    std::string m_host;
    const crm::CancelToken &m_cancel;
    curl_socket_t m_socket = CURL_SOCKET_BAD;
    steady_clock::time_point m_deadline = steady_clock::now();
};

} // namespace

CurlImapDialer::CurlImapDialer(domain::MailServer server, std::string caFile,
                               CurlMailOptions options)
    : m_server(std::move(server))
    , m_caFile(std::move(caFile))
    , m_options(options)
{
}

base::Result<std::unique_ptr<mail::ImapWire>> CurlImapDialer::open(const mail::MailLogin &login,
                                                                   const crm::CancelToken &cancel)
{
    auto handle = std::make_unique<CurlMailHandle>();
    TRY(handle->prepare(MailProtocol::Imap, m_server, m_caFile, {}));
    handle->setLogin(login);
    curl_easy_setopt(handle->easy(), CURLOPT_CONNECT_ONLY, 1L);
    const auto deadline = steady_clock::now() + milliseconds(3 * m_options.connectMs);
    const RunEnd end = handle->run([deadline] { return deadline; }, cancel);
    if (end != RunEnd::Done || handle->code() != CURLE_OK)
        return handle->failure(end);
    return std::unique_ptr<mail::ImapWire>(
        std::make_unique<CurlImapWire>(std::move(handle), m_server.host, cancel));
}

} // namespace topline::platform
