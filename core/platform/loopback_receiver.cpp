#include "core/platform/loopback_receiver.h"

#include "core/platform/loopback_listener.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace topline::platform {
namespace {

constexpr int lookMs = 50;
constexpr std::size_t clientsMax = 32;
constexpr std::size_t headBytesMax = 8 * 1024;
constexpr base::DurationMs clientPatienceMs = 10 * base::secondMs;
constexpr int anyPortTries = 20;
constexpr std::string_view headEnd = "\r\n\r\n";

} // namespace

base::Result<std::unique_ptr<LoopbackReceiver>>
LoopbackReceiver::listen(const std::vector<std::uint16_t> &ports, const crm::Pace &pace)
{
    for (const std::uint16_t port : ports) {
        for (int tries = port == 0 ? anyPortTries : 1; tries > 0; --tries) {
            if (std::optional<LoopbackListeners> both = listenOnLoopback(port))
                return std::unique_ptr<LoopbackReceiver>(
                    new LoopbackReceiver(std::move(both->descriptors), both->port, pace));
        }
    }
    return base::Error{base::ErrorCode::Busy,
                       "All ports that the sign-in page could come back to are in use.", "",
                       "Close other programs that are signing in, and try again."};
}

LoopbackReceiver::LoopbackReceiver(std::vector<int> listeners, std::uint16_t port,
                                   const crm::Pace &pace)
    : m_listeners(std::move(listeners))
    , m_port(port)
    , m_pace(pace)
    , m_endsAtMs(pace.monotonicMs() + lifetimeMs)
{
}

LoopbackReceiver::~LoopbackReceiver()
{
    closeListeners();
}

void LoopbackReceiver::closeListeners()
{
    for (const int listener : m_listeners)
        ::close(listener);
    m_listeners.clear();
    for (const Client &client : m_clients)
        ::close(client.descriptor);
    m_clients.clear();
}

std::string LoopbackReceiver::redirectUri() const
{
    return "http://localhost:" + std::to_string(m_port) + base::signInPath;
}

base::Result<SignInCallback> LoopbackReceiver::wait(const base::Secret &state,
                                                    const crm::CancelToken &cancel)
{
    while (!m_listeners.empty()) {
        if (cancel.cancelled) {
            closeListeners();
            return base::Error{base::ErrorCode::Cancelled, "The sign-in was cancelled."};
        }
        if (m_pace.monotonicMs() >= m_endsAtMs)
            break;
        poll();
        if (std::optional<SignInCallback> callback = serveClients(state)) {
            closeListeners();
            return std::move(*callback);
        }
    }
    closeListeners();
    return base::Error{base::ErrorCode::Unavailable,
                       "The sign-in page did not come back within five minutes.",
                       "What was connected before is as it was.", "Sign in again."};
}

// Waits until somebody comes or speaks, at most lookMs, and lets newcomers in.
void LoopbackReceiver::poll()
{
    std::vector<pollfd> watched;
    for (const int listener : m_listeners)
        watched.push_back({listener, POLLIN, 0});
    for (const Client &client : m_clients)
        watched.push_back({client.descriptor, POLLIN, 0});
    if (::poll(watched.data(), watched.size(), lookMs) <= 0)
        return;
    for (const int listener : m_listeners)
        accept(listener);
}

void LoopbackReceiver::accept(int listener)
{
    for (;;) {
        const int descriptor = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0)
            return;
        // Whoever holds a place without speaking gives it up first.
        if (m_clients.size() >= clientsMax) {
            ::close(m_clients.front().descriptor);
            m_clients.erase(m_clients.begin());
        }
        m_clients.push_back({descriptor, m_pace.monotonicMs() + clientPatienceMs, {}});
    }
}

std::optional<CallbackVerdict> LoopbackReceiver::take(Client &client,
                                                      const base::Secret &state) const
{
    char chunk[2'048];
    for (;;) {
        const ssize_t count = ::recv(client.descriptor, chunk, sizeof chunk, 0);
        if (count <= 0) {
            const bool isLater = count < 0 && (errno == EAGAIN || errno == EINTR);
            if (!isLater)
                client.endsAtMs = m_pace.monotonicMs();
            return std::nullopt;
        }
        client.bytes.append(chunk, static_cast<std::size_t>(count));
        const std::size_t end = client.bytes.find(headEnd);
        if (end != std::string::npos && end <= headBytesMax)
            return judgeCallback(std::string_view(client.bytes).substr(0, end + headEnd.size()),
                                 m_port, state);
        if (client.bytes.size() > headBytesMax)
            return CallbackVerdict{};
    }
}

std::optional<SignInCallback> LoopbackReceiver::serveClients(const base::Secret &state)
{
    std::optional<SignInCallback> callback;
    for (Client &client : m_clients) {
        std::optional<CallbackVerdict> verdict = take(client, state);
        if (verdict) {
            const std::string answer = callbackAnswer(*verdict);
            // It fits into the socket's buffer; a client that will not read it goes without.
            ::send(client.descriptor, answer.data(), answer.size(), MSG_NOSIGNAL);
            client.endsAtMs = m_pace.monotonicMs();
            if (verdict->callback)
                callback = std::move(verdict->callback);
        }
        if (m_pace.monotonicMs() >= client.endsAtMs) {
            ::shutdown(client.descriptor, SHUT_WR);
            ::close(std::exchange(client.descriptor, -1));
            const base::Secret heard(std::move(client.bytes));
        }
        if (callback)
            break;
    }
    m_clients.erase(std::remove_if(m_clients.begin(), m_clients.end(),
                                   [](const Client &client) { return client.descriptor < 0; }),
                    m_clients.end());
    return callback;
}

} // namespace topline::platform
