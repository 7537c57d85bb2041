// What a fake CRM sees and says: one decoded request, one answer, and how the answer may be spoilt
// on its way. Shared by the server on loopback and by the client without a socket, so that one
// fake serves both. Plain values; a name that is not there gives an empty text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::fakes {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    std::string method;
    std::string path;  // percent-decoded, without the query
    std::string query; // raw, without "?"
    Headers headers;
    std::string body;

    // The first header of that name, in any case.
    std::string header(std::string_view name) const;
    // The first parameter of that name, decoded ("+" is a space).
    std::string queryValue(std::string_view name) const;
};

struct Response {
    int status = 200;
    // "Transfer-Encoding: chunked" makes the server send the body in chunks.
    Headers headers = {};
    std::string body = {};

    enum class Wire {
        Normal,
        CloseBefore, // reset, as if it had never been read
        CloseAfter,  // handled, the answer lost
        Truncate,    // half of the body, then closed
    } wire = Wire::Normal;
};

using Handler = std::function<Response(const Request &)>;

// The request of a target as it stands in a request line or URL: "/a%20b?x=1".
Request requestOfTarget(std::string method, std::string_view target);

std::string percentDecoded(std::string_view text, bool plusIsSpace);

} // namespace topline::fakes
