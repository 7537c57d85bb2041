// Whether a request at the loopback address is the redirect of our own sign-in. Called by the
// loopback receiver with what a stranger may have sent; pure, any thread. Everything but the one
// right request is a status without a reason, the same for all wrong ones of a kind.
#pragma once

#include "core/base/secret.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline::platform {

// What the vendor's page sent back; `code` or `error`, never both.
struct SignInCallback {
    base::Secret code;
    std::string error;  // OAuth's word for it: "access_denied"
    std::string issuer; // RFC 9207; empty: not sent
};

struct CallbackVerdict {
    int status = 400; // of the answer
    std::optional<SignInCallback> callback;
};

// `head` is the request up to and with its empty line.
CallbackVerdict judgeCallback(std::string_view head, std::uint16_t port, const base::Secret &state);

// A whole HTTP answer: a small page that repeats nothing of the request.
std::string callbackAnswer(const CallbackVerdict &verdict);

} // namespace topline::platform
