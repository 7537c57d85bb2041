#include "core/platform/loopback_listener.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::platform {

namespace {

constexpr int backlog = 128;

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

} // namespace

std::optional<LoopbackListeners> listenOnLoopback(std::uint16_t wanted)
{
    const int v4 = listenOn(AF_INET, wanted);
    if (v4 < 0)
        return std::nullopt;
    const std::uint16_t port = portOf(v4);
    const int v6 = listenOn(AF_INET6, port);
    if (v6 >= 0)
        return LoopbackListeners{{v4, v6}, port};
    // A machine without IPv6 has nobody at ::1 either.
    if (v6 == -EADDRNOTAVAIL || v6 == -EAFNOSUPPORT)
        return LoopbackListeners{{v4}, port};
    ::close(v4);
    return std::nullopt;
}

} // namespace topline::platform
