#include "core/mail/send_verdict.h"

#include "core/base/text.h"

namespace topline::mail {

namespace {

using crm::PushAnswer;
using crm::PushState;

constexpr base::DurationMs greylistMs = 5 * base::minuteMs;
constexpr base::DurationMs closingMs = 15 * base::minuteMs; // 421: the server has no time for us

std::string serversWords(const MailReply &reply)
{
    std::string out = std::to_string(reply.code);
    const std::string text = base::storableText(base::trimmed(reply.text), 400);
    return text.empty() ? out : out + ' ' + text;
}

// A 4xx of the server's own state (RFC 3463, X.3 and X.4) is no word about this mail.
bool isOfTheServer(const MailReply &reply)
{
    const std::string_view text = base::trimmed(reply.text);
    return reply.code == 421 || text.starts_with("4.3.") || text.starts_with("4.4.");
}

PushAnswer later(const SendFacts &facts, base::UtcMs now)
{
    PushAnswer out;
    out.state = PushState::NotSent;
    const bool isOfThisMail = facts.step == SendStep::Recipient || facts.step == SendStep::Text ||
                              facts.step == SendStep::Accept;
    out.othersMayGo = isOfThisMail && !isOfTheServer(facts.reply);
    out.detail = "The mail server takes it later: " + serversWords(facts.reply);
    out.retryAtMs = now + (facts.reply.code == 421 ? closingMs : greylistMs);
    return out;
}

PushAnswer notSent(const SendFacts &facts)
{
    PushAnswer out;
    out.state = PushState::NotSent;
    out.detail = facts.error ? facts.error->message : "The mail server gave no answer.";
    out.reference = facts.error ? facts.error->reference : std::string();
    if (facts.error) {
        out.retryAtMs = facts.error->retryAtMs;
        out.needsSignIn = facts.error->code == base::ErrorCode::SignInNeeded;
    }
    return out;
}

PushAnswer refused(const SendFacts &facts)
{
    PushAnswer out;
    out.state = PushState::Refused;
    out.detail = "The mail server refused it: " + serversWords(facts.reply);
    return out;
}

PushAnswer afterDot(const SendFacts &facts, const std::string &messageId, base::UtcMs now)
{
    const int kind = facts.reply.code / 100;
    PushAnswer out;
    if (kind == 2) {
        out.state = PushState::Applied;
        out.remoteId = messageId;
        out.detail = "The mail server took it: " + serversWords(facts.reply);
        out.reference = base::storableText(base::trimmed(facts.reply.text), 200);
        return out;
    }
    if (kind == 4)
        return later(facts, now);
    if (kind == 5)
        return refused(facts);
    out.state = PushState::Unknown;
    out.detail = "The mail may have been sent: " +
                 (facts.error ? facts.error->message : "the mail server gave no answer.");
    return out;
}

} // namespace

PushAnswer verdictOf(const SendFacts &facts, const std::string &messageId, base::UtcMs now)
{
    if (facts.isDotOut)
        return afterDot(facts, messageId, now);
    if (facts.reply.code / 100 == 4)
        return later(facts, now);
    // A refusal of the connection or the sign-in says nothing about this message.
    if (facts.reply.code / 100 == 5 && facts.step != SendStep::Connect &&
        facts.step != SendStep::SignIn)
        return refused(facts);
    return notSent(facts);
}

} // namespace topline::mail
