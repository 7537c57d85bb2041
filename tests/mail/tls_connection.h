// One connection of a mail server of the tests, plain until it is told to speak TLS. Each
// connection's own thread calls it; another thread may shut the socket down, upon which every call
// ends with false or nothing.
#pragma once

#include "tests/platform/tls_server.h"

#include <QSslSocket>

#include <optional>
#include <string>
#include <string_view>

namespace topline::fakes {

class TlsConnection {
public:
    TlsConnection(int descriptor, const platform::Certificate &certificate);

    bool startTls();
    std::optional<std::string> readLine(); // without its line end
    std::optional<std::string> readBytes(std::size_t count);
    bool write(std::string_view bytes);

    // What was read and not asked for yet is dropped, as a server must after STARTTLS.
    void forgetUnread() { m_buffer.clear(); }

    // True when a byte can be read within that time.
    bool hasMore(int waitMs);

private:
    bool fill();

    QSslSocket m_socket;
    std::string m_buffer;
};

} // namespace topline::fakes
