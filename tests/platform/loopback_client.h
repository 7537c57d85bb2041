// A plain TCP client for the loopback receiver's tests: sends what it is told, byte for byte, and
// reads until the other side closes. One thread per object; a failure to connect shows in isOpen.
#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::platform {

class LoopbackClient {
public:
    explicit LoopbackClient(std::uint16_t port, bool overV6 = false)
        : m_descriptor(::socket(overV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        v4.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        v6.sin6_addr = in6addr_loopback;
        const int done =
            overV6 ? ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&v6), sizeof v6)
                   : ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&v4), sizeof v4);
        m_isOpen = done == 0;
    }

    ~LoopbackClient() { ::close(m_descriptor); }

    LoopbackClient(const LoopbackClient &) = delete;
    LoopbackClient &operator=(const LoopbackClient &) = delete;

    bool isOpen() const { return m_isOpen; }

    void send(const std::string &bytes) const
    {
        for (std::size_t at = 0; at < bytes.size();) {
            const ssize_t count =
                ::send(m_descriptor, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
            if (count <= 0)
                return; // turned away before the end
            at += static_cast<std::size_t>(count);
        }
    }

    void endSending() const { ::shutdown(m_descriptor, SHUT_WR); }

    // Blocks until the other side closes.
    std::string readAll() const
    {
        std::string bytes;
        char chunk[4'096];
        for (;;) {
            const ssize_t count = ::recv(m_descriptor, chunk, sizeof chunk, 0);
            if (count <= 0)
                return bytes;
            bytes.append(chunk, static_cast<std::size_t>(count));
        }
    }

    std::string ask(const std::string &bytes) const
    {
        send(bytes);
        endSending();
        return readAll();
    }

private:
    int m_descriptor;
    bool m_isOpen = false;
};

} // namespace topline::platform
