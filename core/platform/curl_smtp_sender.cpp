#include "core/platform/curl_smtp_sender.h"

#include "core/base/check.h"

#include <algorithm>
#include <optional>
#include <poll.h>

namespace topline::platform {
namespace {

using mail::SendFacts;
using mail::SendStep;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// What the reading of one message shares with the loop that drives it.
struct Body {
    std::string_view message;
    const std::function<base::Status()> &atDot;
    CURL *easy;
    std::size_t given = 0;
    bool isBegun = false;
    std::optional<base::Status> gate; // asked once, at the end
    steady_clock::time_point dotAt{};
};

// A server says nothing before the final dot but that it gives up: then the dot would only make a
// doubt of what is none.
bool hasServerSpoken(CURL *easy)
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK)
        return false;
    pollfd one{socket, POLLIN, 0};
    return socket != CURL_SOCKET_BAD && ::poll(&one, 1, 0) > 0;
}

// libcurl asks for more when all that it has was written to the connection; after a 0 it writes the
// final dot.
std::size_t giveMessage(char *bytes, std::size_t one, std::size_t count, void *context)
{
    auto &body = *static_cast<Body *>(context);
    body.isBegun = true;
    const std::size_t part = std::min(one * count, body.message.size() - body.given);
    body.message.copy(bytes, part, body.given);
    body.given += part;
    if (part > 0)
        return part;
    if (!body.gate && hasServerSpoken(body.easy))
        return CURL_READFUNC_ABORT;
    if (!body.gate) {
        body.gate = body.atDot();
        body.dotAt = steady_clock::now();
    }
    return body.gate->ok() ? 0 : CURL_READFUNC_ABORT;
}

// The replies behind the sign-in, which ends with 235.
std::vector<mail::MailReply> repliesOfMessage(const MailTalk &talk)
{
    const auto signedIn = std::find_if(talk.replies.begin(), talk.replies.end(),
                                       [](const mail::MailReply &one) { return one.code == 235; });
    if (signedIn == talk.replies.end())
        return {};
    std::vector<mail::MailReply> out(signedIn + 1, talk.replies.end());
    if (!out.empty() && out.back().code == 0)
        out.pop_back(); // it broke off
    return out;
}

// The first that is no yes; what stands behind it answers a goodbye.
std::size_t firstRefusal(const std::vector<mail::MailReply> &replies)
{
    const auto found = std::find_if(replies.begin(), replies.end(),
                                    [](const mail::MailReply &one) { return one.code >= 400; });
    return static_cast<std::size_t>(found - replies.begin());
}

SendStep stepBehind(std::size_t replies)
{
    static constexpr SendStep steps[] = {SendStep::Sender, SendStep::Recipient, SendStep::Text,
                                         SendStep::Accept};
    return steps[std::min<std::size_t>(replies, 3)];
}

bool hasSignedIn(const MailTalk &talk)
{
    return std::any_of(talk.replies.begin(), talk.replies.end(),
                       [](const mail::MailReply &one) { return one.code == 235; });
}

SendFacts factsOf(CurlMailHandle &handle, const Body &body, RunEnd end)
{
    SendFacts out;
    out.isDotOut = body.gate && body.gate->ok();
    const MailTalk &talk = handle.talk();
    const std::vector<mail::MailReply> replies = repliesOfMessage(talk);
    if (out.isDotOut) {
        out.step = SendStep::Accept;
        if (replies.size() > 3)
            out.reply = replies[3];
    } else if (!hasSignedIn(talk)) {
        const std::size_t at = firstRefusal(talk.replies);
        out.step = at == 0 || talk.replies.empty() ? SendStep::Connect : SendStep::SignIn;
        if (at < talk.replies.size() && talk.replies[at].code / 100 == 4)
            out.reply = talk.replies[at];
    } else if (const std::size_t at = firstRefusal(replies); at < replies.size()) {
        out.step = stepBehind(at);
        out.reply = replies[at];
    } else {
        out.step = stepBehind(replies.size());
    }
    if (body.gate && !body.gate->ok())
        out.error = body.gate->error();
    else if (out.reply.code == 0)
        out.error = handle.failure(end);
    return out;
}

// The name that we give ourselves: the sender's host, so that nothing of this machine is told.
std::string hostOf(const std::string &address)
{
    return address.substr(address.rfind('@') + 1);
}

} // namespace

CurlSmtpSender::CurlSmtpSender(domain::MailServer server, std::string caFile,
                               CurlMailOptions options)
    : m_server(std::move(server))
    , m_caFile(std::move(caFile))
    , m_options(options)
{
}

base::Status CurlSmtpSender::check(const mail::MailLogin &login, const crm::CancelToken &cancel)
{
    CurlMailHandle handle;
    TRY(handle.prepare(MailProtocol::Smtp, m_server, m_caFile, hostOf(login.user)));
    handle.setLogin(login);
    curl_easy_setopt(handle.easy(), CURLOPT_CONNECT_ONLY, 1L);
    const auto deadline = steady_clock::now() + milliseconds(3 * m_options.connectMs);
    const RunEnd end = handle.run([deadline] { return deadline; }, cancel);
    if (end != RunEnd::Done || handle.code() != CURLE_OK)
        return handle.failure(end);
    return {};
}

SendFacts CurlSmtpSender::send(const mail::MailLogin &login, const mail::MailEnvelope &envelope,
                               const std::function<base::Status()> &atDot,
                               const crm::CancelToken &cancel)
{
    CurlMailHandle handle;
    SendFacts facts;
    if (const base::Status ready =
            handle.prepare(MailProtocol::Smtp, m_server, m_caFile, hostOf(envelope.from));
        !ready.ok()) {
        facts.error = ready.error();
        return facts;
    }
    handle.setLogin(login);
    Body body{envelope.message, atDot, handle.easy(), 0, false, {}, {}};
    curl_slist *recipients = curl_slist_append(nullptr, ('<' + envelope.to + '>').c_str());
    CHECK(recipients != nullptr);
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> kept(recipients,
                                                                           &curl_slist_free_all);
    curl_easy_setopt(handle.easy(), CURLOPT_MAIL_FROM, ('<' + envelope.from + '>').c_str());
    curl_easy_setopt(handle.easy(), CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(handle.easy(), CURLOPT_UPLOAD, 1L);
    // Without a size libcurl asks once more at the end, which is where the gate stands.
    curl_easy_setopt(handle.easy(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(-1));
    curl_easy_setopt(handle.easy(), CURLOPT_READFUNCTION, &giveMessage);
    curl_easy_setopt(handle.easy(), CURLOPT_READDATA, &body);
    const auto begin = steady_clock::now();
    const RunEnd end = handle.run(
        [&] {
            if (body.gate)
                return body.dotAt + milliseconds(m_options.acceptMs);
            const base::DurationMs all =
                3 * m_options.connectMs + (body.isBegun ? m_options.bodyMs : 0);
            return begin + milliseconds(all);
        },
        cancel);
    return factsOf(handle, body, end);
}

} // namespace topline::platform
