// HMAC-SHA-256 (RFC 2104): a hash that nobody can repeat without the key. Called by whatever keeps
// a tag instead of a text. Pure, any thread, cannot fail.
#pragma once

#include "core/base/hash.h"

#include <string_view>

namespace topline::base {

// A key longer than 64 bytes is hashed first, as the RFC says.
Sha256 hmacSha256(std::string_view key, std::string_view text);

} // namespace topline::base
