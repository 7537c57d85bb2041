// Reads HTTP/1.1 requests from bytes that a stranger may have sent, within fixed limits. Fed by the
// collector's socket on its thread; no socket, no clock. How the bytes are cut does not matter:
// byte by byte gives what one piece gives. What is not plainly one request is refused with a
// status, and the parser then takes nothing more: no second guess about where a request ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::intake {

struct HttpLimits {
    std::size_t lineBytes = 2 * 1024;   // of the request line
    std::size_t headBytes = 8 * 1024;   // of all header lines, with those behind a chunked body
    std::size_t headerCount = 32;       // with those behind a chunked body
    std::size_t bodyBytes = 512 * 1024; // a batch of Segment's clients has at most 480 KiB
};

struct HttpRequest {
    std::string method;                                       // upper case
    std::string target;                                       // begins with '/'
    std::vector<std::pair<std::string, std::string>> headers; // names in lower case
    std::string body;
    bool keepAlive = true;

    // The value of the header; "" when it is not there. With `count`, how often it stands there.
    std::string_view header(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    bool operator==(const HttpRequest &) const = default;
};

class HttpRequestParser {
public:
    explicit HttpRequestParser(HttpLimits limits = {})
        : m_limits(limits)
    {
    }

    // How many of the bytes were taken: all, or up to the end of the request, or none once it is
    // complete or refused.
    std::size_t feed(std::string_view bytes);

    bool isComplete() const { return m_state == State::Complete; }

    // The status of the refusal; 0 while there is none.
    int refusal() const { return m_refusal; }

    // The head is complete, the body is not, and the client waits to be told to go on.
    bool awaitsContinue() const;

    // So that it is told once.
    void noteContinued() { m_isContinued = true; }

    // Something of a request has come.
    bool hasBegun() const { return m_hasBegun; }

    bool isHeadDone() const { return m_isHeadDone; }

    // The request as far as it is known: with its head once isHeadDone().
    const HttpRequest &request() const { return m_request; }

    // The complete request; the parser is then ready for the next one.
    HttpRequest take();

private:
    enum class State {
        RequestLine,
        Header,
        Body,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        Complete
    };

    bool takesBulk() const { return m_state == State::Body || m_state == State::ChunkData; }

    std::size_t takeBulk(std::string_view bytes);
    void takeByte(char c);
    void endLine();
    void readRequestLine();
    void readHeader();
    void readFraming();
    void readChunkSize();
    void addHeader(std::string_view name, std::string_view value);
    void refuse(int status);

    HttpLimits m_limits;
    State m_state = State::RequestLine;
    HttpRequest m_request;
    std::string m_line;
    std::size_t m_headBytes = 0;
    std::size_t m_headerCount = 0;
    std::size_t m_left = 0; // of the body or chunk
    int m_refusal = 0;
    bool m_hasReturn = false; // the last byte of the line was '\r'
    bool m_hasBegun = false;
    bool m_isHeadDone = false;
    bool m_expectsContinue = false;
    bool m_isContinued = false;
};

} // namespace topline::intake
