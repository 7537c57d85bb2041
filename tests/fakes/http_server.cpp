#include "tests/fakes/http_server.h"

#include "core/base/text.h"

#include <charconv>

namespace topline::fakes {
namespace {

// The request line and headers; empty method when the line makes no sense.
Request readRequestHead(std::string_view head)
{
    const std::string_view line = head.substr(0, head.find("\r\n"));
    const std::size_t first = line.find(' ');
    const std::size_t second = line.rfind(' ');
    if (first == std::string_view::npos || second <= first)
        return {};
    Request request = requestOfTarget(std::string(line.substr(0, first)),
                                      line.substr(first + 1, second - first - 1));
    std::string_view rest = head.substr(line.size() + 2);
    while (rest.size() > 2) {
        const std::string_view row = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(row.size() + 2);
        const std::size_t colon = row.find(':');
        if (colon != std::string_view::npos)
            request.headers.emplace_back(row.substr(0, colon),
                                         base::trimmed(row.substr(colon + 1)));
    }
    return request;
}

std::size_t numberOf(std::string_view text, int radix)
{
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, radix);
    return number;
}

bool readChunks(Connection &connection, std::string &body)
{
    for (;;) {
        std::string line;
        std::string part;
        if (!connection.readLine(line))
            return false;
        const std::size_t size = numberOf(line, 16);
        if (!connection.readBytes(size, part) || !connection.readLine(line))
            return false;
        if (size == 0)
            return true;
        body += part;
    }
}

bool readBody(Connection &connection, Request &request)
{
    if (request.header("Expect") == "100-continue" &&
        !connection.write("HTTP/1.1 100 Continue\r\n\r\n"))
        return false;
    if (base::lowerAscii(request.header("Transfer-Encoding")) == "chunked")
        return readChunks(connection, request.body);
    return connection.readBytes(numberOf(request.header("Content-Length"), 10), request.body);
}

std::string inChunks(const std::string &body)
{
    constexpr std::size_t chunkBytes = 4'096;
    std::string framed;
    for (std::size_t at = 0; at < body.size(); at += chunkBytes) {
        const std::string part = body.substr(at, chunkBytes);
        char size[20];
        const auto end = std::to_chars(size, size + sizeof(size), part.size(), 16).ptr;
        framed.append(size, end).append("\r\n").append(part).append("\r\n");
    }
    return framed + "0\r\n\r\n";
}

std::string wireText(const Response &response, bool hasBody)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " Fake\r\n";
    bool isChunked = false;
    for (const auto &[name, value] : response.headers) {
        head += name;
        head += ": ";
        head += value;
        head += "\r\n";
        isChunked = isChunked || base::lowerAscii(name) == "transfer-encoding";
    }
    const std::string body = isChunked ? inChunks(response.body) : response.body;
    if (hasBody && !isChunked)
        head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    head += "\r\n";
    if (!hasBody)
        return head;
    const bool isCut = response.wire == Response::Wire::Truncate;
    return head + (isCut ? body.substr(0, body.size() / 2) : body);
}

} // namespace

bool readRequest(Connection &connection, Request &request)
{
    std::string head;
    if (!connection.readHead(head))
        return false;
    request = readRequestHead(head);
    return !request.method.empty() && readBody(connection, request);
}

HttpServer::HttpServer(Handler handler, int port)
    : m_handler(std::move(handler))
    , m_sockets(
          [this](Connection &connection, int) {
              while (serveOne(connection)) {
              }
          },
          port)
{
}

bool HttpServer::serveOne(Connection &connection)
{
    Request request;
    if (!readRequest(connection, request))
        return false;
    Response response;
    {
        const std::lock_guard lock(m_handlerMutex);
        ++m_requestCount;
        response = m_handler(request);
    }
    if (response.wire == Response::Wire::CloseBefore)
        connection.resetOnClose();
    if (response.wire == Response::Wire::CloseBefore || response.wire == Response::Wire::CloseAfter)
        return false;
    const bool hasBody =
        request.method != "HEAD" && response.status != 204 && response.status != 304;
    return connection.write(wireText(response, hasBody)) &&
           response.wire == Response::Wire::Normal &&
           base::lowerAscii(request.header("Connection")) != "close";
}

} // namespace topline::fakes
