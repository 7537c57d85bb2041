// Accepts connections on 127.0.0.1 and hands each to a script on a thread of its own: the base of
// the HTTP server, and of servers that must misbehave byte by byte. The connection is closed when
// the script returns. The destructor shuts every connection down and joins every thread.
#pragma once

#include "tests/fakes/socket_io.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace topline::fakes {

class SocketServer {
public:
    // `index` counts connections from 0.
    using Script = std::function<void(Connection &connection, int index)>;

    // Port 0: a free one.
    explicit SocketServer(Script script, int port = 0);
    ~SocketServer();
    SocketServer(const SocketServer &) = delete;
    SocketServer &operator=(const SocketServer &) = delete;

    // "http://127.0.0.1:PORT"
    std::string baseUrl() const;

    int port() const { return m_port; }

    // How many connections were accepted so far.
    int connectionCount() const { return m_connectionCount; }

    // Until every connection has ended; false after ten seconds.
    bool waitUntilQuiet();

private:
    void acceptAll();
    void serve(int descriptor, int index);

    Script m_script;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<int> m_connectionCount{0};
    std::mutex m_mutex; // guards what follows
    bool m_stopping = false;
    std::set<int> m_open;
    std::condition_variable m_closed;
    std::list<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace topline::fakes
