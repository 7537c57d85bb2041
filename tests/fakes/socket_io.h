// Blocking reads and writes on one connection, for servers of tests. Each connection's own thread
// calls them; another thread may shut the socket down, upon which they end with false. A peer that
// goes away is no error, only the end.
#pragma once

#include <string>
#include <string_view>

namespace topline::fakes {

// Listens on 127.0.0.1 at `port`, 0 for one of the system's choice; -1 when that fails.
int listenOnLoopback(int &port);

// Begins or makes a connection to that port of 127.0.0.1, as the descriptor waits or not.
bool connectToLoopback(int descriptor, int port);

class Connection {
public:
    explicit Connection(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    // Up to and with the blank line that ends a request's head. False: closed before that.
    bool readHead(std::string &head);
    bool readLine(std::string &line); // without its line end
    bool readBytes(std::size_t count, std::string &bytes);
    bool write(std::string_view bytes) const;

    // Makes close() tell the peer by a reset instead of an orderly end.
    void resetOnClose() const;

    int descriptor() const { return m_descriptor; }

private:
    bool fill();

    int m_descriptor;
    std::string m_buffer;
};

} // namespace topline::fakes
