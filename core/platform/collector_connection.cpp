#include "core/platform/collector_connection.h"

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace topline::platform {

namespace {

constexpr int ok = 200;
constexpr int requestTimeout = 408;
constexpr std::size_t chunkBytes = 16 * 1'024;
constexpr std::size_t drainBytesMax = 1'024 * 1'024;
constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 401:
        return "Unauthorized";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return status < 500 ? "Refused" : "Failed";
    }
}

std::string answerText(int status, bool closes)
{
    const std::string_view body = status == ok ? std::string_view("{\"success\":true}")
                                               : std::string_view("{\"success\":false}");
    std::string out = "HTTP/1.1 " + std::to_string(status) + " ";
    out += reasonOf(status);
    out += "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
           "X-Content-Type-Options: nosniff\r\n";
    if (status == 429 || status == 503)
        out += "Retry-After: 1\r\n";
    if (closes)
        out += "Connection: close\r\n";
    out += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return out.append(body);
}

} // namespace

CollectorConnection::CollectorConnection(int descriptor, std::uint64_t number,
                                         const CollectorLimits &limits, std::int64_t nowMs)
    : m_descriptor(descriptor)
    , m_number(number)
    , m_limits(limits)
    , m_sinceMs(nowMs)
    , m_begunMs(nowMs)
    , m_parser(limits.http)
{
}

CollectorConnection::~CollectorConnection()
{
    ::close(m_descriptor);
}

short CollectorConnection::wantedEvents() const
{
    switch (m_state) {
    case State::Reading:
    case State::Draining:
        return POLLIN;
    case State::Writing:
        return POLLOUT;
    case State::Serving:
    case State::Over:
        break;
    }
    return 0;
}

void CollectorConnection::onReady(short events, const intake::CollectorRules &rules,
                                  const Serve &serve, std::int64_t nowMs)
{
    // What somebody handed in before going is still made durable; only the answer finds nobody.
    const bool isServing = m_state == State::Serving;
    if ((events & (POLLERR | POLLNVAL)) != 0 || (isServing && (events & POLLHUP) != 0))
        m_state = State::Over;
    else if (m_state == State::Reading && (events & (POLLIN | POLLHUP)) != 0)
        read(rules, serve, nowMs);
    else if (m_state == State::Draining && (events & (POLLIN | POLLHUP)) != 0)
        drain();
    else if (m_state == State::Writing && (events & (POLLOUT | POLLHUP)) != 0) {
        write(nowMs);
        if (m_state == State::Reading)
            parse(rules, serve, nowMs);
    }
}

void CollectorConnection::onServed(int status, const intake::CollectorRules &rules,
                                   const Serve &serve, std::int64_t nowMs)
{
    answer(status, nowMs);
    if (m_state == State::Reading)
        parse(rules, serve, nowMs);
}

void CollectorConnection::read(const intake::CollectorRules &rules, const Serve &serve,
                               std::int64_t nowMs)
{
    char chunk[chunkBytes];
    const ssize_t count = ::recv(m_descriptor, chunk, sizeof chunk, 0);
    if (count <= 0) {
        const bool isLater = count < 0 && (errno == EAGAIN || errno == EINTR);
        if (!isLater)
            m_state = State::Over;
        return;
    }
    if (!m_parser.hasBegun())
        m_begunMs = nowMs;
    m_unread.append(chunk, static_cast<std::size_t>(count));
    parse(rules, serve, nowMs);
}

// Takes requests from what was read until one must wait for its answer.
void CollectorConnection::parse(const intake::CollectorRules &rules, const Serve &serve,
                                std::int64_t nowMs)
{
    while (m_state == State::Reading && !m_unread.empty()) {
        m_unread.erase(0, m_parser.feed(m_unread));
        if (m_parser.refusal() != 0) {
            m_closesAfter = true;
            return answer(m_parser.refusal(), nowMs);
        }
        if (m_parser.isHeadDone() && !m_isJudged) {
            m_isJudged = true;
            const auto verdict = intake::judgeHead(m_parser.request(), rules);
            if (const int *status = std::get_if<int>(&verdict)) {
                m_closesAfter = true; // without reading what a stranger wants to send
                return answer(*status, nowMs);
            }
            m_call = std::get<intake::SegmentCall>(verdict);
        }
        if (m_parser.awaitsContinue()) {
            m_parser.noteContinued();
            ::send(m_descriptor, goOn.data(), goOn.size(), MSG_NOSIGNAL);
        }
        if (!m_parser.isComplete())
            return;
        const intake::HttpRequest request = m_parser.take();
        m_isJudged = false;
        m_begunMs = nowMs;
        m_closesAfter = !request.keepAlive;
        enter(State::Serving, nowMs);
        if (const int status = serve(m_number, request, m_call); status != 0)
            answer(status, nowMs);
    }
}

void CollectorConnection::answer(int status, std::int64_t nowMs)
{
    m_toWrite = answerText(status, m_closesAfter);
    enter(State::Writing, nowMs);
    write(nowMs);
}

void CollectorConnection::write(std::int64_t nowMs)
{
    const ssize_t count = ::send(m_descriptor, m_toWrite.data(), m_toWrite.size(), MSG_NOSIGNAL);
    if (count < 0) {
        if (errno != EAGAIN && errno != EINTR)
            m_state = State::Over;
        return;
    }
    m_toWrite.erase(0, static_cast<std::size_t>(count));
    if (!m_toWrite.empty())
        return;
    m_isReused = true;
    if (!m_closesAfter)
        return enter(State::Reading, nowMs);
    // Closing with bytes unread would reset the connection and take the answer along.
    ::shutdown(m_descriptor, SHUT_WR);
    enter(State::Draining, nowMs);
}

void CollectorConnection::drain()
{
    char chunk[chunkBytes];
    const ssize_t count = ::recv(m_descriptor, chunk, sizeof chunk, 0);
    const bool isLater = count < 0 && (errno == EAGAIN || errno == EINTR);
    if (count > 0)
        m_drained += static_cast<std::size_t>(count);
    if ((count <= 0 && !isLater) || m_drained > drainBytesMax)
        m_state = State::Over;
}

void CollectorConnection::enter(State state, std::int64_t nowMs)
{
    m_state = state;
    m_sinceMs = nowMs;
}

std::int64_t CollectorConnection::deadline() const
{
    switch (m_state) {
    case State::Reading:
        if (m_parser.isHeadDone())
            return m_begunMs + m_limits.requestMs;
        if (isIdle())
            return m_sinceMs + m_limits.idleMs;
        return m_begunMs + m_limits.headMs;
    case State::Writing:
        return m_sinceMs + m_limits.writeMs;
    case State::Draining:
        return m_sinceMs + m_limits.drainMs;
    case State::Serving:
    case State::Over:
        break;
    }
    return INT64_MAX;
}

void CollectorConnection::checkDeadline(std::int64_t nowMs)
{
    if (nowMs < deadline())
        return;
    if (m_state == State::Reading && m_parser.hasBegun()) {
        m_closesAfter = true;
        return answer(requestTimeout, nowMs);
    }
    m_state = State::Over;
}

void CollectorConnection::turnAway(std::int64_t nowMs)
{
    m_closesAfter = true;
    answer(503, nowMs);
}

} // namespace topline::platform
