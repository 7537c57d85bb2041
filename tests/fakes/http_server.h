// A small HTTP/1.1 server on 127.0.0.1 for tests: a thread per connection, keep-alive, request
// bodies with a length or in chunks, "Expect: 100-continue". The handler is called for one request
// at a time, on a connection's thread; it may block on a gate of the test, which must open it
// before the server goes. The destructor ends every connection and joins every thread.
#pragma once

#include "tests/fakes/http_message.h"
#include "tests/fakes/socket_server.h"

#include <atomic>
#include <mutex>
#include <string>

namespace topline::fakes {

class HttpServer {
public:
    // Port 0: a free one.
    explicit HttpServer(Handler handler, int port = 0);

    // "http://127.0.0.1:PORT"
    std::string baseUrl() const { return m_sockets.baseUrl(); }

    int port() const { return m_sockets.port(); }

    // How many connections were accepted so far.
    int connectionCount() const { return m_sockets.connectionCount(); }

    // How many requests reached the handler so far.
    int requestCount() const { return m_requestCount; }

    bool waitUntilQuiet() { return m_sockets.waitUntilQuiet(); }

private:
    bool serveOne(Connection &connection);

    Handler m_handler;
    std::atomic<int> m_requestCount{0};
    std::mutex m_handlerMutex;
    SocketServer m_sockets; // last: its threads use the rest
};

// One whole request, read off a connection. False: closed or no HTTP.
bool readRequest(Connection &connection, Request &request);

} // namespace topline::fakes
