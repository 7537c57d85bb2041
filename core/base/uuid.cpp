#include "core/base/uuid.h"

#include "core/base/hash.h"

#include <algorithm>

namespace topline::base {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string Uuid::text() const
{
    std::string out = hex(bytes.data(), bytes.size());
    for (std::size_t at : {8U, 13U, 18U, 23U})
        out.insert(at, 1, '-');
    return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 36;) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i++] != '-')
                return std::nullopt;
            continue;
        }
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        out.bytes[at++] = static_cast<std::uint8_t>(high * 16 + low);
        i += 2;
    }
    return out;
}

Uuid Uuid::named(std::string_view kind, std::string_view name)
{
    std::string input(kind);
    input += '\n';
    input += name;
    const Sha256 digest = sha256(input);
    Uuid out;
    std::copy_n(digest.begin(), out.bytes.size(), out.bytes.begin());
    out.bytes[6] = static_cast<std::uint8_t>((out.bytes[6] & 0x0f) | 0x80);
    out.bytes[8] = static_cast<std::uint8_t>((out.bytes[8] & 0x3f) | 0x80);
    return out;
}

Uuid SeededIdSource::next()
{
    return Uuid::named("seeded", std::to_string(m_seed) + ":" + std::to_string(m_count++));
}

} // namespace topline::base
