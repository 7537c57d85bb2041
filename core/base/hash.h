// SHA-256 and what is cut from it. Called by ids, holdout, ledger and import keys; pure, any
// thread, cannot fail.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace topline::base {

using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);

// Lower-case hexadecimal of any bytes.
std::string hex(const std::uint8_t *data, std::size_t size);

inline std::string hex(const Sha256 &digest)
{
    return hex(digest.data(), digest.size());
}

// The first eight bytes of the digest, big-endian.
std::uint64_t leadingUint64(const Sha256 &digest);

// A positive 63-bit key of a text, for compact unique columns.
std::int64_t key63(std::string_view text);

} // namespace topline::base
