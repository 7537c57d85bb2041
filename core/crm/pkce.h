// Proof Key for Code Exchange (RFC 7636), method S256: shows at the token call that we are the one
// who opened the browser. Called by sign-in code, any thread. Pure: the randomness comes in.
#pragma once

#include "core/base/secret.h"

#include <string>

namespace topline::crm {

struct Pkce {
    base::Secret verifier; // sent with the token call only
    std::string challenge; // part of the address that the browser opens
};

// `random` are at least 32 random bytes; the verifier is their base64url text (43 characters for
// 32). CHECKs the length.
Pkce pkceFrom(const base::Secret &random);

// BASE64URL(SHA256(ASCII(verifier))), section 4.2.
std::string pkceChallenge(const base::Secret &verifier);

} // namespace topline::crm
