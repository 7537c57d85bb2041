#include "core/intake/http_request.h"

#include "core/base/text.h"

#include <algorithm>
#include <optional>

namespace topline::intake {

namespace {

constexpr int badRequest = 400;
constexpr int bodyTooLarge = 413;
constexpr int targetTooLong = 414;
constexpr int expectationFailed = 417;
constexpr int headTooLarge = 431;
constexpr int notImplemented = 501;
constexpr int otherVersion = 505;

constexpr std::size_t methodBytesMax = 16;
constexpr std::size_t chunkLineBytesMax = 16;
constexpr std::size_t lengthDigitsMax = 12;

bool isTokenChar(char c)
{
    const bool isAlnum = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isAlnum || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isVisible(char c)
{
    return c > 0x20 && c < 0x7F;
}

// Header values: visible ASCII, spaces, tabs, and bytes above ASCII, which nothing here reads.
bool isValueChar(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
}

std::string_view withoutBlanks(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

// Digits only: no sign, no list, no blanks.
std::optional<std::size_t> decimal(std::string_view text)
{
    if (text.empty() || text.size() > lengthDigitsMax)
        return std::nullopt;
    std::size_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        out = out * 10 + static_cast<std::size_t>(c - '0');
    }
    return out;
}

std::optional<std::size_t> hexadecimal(std::string_view text)
{
    if (text.empty() || text.size() > 8)
        return std::nullopt;
    std::size_t out = 0;
    for (const char c : text) {
        const std::size_t digit =
            std::string_view("0123456789abcdef").find(base::lowerAscii({&c, 1}));
        if (digit == std::string_view::npos)
            return std::nullopt;
        out = out * 16 + digit;
    }
    return out;
}

} // namespace

std::string_view HttpRequest::header(std::string_view name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&](const auto &entry) { return entry.first == name; });
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t HttpRequest::count(std::string_view name) const
{
    return static_cast<std::size_t>(std::count_if(
        headers.begin(), headers.end(), [&](const auto &entry) { return entry.first == name; }));
}

std::size_t HttpRequestParser::feed(std::string_view bytes)
{
    std::size_t taken = 0;
    while (taken < bytes.size() && m_refusal == 0 && m_state != State::Complete) {
        m_hasBegun = true;
        if (takesBulk())
            taken += takeBulk(bytes.substr(taken));
        else
            takeByte(bytes[taken++]);
    }
    return taken;
}

bool HttpRequestParser::awaitsContinue() const
{
    return m_expectsContinue && !m_isContinued && m_isHeadDone && m_refusal == 0 &&
           m_state != State::Complete && m_request.body.empty();
}

HttpRequest HttpRequestParser::take()
{
    HttpRequest out = std::move(m_request);
    *this = HttpRequestParser(m_limits);
    return out;
}

std::size_t HttpRequestParser::takeBulk(std::string_view bytes)
{
    const std::size_t count = std::min(bytes.size(), m_left);
    m_request.body.append(bytes.substr(0, count));
    m_left -= count;
    if (m_left == 0)
        m_state = m_state == State::Body ? State::Complete : State::ChunkEnd;
    return count;
}

void HttpRequestParser::takeByte(char c)
{
    if (m_hasReturn && c != '\n')
        return refuse(badRequest); // a bare CR
    if (c == '\n') {
        if (!m_hasReturn)
            return refuse(badRequest); // a bare LF
        m_hasReturn = false;
        return endLine();
    }
    if (c == '\r') {
        m_hasReturn = true;
        return;
    }
    if (m_state == State::RequestLine && m_line.size() >= m_limits.lineBytes)
        return refuse(targetTooLong);
    if (m_state == State::ChunkEnd ||
        (m_state == State::ChunkSize && m_line.size() >= chunkLineBytesMax))
        return refuse(badRequest);
    if ((m_state == State::Header || m_state == State::Trailer) &&
        ++m_headBytes > m_limits.headBytes)
        return refuse(headTooLarge);
    m_line += c;
}

void HttpRequestParser::endLine()
{
    switch (m_state) {
    case State::RequestLine:
        readRequestLine();
        break;
    case State::Header:
    case State::Trailer:
        readHeader();
        break;
    case State::ChunkSize:
        readChunkSize();
        break;
    case State::ChunkEnd:
        m_state = State::ChunkSize;
        break;
    case State::Body:
    case State::ChunkData:
    case State::Complete:
        break;
    }
    m_line.clear();
}

void HttpRequestParser::readRequestLine()
{
    const std::string_view line = m_line;
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return refuse(badRequest);
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, last - first - 1);
    const std::string_view version = line.substr(last + 1);
    const bool isMethod =
        !method.empty() && method.size() <= methodBytesMax &&
        std::all_of(method.begin(), method.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool isTarget = !target.empty() && target.front() == '/' &&
                          std::all_of(target.begin(), target.end(), isVisible);
    const bool isVersion = version.size() == 8 && version.substr(0, 5) == "HTTP/" &&
                           version[5] >= '0' && version[5] <= '9' && version[6] == '.' &&
                           version[7] >= '0' && version[7] <= '9';
    if (!isMethod || !isTarget || !isVersion)
        return refuse(badRequest);
    if (version != "HTTP/1.1")
        return refuse(otherVersion);
    m_request.method = method;
    m_request.target = target;
    m_state = State::Header;
}

void HttpRequestParser::readHeader()
{
    if (m_line.empty()) {
        if (m_state == State::Trailer) {
            m_state = State::Complete;
            return;
        }
        return readFraming();
    }
    if (++m_headerCount > m_limits.headerCount)
        return refuse(headTooLarge);
    const std::string_view line = m_line;
    const std::size_t colon = line.find(':');
    // A folded line begins with a blank, which no name has.
    if (colon == std::string_view::npos || !isToken(line.substr(0, colon)))
        return refuse(badRequest);
    const std::string_view value = withoutBlanks(line.substr(colon + 1));
    if (!std::all_of(value.begin(), value.end(), isValueChar))
        return refuse(badRequest);
    if (m_state == State::Header) // what stands behind the body changes nothing
        addHeader(line.substr(0, colon), value);
}

void HttpRequestParser::addHeader(std::string_view name, std::string_view value)
{
    m_request.headers.emplace_back(base::lowerAscii(name), value);
}

void HttpRequestParser::readFraming()
{
    const HttpRequest &head = m_request;
    const std::size_t lengths = head.count("content-length");
    const std::size_t codings = head.count("transfer-encoding");
    if (head.count("host") != 1 || lengths > 1 || codings > 1 || (lengths > 0 && codings > 0) ||
        head.count("connection") > 1 || head.count("expect") > 1)
        return refuse(badRequest);
    const std::string expectation = base::lowerAscii(head.header("expect"));
    if (!expectation.empty() && expectation != "100-continue")
        return refuse(expectationFailed);
    m_expectsContinue = !expectation.empty();
    m_request.keepAlive =
        base::lowerAscii(head.header("connection")).find("close") == std::string::npos;
    if (codings > 0) {
        if (base::lowerAscii(head.header("transfer-encoding")) != "chunked")
            return refuse(notImplemented);
        m_isHeadDone = true;
        m_state = State::ChunkSize;
        return;
    }
    if (lengths > 0) {
        const auto length = decimal(head.header("content-length"));
        if (!length)
            return refuse(badRequest);
        if (*length > m_limits.bodyBytes)
            return refuse(bodyTooLarge);
        m_left = *length;
    }
    m_isHeadDone = true;
    m_state = m_left > 0 ? State::Body : State::Complete;
}

void HttpRequestParser::readChunkSize()
{
    const auto size = hexadecimal(m_line); // no extensions: nothing here knows one
    if (!size)
        return refuse(badRequest);
    if (*size > m_limits.bodyBytes - m_request.body.size())
        return refuse(bodyTooLarge);
    m_left = *size;
    m_state = *size == 0 ? State::Trailer : State::ChunkData;
}

void HttpRequestParser::refuse(int status)
{
    m_refusal = status;
    m_line.clear();
}

} // namespace topline::intake
