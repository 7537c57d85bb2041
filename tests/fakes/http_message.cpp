#include "tests/fakes/http_message.h"

#include "core/base/text.h"

#include <charconv>

namespace topline::fakes {

std::string percentDecoded(std::string_view text, bool plusIsSpace)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const char *first = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(first, first + 2, value, 16).ptr == first + 2) {
            plain += static_cast<char>(value);
            i += 2;
        } else {
            plain += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    return plain;
}

Request requestOfTarget(std::string method, std::string_view target)
{
    const std::size_t question = target.find('?');
    Request request;
    request.method = std::move(method);
    request.path = percentDecoded(target.substr(0, question), false);
    if (question != std::string_view::npos)
        request.query = std::string(target.substr(question + 1));
    return request;
}

std::string Request::header(std::string_view name) const
{
    const std::string wanted = base::lowerAscii(name);
    for (const auto &[key, value] : headers) {
        if (base::lowerAscii(key) == wanted)
            return value;
    }
    return {};
}

std::string Request::queryValue(std::string_view name) const
{
    std::string_view rest = query;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        if (percentDecoded(pair.substr(0, equals), true) == name)
            return equals == std::string_view::npos ? std::string()
                                                    : percentDecoded(pair.substr(equals + 1), true);
    }
    return {};
}

} // namespace topline::fakes
