// Listening sockets that only this machine reaches: 127.0.0.1 and ::1 at one port. Used by the
// sign-in's receiver and by the collector, on their threads. The descriptors are the caller's.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace topline::platform {

struct LoopbackListeners {
    std::vector<int> descriptors; // not blocking, closed on exec
    std::uint16_t port = 0;
};

// Both addresses, or nothing when either is taken; port 0 takes any free one.
std::optional<LoopbackListeners> listenOnLoopback(std::uint16_t port);

} // namespace topline::platform
