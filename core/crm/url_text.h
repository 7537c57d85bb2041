// Texts of addresses and forms: percent-encoding both ways, queries, form bodies, base64 for URLs.
// Called by sign-in code and connectors, any thread. Pure; what cannot be decoded is no value.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::crm {

using TextPairs = std::vector<std::pair<std::string, std::string>>;

// RFC 3986: everything but letters, digits and "-._~" becomes %XX.
std::string percentEncoded(std::string_view text);

// "+" is a space only in queries and forms. No value for a broken %XX.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsSpace);

// "a=1&b=x%20y" in the order given; good as a query and as a form body.
std::string encodedPairs(const TextPairs &pairs);

// The pairs of a query or form body. No value for a broken %XX.
std::optional<TextPairs> decodedPairs(std::string_view text);

// RFC 4648, alphabet for URLs, without padding.
std::string base64Url(std::string_view bytes);

// "https://host[:port]" in lower case without a path, from "host", "host/" or an address with its
// scheme. No value: http to anything but a loopback address, user info, a path, a query, no host.
std::optional<std::string> originOf(std::string_view address);

// The host of an origin made above, without brackets.
std::string hostOf(std::string_view origin);

// "127.0.0.1", "::1", "localhost".
bool isLoopbackHost(std::string_view host);

} // namespace topline::crm
