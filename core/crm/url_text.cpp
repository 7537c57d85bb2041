#include "core/crm/url_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace topline::crm {
namespace {

constexpr std::string_view upperHex = "0123456789ABCDEF";
constexpr std::string_view base64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isUnreserved(char c)
{
    return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char &c : out) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool isPort(std::string_view text)
{
    if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int port = 0;
    for (char c : text)
        port = port * 10 + (c - '0');
    return port > 0 && port <= 65'535;
}

bool isName(std::string_view host)
{
    return !host.empty() && host.front() != '.' && host.front() != '-' && host.back() != '.' &&
           host.find("..") == std::string_view::npos &&
           std::all_of(host.begin(), host.end(),
                       [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.'; });
}

} // namespace

std::string percentEncoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (isUnreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += upperHex[byte >> 4];
        out += upperHex[byte & 15];
    }
    return out;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plusIsSpace) {
            out += ' ';
        } else if (text[at] != '%') {
            out += text[at];
        } else {
            const int high = at + 2 < text.size() ? hexValue(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? hexValue(text[at + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    return out;
}

std::string encodedPairs(const TextPairs &pairs)
{
    std::string out;
    for (const auto &[name, value] : pairs) {
        if (!out.empty())
            out += '&';
        out += percentEncoded(name) + '=' + percentEncoded(value);
    }
    return out;
}

std::optional<TextPairs> decodedPairs(std::string_view text)
{
    TextPairs pairs;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), part.size() + 1));
        if (part.empty())
            continue;
        const std::size_t equals = std::min(part.find('='), part.size());
        const auto name = percentDecoded(part.substr(0, equals), true);
        const auto value = percentDecoded(part.substr(std::min(equals + 1, part.size())), true);
        if (!name || !value)
            return std::nullopt;
        pairs.emplace_back(*name, *value);
    }
    return pairs;
}

std::string base64Url(std::string_view bytes)
{
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = (bits << 8) | static_cast<unsigned char>(c);
        count += 8;
        while (count >= 6) {
            count -= 6;
            out += base64Alphabet[(bits >> count) & 63];
        }
    }
    if (count > 0)
        out += base64Alphabet[(bits << (6 - count)) & 63];
    return out;
}

std::optional<std::string> originOf(std::string_view address)
{
    std::string text = lowered(address);
    std::string scheme = "https";
    const std::size_t separator = text.find("://");
    if (separator != std::string::npos) {
        scheme = text.substr(0, separator);
        text.erase(0, separator + 3);
    }
    if (!text.empty() && text.back() == '/')
        text.pop_back();
    const std::string v6 = "[::1]";
    const bool isV6 = text.rfind(v6, 0) == 0;
    const std::size_t hostEnd = isV6 ? v6.size() : std::min(text.find(':'), text.size());
    const std::string host = text.substr(0, hostEnd);
    const std::string rest = text.substr(hostEnd);
    if (!isV6 && !isName(host))
        return std::nullopt;
    if (!rest.empty() && (rest.front() != ':' || !isPort(std::string_view(rest).substr(1))))
        return std::nullopt;
    if (scheme != "https" && (scheme != "http" || !isLoopbackHost(isV6 ? "::1" : host)))
        return std::nullopt;
    return scheme + "://" + host + (scheme == "https" && rest == ":443" ? "" : rest);
}

std::string hostOf(std::string_view origin)
{
    const std::size_t start =
        origin.find("://") == std::string_view::npos ? 0 : origin.find("://") + 3;
    const std::string_view rest = origin.substr(start);
    if (rest.substr(0, 1) == "[")
        return std::string(rest.substr(1, rest.find(']') - 1));
    return std::string(rest.substr(0, rest.find(':')));
}

bool isLoopbackHost(std::string_view host)
{
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

} // namespace topline::crm
