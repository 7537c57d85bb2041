// The ports of this computer at which a sign-in in the browser comes back: vendors take registered
// addresses only, so they are fixed and tried in order. Listened at by core/platform, shown by the
// window to whoever registers the organisation's app. Below the range that systems hand out for
// outgoing connections.
#pragma once

#include <cstdint>

namespace topline::base {

inline constexpr std::uint16_t signInPorts[] = {17645, 23645, 29645};

// "http://localhost:PORT/callback" is what is registered.
inline constexpr const char *signInPath = "/callback";

} // namespace topline::base
