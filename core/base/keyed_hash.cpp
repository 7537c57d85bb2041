#include "core/base/keyed_hash.h"

#include <algorithm>
#include <array>
#include <string>

namespace topline::base {

namespace {

constexpr std::size_t blockBytes = 64;

std::string bytesOf(const Sha256 &digest)
{
    return {digest.begin(), digest.end()};
}

std::string padded(const std::array<std::uint8_t, blockBytes> &block, std::uint8_t pad)
{
    std::string out;
    for (const std::uint8_t byte : block)
        out += static_cast<char>(byte ^ pad);
    return out;
}

} // namespace

Sha256 hmacSha256(std::string_view key, std::string_view text)
{
    const std::string own = key.size() > blockBytes ? bytesOf(sha256(key)) : std::string(key);
    std::array<std::uint8_t, blockBytes> block{};
    std::copy(own.begin(), own.end(), block.begin());
    std::string inner = padded(block, 0x36);
    inner += text;
    return sha256(padded(block, 0x5c) + bytesOf(sha256(inner)));
}

} // namespace topline::base
