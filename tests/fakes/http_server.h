// A small HTTP/1.1 server on 127.0.0.1 for tests: a thread per connection, keep-alive, request
// bodies with a length or in chunks, "Expect: 100-continue". The handler is called for one request
// at a time, on a connection's thread; it may block on a gate of the test, which must open it
// before the server goes. The destructor ends every connection and joins every thread.
#pragma once

#include "tests/fakes/http_message.h"
#include "tests/fakes/socket_io.h"

#include <atomic>
#include <list>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace topline::fakes {

class HttpServer {
public:
    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    // "http://127.0.0.1:PORT"
    std::string baseUrl() const;

    int port() const { return m_port; }

    // How many connections were accepted so far.
    int connectionCount() const { return m_connectionCount; }

    // How many requests reached the handler so far.
    int requestCount() const { return m_requestCount; }

private:
    void acceptAll();
    void serve(int descriptor);
    bool serveOne(Connection &connection);

    Handler m_handler;
    int m_port = 0;
    int m_listener = -1;
    std::atomic<int> m_connectionCount{0};
    std::atomic<int> m_requestCount{0};
    std::mutex m_handlerMutex;
    std::mutex m_mutex; // guards what follows
    bool m_stopping = false;
    std::set<int> m_open;
    std::list<std::thread> m_threads;
    std::thread m_acceptor;
};

} // namespace topline::fakes
