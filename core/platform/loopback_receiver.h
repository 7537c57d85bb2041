// Waits for the browser to come back from a vendor's sign-in page: a listener on 127.0.0.1 and ::1
// at one of the registered ports, for five minutes and one right request. Made by
// app/connection_source on a courier thread, which it blocks; no thread of its own. Strangers,
// wrong requests and slow clients are turned away and change nothing.
#pragma once

#include "core/base/result.h"
#include "core/base/sign_in_ports.h"
#include "core/base/time.h"
#include "core/crm/cancel_token.h"
#include "core/crm/pace.h"
#include "core/platform/callback_request.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace topline::platform {

using base::signInPorts;

class LoopbackReceiver {
public:
    static constexpr base::DurationMs lifetimeMs = 5 * base::minuteMs;

    // Busy when all ports are taken, on either address: whoever holds one could be sent the
    // browser. Port 0 takes any free one (tests). The pace must outlive the receiver.
    static base::Result<std::unique_ptr<LoopbackReceiver>>
    listen(const std::vector<std::uint16_t> &ports, const crm::Pace &pace);
    ~LoopbackReceiver();
    LoopbackReceiver(const LoopbackReceiver &) = delete;
    LoopbackReceiver &operator=(const LoopbackReceiver &) = delete;

    // "http://localhost:PORT/callback"
    std::string redirectUri() const;

    std::uint16_t port() const { return m_port; }

    // Blocks until the request with that state came, then closes the listener: once per object.
    // Cancelled (within about 50 ms), or Unavailable after lifetimeMs from listen() on.
    base::Result<SignInCallback> wait(const base::Secret &state, const crm::CancelToken &cancel);

private:
    struct Client {
        int descriptor = -1;
        std::int64_t endsAtMs = 0; // monotonic
        std::string bytes;
    };

    LoopbackReceiver(std::vector<int> listeners, std::uint16_t port, const crm::Pace &pace);

    void poll();
    void accept(int listener);
    // Takes what the client sent; what it was told is set once its head is whole, or too long.
    std::optional<CallbackVerdict> take(Client &client, const base::Secret &state) const;
    std::optional<SignInCallback> serveClients(const base::Secret &state);
    void closeListeners();

    std::vector<int> m_listeners;
    std::vector<Client> m_clients;
    std::uint16_t m_port = 0;
    const crm::Pace &m_pace;
    std::int64_t m_endsAtMs = 0;
};

} // namespace topline::platform
