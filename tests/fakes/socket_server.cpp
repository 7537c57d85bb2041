#include "tests/fakes/socket_server.h"

#include "core/base/check.h"

#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::fakes {

SocketServer::SocketServer(Script script, int port)
    : m_script(std::move(script))
    , m_port(port)
    , m_listener(listenOnLoopback(m_port))
{
    CHECK(m_listener >= 0);
    m_acceptor = std::thread([this] { acceptAll(); });
}

SocketServer::~SocketServer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        ::shutdown(m_listener, SHUT_RDWR);
        for (int descriptor : m_open)
            ::shutdown(descriptor, SHUT_RDWR);
    }
    m_acceptor.join();
    ::close(m_listener);
    for (std::thread &thread : m_threads)
        thread.join();
}

std::string SocketServer::baseUrl() const
{
    return "http://127.0.0.1:" + std::to_string(m_port);
}

void SocketServer::acceptAll()
{
    for (;;) {
        const int descriptor = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        const std::lock_guard lock(m_mutex);
        if (m_stopping) {
            if (descriptor >= 0)
                ::close(descriptor);
            return;
        }
        if (descriptor < 0)
            continue;
        const int index = m_connectionCount++;
        m_open.insert(descriptor);
        m_threads.emplace_back([this, descriptor, index] { serve(descriptor, index); });
    }
}

void SocketServer::serve(int descriptor, int index)
{
    Connection connection(descriptor);
    m_script(connection, index);
    const std::lock_guard lock(m_mutex);
    m_open.erase(descriptor);
    ::close(descriptor);
    m_closed.notify_all();
}

bool SocketServer::waitUntilQuiet()
{
    std::unique_lock lock(m_mutex);
    return m_closed.wait_for(lock, std::chrono::seconds(10), [this] { return m_open.empty(); });
}

} // namespace topline::fakes
