#include "core/platform/random_ids.h"

#include <QRandomGenerator>

#include <array>
#include <cstring>

namespace topline::platform {

base::Uuid RandomIdSource::next()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    base::Uuid id;
    static_assert(sizeof(words) == sizeof(id.bytes));
    std::memcpy(id.bytes.data(), words.data(), sizeof(words));
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | 0x40);
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

} // namespace topline::platform
