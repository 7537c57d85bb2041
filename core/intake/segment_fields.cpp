#include "core/intake/segment_fields.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace topline::intake {

namespace {

constexpr std::size_t idBytesMax = 256;

} // namespace

QJsonObject part(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toObject();
}

std::string idText(const QJsonValue &value)
{
    std::string out;
    if (value.isString())
        out = std::string(base::trimmed(value.toString().toStdString()));
    else if (value.isDouble() && std::floor(value.toDouble()) == value.toDouble() &&
             std::abs(value.toDouble()) < 9e15)
        out = std::to_string(static_cast<std::int64_t>(value.toDouble()));
    const bool isPlain =
        out.size() <= idBytesMax &&
        std::none_of(out.begin(), out.end(), [](char c) { return c >= 0 && c < 32; });
    return isPlain ? out : std::string();
}

std::string titleOf(const QJsonValue &value)
{
    std::string text = value.toString().toStdString();
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < 32; }, ' ');
    return base::storableText(base::trimmed(text), titleBytesMax);
}

std::string firstId(const QJsonObject &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        std::string found = idText(object.value(QLatin1String(name)));
        if (!found.empty())
            return found;
    }
    return {};
}

std::string mailAddress(const std::string &text)
{
    const std::size_t at = text.find('@');
    const bool isAddress = at != std::string::npos && at > 0 && at + 1 < text.size() &&
                           text.find('@', at + 1) == std::string::npos &&
                           text.find('.', at) != std::string::npos &&
                           text.find_first_of(" \t,;<>\"") == std::string::npos;
    return isAddress ? base::lowerAscii(text) : std::string();
}

} // namespace topline::intake
