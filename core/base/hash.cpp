#include "core/base/hash.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <algorithm>

namespace topline::base {

Sha256 sha256(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    const QByteArray digest = hash.result();
    Sha256 out{};
    std::copy(digest.cbegin(), digest.cend(), out.begin());
    return out;
}

std::string hex(const std::uint8_t *data, std::size_t size)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(size * 2);
    for (std::size_t i = 0; i < size; ++i) {
        out += digits[data[i] >> 4];
        out += digits[data[i] & 15];
    }
    return out;
}

std::uint64_t leadingUint64(const Sha256 &digest)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 8; ++i)
        out = (out << 8) | digest[i];
    return out;
}

std::int64_t key63(std::string_view text)
{
    return static_cast<std::int64_t>(leadingUint64(sha256(text)) >> 1);
}

} // namespace topline::base
