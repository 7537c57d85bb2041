#include "core/platform/curl_mail.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/platform/curl_failure.h"

#include <algorithm>
#include <sys/socket.h>

namespace topline::platform {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr long long cancelLookMs = 50;
constexpr milliseconds goodbye{2'000}; // for the end of a conversation that came to nothing
constexpr std::size_t repliesMax = 200;
constexpr std::size_t replyBytesMax = 8'000;
constexpr std::size_t talkBytesMax = std::size_t{256} * 1024;

// A whole reply of SMTP ends with a line that has a blank behind its code.
void noteReplyLine(std::string_view line, MailTalk &talk)
{
    const auto isDigit = [&line](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
    if (line.size() < 3 || !isDigit(0) || !isDigit(1) || !isDigit(2))
        return;
    const int code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
    std::vector<mail::MailReply> &replies = talk.replies;
    // A code of 0 marks the reply that is still being said.
    if (replies.empty() || replies.back().code != 0) {
        if (replies.size() >= repliesMax) {
            talk.isTooLong = true;
            return;
        }
        replies.push_back({});
    }
    std::string &text = replies.back().text;
    if (line.size() > 4 && text.size() < replyBytesMax) {
        if (!text.empty())
            text += ' ';
        text += base::storableText(line.substr(4), 500);
    }
    if (line.size() == 3 || line[3] == ' ')
        replies.back().code = code;
    if (code >= 400 && !talk.refusedAt)
        talk.refusedAt = steady_clock::now();
}

std::size_t takeLine(const char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &talk = *static_cast<MailTalk *>(context);
    const std::string_view line = base::trimmed(std::string_view(bytes, one * count));
    talk.lastLine = base::storableText(line, 500);
    noteReplyLine(line, talk);
    talk.bytes += one * count;
    if (talk.bytes > talkBytesMax)
        talk.isTooLong = true;
    return talk.isTooLong ? 0 : one * count;
}

std::size_t dropBody(const char * /*bytes*/, std::size_t one, std::size_t count, void * /*context*/)
{
    return one * count;
}

bool isHost(const std::string &host)
{
    return !host.empty() && host.size() <= 253 &&
           std::all_of(host.begin(), host.end(), [](unsigned char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '.' || c == '-' || c == '_';
           });
}

void startCurlOnce()
{
    static const bool isStarted = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    CHECK(isStarted);
}

} // namespace

CurlMailHandle::CurlMailHandle()
    : m_multi(nullptr, &curl_multi_cleanup)
    , m_easy(nullptr, &curl_easy_cleanup)
{
    startCurlOnce();
    m_multi.reset(curl_multi_init());
    m_easy.reset(curl_easy_init());
    CHECK(m_multi && m_easy);
}

CurlMailHandle::~CurlMailHandle()
{
    // libcurl says goodbye and waits minutes for the answer; so there is nothing to wait for.
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(easy(), CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK &&
        socket != CURL_SOCKET_BAD)
        ::shutdown(socket, SHUT_RD);
    curl_multi_remove_handle(m_multi.get(), easy());
}

void CurlMailHandle::setSafety(const domain::MailServer &server, const std::string &caFile)
{
    curl_easy_setopt(easy(), CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy(), CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy(), CURLOPT_SSLVERSION,
                     static_cast<long>(CURL_SSLVERSION_TLSv1_2) | CURL_SSLVERSION_MAX_DEFAULT);
    if (!caFile.empty())
        curl_easy_setopt(easy(), CURLOPT_CAINFO, caFile.c_str());
    if (server.host == "localhost" || server.host.rfind("127.", 0) == 0)
        curl_easy_setopt(easy(), CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy(), CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(easy(), CURLOPT_NOSIGNAL, 1L);
    // A connection that waits for mail is quiet for long; routers forget such ones.
    curl_easy_setopt(easy(), CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy(), CURLOPT_TCP_KEEPIDLE, 120L);
    curl_easy_setopt(easy(), CURLOPT_QUICK_EXIT, 1L);
}

base::Status CurlMailHandle::prepare(MailProtocol protocol, const domain::MailServer &server,
                                     const std::string &caFile, const std::string &ownName)
{
    if (!isHost(server.host) || server.port < 1 || server.port > 65'535)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "The mail server's name or port cannot be one.",
                           .kept = "Nothing was sent."};
    const bool isImplicit = server.safety == domain::WireSafety::ImplicitTls;
    const std::string name = protocol == MailProtocol::Smtp ? "smtp" : "imap";
    const std::string scheme = isImplicit ? name + 's' : name;
    m_protocol = protocol;
    m_host = server.host;
    curl_easy_setopt(easy(), CURLOPT_URL,
                     (scheme + "://" + server.host + ':' + std::to_string(server.port) + '/' +
                      (isHost(ownName) ? ownName : std::string()))
                         .c_str());
    curl_easy_setopt(easy(), CURLOPT_PROTOCOLS_STR, scheme.c_str());
    setSafety(server, caFile);
    // Our own deadlines hold; this only keeps libcurl's shorter ones away.
    curl_easy_setopt(easy(), CURLOPT_CONNECTTIMEOUT_MS, 30L * 60 * 1000);
    curl_easy_setopt(easy(), CURLOPT_SERVER_RESPONSE_TIMEOUT, 30L * 60);
    curl_easy_setopt(easy(), CURLOPT_HEADERFUNCTION, &takeLine);
    curl_easy_setopt(easy(), CURLOPT_HEADERDATA, &m_talk);
    curl_easy_setopt(easy(), CURLOPT_WRITEFUNCTION, &dropBody);
    curl_easy_setopt(easy(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy(), CURLOPT_XFERINFOFUNCTION, &CurlMailHandle::look);
    curl_easy_setopt(easy(), CURLOPT_XFERINFODATA, this);
    return {};
}

void CurlMailHandle::setLogin(const mail::MailLogin &login)
{
    curl_easy_setopt(easy(), CURLOPT_USERNAME, login.user.c_str());
    if (login.way == domain::MailSignInWay::OAuthToken) {
        curl_easy_setopt(easy(), CURLOPT_XOAUTH2_BEARER, login.secret.reveal().c_str());
        curl_easy_setopt(easy(), CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2");
    } else {
        // Inside TLS; the others either need less common passwords or a ticket of the desktop.
        curl_easy_setopt(easy(), CURLOPT_PASSWORD, login.secret.reveal().c_str());
        curl_easy_setopt(easy(), CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    }
    curl_easy_setopt(easy(), CURLOPT_SASL_IR, 1L);
}

long long CurlMailHandle::leftMs() const
{
    auto until = (*m_deadline)();
    if (m_talk.refusedAt)
        until = std::min(until, *m_talk.refusedAt + goodbye);
    return std::chrono::ceil<milliseconds>(until - steady_clock::now()).count();
}

bool CurlMailHandle::mustStop()
{
    if (m_end == RunEnd::Done && m_cancel->cancelled)
        m_end = RunEnd::Cancelled;
    else if (m_end == RunEnd::Done && leftMs() <= 0)
        m_end = RunEnd::TimeOver;
    return m_end != RunEnd::Done;
}

// libcurl waits for the answer to the final dot inside one call, in which it asks here once a
// second.
int CurlMailHandle::look(void *context, curl_off_t /*all*/, curl_off_t /*in*/, curl_off_t /*total*/,
                         curl_off_t /*out*/)
{
    auto *handle = static_cast<CurlMailHandle *>(context);
    return handle->m_deadline && handle->mustStop() ? 1 : 0;
}

RunEnd CurlMailHandle::run(const Deadline &deadline, const crm::CancelToken &cancel)
{
    m_code = CURLE_FAILED_INIT;
    m_end = RunEnd::Done;
    m_deadline = &deadline;
    m_cancel = &cancel;
    int running = curl_multi_add_handle(m_multi.get(), easy()) == CURLM_OK ? 1 : 0;
    while (running > 0 && curl_multi_perform(m_multi.get(), &running) == CURLM_OK && running > 0 &&
           !mustStop()) {
        const long long waitMs = std::clamp(leftMs(), 0LL, cancelLookMs);
        curl_multi_poll(m_multi.get(), nullptr, 0, static_cast<int>(waitMs), nullptr);
    }
    m_deadline = nullptr;
    m_cancel = nullptr;
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE)
            m_code = message->data.result;
    }
    return m_code == CURLE_OK ? RunEnd::Done : m_end;
}

base::Error CurlMailHandle::failure(RunEnd end) const
{
    base::Error out{.code = base::ErrorCode::Unavailable, .message = {}};
    curl_off_t connectedUs = 0;
    long verify = 0;
    curl_easy_getinfo(easy(), CURLINFO_CONNECT_TIME_T, &connectedUs);
    curl_easy_getinfo(easy(), CURLINFO_SSL_VERIFYRESULT, &verify);
    if (end == RunEnd::Cancelled) {
        out.code = base::ErrorCode::Cancelled;
        out.message = "The conversation with " + m_host + " was stopped.";
    } else if (end == RunEnd::TimeOver) {
        out.message = m_host + (connectedUs > 0 ? " did not answer in time."
                                                : " did not take the connection in time.");
    } else if (m_talk.isTooLong) {
        out.message = "The answer of " + m_host + " is longer than allowed.";
    } else if (m_code == CURLE_USE_SSL_FAILED) {
        out.code = base::ErrorCode::Refused;
        out.message = m_host + " offers no secure connection; nothing is said to it without one.";
    } else if (m_code == CURLE_LOGIN_DENIED) {
        out.code = base::ErrorCode::SignInNeeded;
        out.message = m_host + " does not accept this user name and password.";
        out.todo = "Check both. Many providers want a password made for this program.";
    } else if (m_code == CURLE_WEIRD_SERVER_REPLY || m_code == CURLE_REMOTE_ACCESS_DENIED) {
        out.message =
            m_host + (m_protocol == MailProtocol::Smtp ? " does not take mail from here now."
                                                       : " does not let anybody read mail now.");
    } else {
        out.message = connectionSentence(m_code, verify, connectedUs > 0, m_host);
    }
    return out;
}

} // namespace topline::platform
