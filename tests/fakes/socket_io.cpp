#include "tests/fakes/socket_io.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdint>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::fakes {

int listenOnLoopback(int &port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int reuse = 1;
    (void)::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &reuse, sizeof(reuse));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (listener < 0 || ::bind(listener, generic, size) != 0 || ::listen(listener, 128) != 0 ||
        ::getsockname(listener, generic, &size) != 0) {
        if (listener >= 0)
            ::close(listener);
        return -1;
    }
    port = ntohs(address.sin_port);
    return listener;
}

bool connectToLoopback(int descriptor, int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) ==
           0;
}

bool Connection::fill()
{
    char bytes[16 * 1024];
    ssize_t count = 0;
    do {
        count = ::recv(m_descriptor, bytes, sizeof(bytes), 0);
    } while (count < 0 && errno == EINTR);
    if (count <= 0)
        return false;
    m_buffer.append(bytes, static_cast<std::size_t>(count));
    return true;
}

bool Connection::readHead(std::string &head)
{
    std::size_t end = std::string::npos;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos) {
        if (!fill())
            return false;
    }
    head = m_buffer.substr(0, end + 4);
    m_buffer.erase(0, end + 4);
    return true;
}

bool Connection::readLine(std::string &line)
{
    std::size_t end = std::string::npos;
    while ((end = m_buffer.find("\r\n")) == std::string::npos) {
        if (!fill())
            return false;
    }
    line = m_buffer.substr(0, end);
    m_buffer.erase(0, end + 2);
    return true;
}

bool Connection::readBytes(std::size_t count, std::string &bytes)
{
    while (m_buffer.size() < count) {
        if (!fill())
            return false;
    }
    bytes = m_buffer.substr(0, count);
    m_buffer.erase(0, count);
    return true;
}

bool Connection::write(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void Connection::resetOnClose() const
{
    const linger abrupt{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &abrupt, sizeof(abrupt));
}

} // namespace topline::fakes
