#include "core/actions/canonical_json.h"

#include <QString>

#include <string_view>

namespace topline::actions {

namespace {

std::string validUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

} // namespace

std::string jsonString(const std::string &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : validUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte >= 0x20) {
            out += c;
        } else if (const auto at = std::string_view("\b\t\n\f\r").find(c);
                   at != std::string_view::npos) {
            out += '\\';
            out += "btnfr"[at];
        } else {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        }
    }
    return out + '"';
}

std::string jsonObject(const std::map<std::string, std::string> &members)
{
    std::string out = "{";
    for (const auto &[key, value] : members) {
        if (out.size() > 1)
            out += ',';
        out += jsonString(key);
        out += ':';
        out += value;
    }
    return out + '}';
}

std::string jsonArray(std::span<const std::string> values)
{
    std::string out = "[";
    for (const std::string &value : values) {
        if (out.size() > 1)
            out += ',';
        out += value;
    }
    return out + ']';
}

} // namespace topline::actions
