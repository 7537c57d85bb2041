#include "core/platform/loopback_receiver.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace topline::platform {
namespace {

constexpr int lookMs = 50;
constexpr int backlog = 128;
constexpr std::size_t clientsMax = 32;
constexpr std::size_t headBytesMax = 8 * 1024;
constexpr base::DurationMs clientPatienceMs = 10 * base::secondMs;
constexpr int anyPortTries = 20;
constexpr std::string_view headEnd = "\r\n\r\n";

// A socket address of either family.
struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

Address loopbackAddress(int family, std::uint16_t port)
{
    Address address;
    if (family == AF_INET) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::memcpy(&address.storage, &v4, sizeof v4);
        address.size = sizeof v4;
    } else {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        v6.sin6_addr = in6addr_loopback;
        std::memcpy(&address.storage, &v6, sizeof v6);
        address.size = sizeof v6;
    }
    return address;
}

// A descriptor, or minus errno.
int listenOn(int family, std::uint16_t port)
{
    const int descriptor = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -errno;
    const int on = 1;
    ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (family == AF_INET6)
        ::setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    Address address = loopbackAddress(family, port);
    if (::bind(descriptor, address.get(), address.size) == 0 && ::listen(descriptor, backlog) == 0)
        return descriptor;
    const int failure = errno;
    ::close(descriptor);
    return -failure;
}

std::uint16_t portOf(int descriptor)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (::getsockname(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

struct Pair {
    std::vector<int> listeners;
    std::uint16_t port = 0;
};

// Both addresses, or none. A machine without IPv6 has nobody at ::1 either.
std::optional<Pair> listenOnBoth(std::uint16_t wanted)
{
    const int v4 = listenOn(AF_INET, wanted);
    if (v4 < 0)
        return std::nullopt;
    const std::uint16_t port = portOf(v4);
    const int v6 = listenOn(AF_INET6, port);
    if (v6 >= 0)
        return Pair{{v4, v6}, port};
    if (v6 == -EADDRNOTAVAIL || v6 == -EAFNOSUPPORT)
        return Pair{{v4}, port};
    ::close(v4);
    return std::nullopt;
}

} // namespace

base::Result<std::unique_ptr<LoopbackReceiver>>
LoopbackReceiver::listen(const std::vector<std::uint16_t> &ports, const crm::Pace &pace)
{
    for (const std::uint16_t port : ports) {
        for (int tries = port == 0 ? anyPortTries : 1; tries > 0; --tries) {
            if (std::optional<Pair> both = listenOnBoth(port))
                return std::unique_ptr<LoopbackReceiver>(
                    new LoopbackReceiver(std::move(both->listeners), both->port, pace));
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
