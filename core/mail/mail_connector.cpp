#include "core/mail/mail_connector.h"

#include "core/actions/mail_text.h"
#include "core/base/text.h"
#include "core/mail/mail_pull.h"
#include "core/mail/send_verdict.h"

namespace topline::mail {

namespace {

using crm::PushAnswer;
using crm::PushState;

class OpenGate final : public crm::PushGate {
public:
    base::Status pass(std::span<const domain::Effect> /*effects*/) override { return {}; }
};

PushAnswer answer(PushState state, std::string detail)
{
    PushAnswer out;
    out.state = state;
    out.detail = std::move(detail);
    return out;
}

bool isBlank(const std::string &text)
{
    return base::trimmed(text).empty();
}

// Nothing was said of any mail.
PushAnswer notLetIn(const base::Error &error)
{
    PushAnswer out = answer(PushState::NotSent, error.message);
    out.retryAtMs = error.retryAtMs;
    out.needsSignIn = error.code == base::ErrorCode::SignInNeeded;
    return out;
}

} // namespace

MailConnector::MailConnector(domain::MailAccount account, MailParts parts)
    : m_parts(parts)
    , m_mailbox(std::move(account), parts.dialer, parts.access)
{
}

base::Status MailConnector::checkSender(const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const crm::Access access, m_parts.access.access(cancel));
    base::Status checked = m_parts.sender.check(loginOf(m_mailbox.account(), access), cancel);
    if (checked.ok() || !isTokenRefused(m_mailbox.account(), checked.error()))
        return checked;
    TRY_ASSIGN(const crm::Access renewed, m_parts.access.renew(access, cancel));
    return m_parts.sender.check(loginOf(m_mailbox.account(), renewed), cancel);
}

base::Result<domain::SourceProfile> MailConnector::inspect(const crm::CancelToken &cancel)
{
    TRY(checkSender(cancel));
    const domain::MailAccount &account = m_mailbox.account();
    TRY_ASSIGN(const std::string address, actions::mailAddress(account.address));
    domain::SourceProfile out;
    out.system = system();
    // A rep may change to another mailbox: it holds no records that could meet with others.
    out.orgId = "mailbox";
    out.orgName = base::lowerAscii(address);
    out.userName = account.name.empty() ? out.orgName : account.name;
    const base::Status looked = m_mailbox.with(
        [&](ImapSession &session) -> base::Status {
            out.advice.clear();
            TRY_ASSIGN(const ImapFolderState inbox, session.examine("INBOX"));
            TRY_ASSIGN(const MailFolders folders, m_mailbox.folders(session));
            if (inbox.uidValidity == 0)
                out.denied.emplace_back("messages");
            if (folders.sent.empty())
                out.advice.emplace_back(
                    "The mailbox has no folder for sent mail, so that no copies are kept in it.");
            else if (!m_copies.serverFiles())
                out.advice.emplace_back("Whether the server files sent mail by itself shows with "
                                        "the first mail.");
            if (!session.can("IDLE"))
                out.advice.emplace_back(
                    "The server does not tell of new mail; it is asked every few minutes.");
            return {};
        },
        cancel);
    TRY(looked);
    if (isBlank(account.postalAddress))
        out.advice.emplace_back("No mail leaves before a postal address is entered.");
    return out;
}

base::Result<std::map<std::string, std::int64_t>>
MailConnector::count(const crm::CancelToken &cancel)
{
    std::int64_t messages = 0;
    const base::Status counted = m_mailbox.with(
        [&](ImapSession &session) -> base::Status {
            TRY(session.examine("INBOX"));
            TRY_ASSIGN(const auto uids,
                       session.search("SINCE " + imapDay(m_parts.clock.now() - 30 * base::dayMs)));
            messages = static_cast<std::int64_t>(uids.size());
            return {};
        },
        cancel);
    TRY(counted);
    return std::map<std::string, std::int64_t>{{"messages", messages}};
}

base::Result<crm::Page> MailConnector::pull(const std::string &cursor,
                                            const crm::CancelToken &cancel)
{
    const base::UtcMs now = m_parts.clock.now();
    if (m_copies.isDue(now))
        m_copies.file(m_mailbox, now, cancel);
    crm::Page page;
    const base::Status pulled = m_mailbox.with(
        [&](ImapSession &session) -> base::Status {
            TRY_ASSIGN(page, pullMail(m_mailbox, session, cursor, now));
            return {};
        },
        cancel);
    // Between two looks nobody needs the connection, and the next one after a failure is not to
    // meet what this one met.
    if (!pulled.ok() || !page.more)
        m_mailbox.close();
    TRY(pulled);
    return page;
}

PushAnswer MailConnector::push(const domain::Effect &effect, const crm::CancelToken &cancel)
{
    OpenGate gate;
    return sendOne(effect, gate, cancel);
}

std::vector<PushAnswer> MailConnector::pushGated(std::span<const domain::Effect> effects,
                                                 crm::PushGate &gate,
                                                 const crm::CancelToken &cancel)
{
    std::vector<PushAnswer> out;
    bool mayGo = true;
    for (const domain::Effect &effect : effects) {
        mayGo = mayGo && !cancel.cancelled;
        if (mayGo)
            out.push_back(sendOne(effect, gate, cancel));
        else
            out.push_back(answer(PushState::NotSent, "One before it could not be sent."));
        mayGo = mayGo && (out.back().state != PushState::NotSent || out.back().othersMayGo);
    }
    return out;
}

PushAnswer MailConnector::sendOne(const domain::Effect &effect, crm::PushGate &gate,
                                  const crm::CancelToken &cancel)
{
    auto wire = actions::readMailWire(effect);
    if (!wire.ok())
        return answer(PushState::Refused, wire.error().message);
    const domain::MailAccount &account = m_mailbox.account();
    const auto own = actions::mailAddress(account.address);
    if (!own.ok() || *own != wire->from)
        return answer(PushState::Refused, "It was approved to be sent from " + wire->from +
                                              ", which is another mailbox.");
    auto access = m_parts.access.access(cancel);
    if (!access.ok())
        return notLetIn(access.error());
    const MailEnvelope envelope{wire->from, wire->to, wire->message};
    const auto atDot = [&] { return gate.pass(std::span(&effect, 1)); };
    SendFacts facts = m_parts.sender.send(loginOf(account, *access), envelope, atDot, cancel);
    // The sign-in was refused, so that nothing has been said of the mail yet.
    if (!facts.isDotOut && facts.error && isTokenRefused(account, *facts.error)) {
        auto renewed = m_parts.access.renew(*access, cancel);
        if (!renewed.ok())
            return notLetIn(renewed.error());
        facts = m_parts.sender.send(loginOf(account, *renewed), envelope, atDot, cancel);
    }
    const base::UtcMs now = m_parts.clock.now();
    PushAnswer out = verdictOf(facts, wire->messageId, now);
    if (out.state == PushState::Applied)
        m_copies.note(std::move(wire).value(), now);
    return out;
}

PushAnswer MailConnector::lookUp(const domain::Effect &effect, const crm::CancelToken &cancel)
{
    const auto wire = actions::readMailWire(effect);
    if (!wire.ok())
        return answer(PushState::Unknown, wire.error().message);
    std::optional<std::string> evidence;
    const base::Status looked = m_mailbox.with(
        [&](ImapSession &session) -> base::Status {
            TRY_ASSIGN(evidence, findEvidence(m_mailbox, session, *wire));
            return {};
        },
        cancel);
    if (!looked.ok())
        return answer(PushState::Unknown, looked.error().message);
    if (!evidence)
        return answer(PushState::Unknown,
                      "No copy of it, answer to it or report about it is in the mailbox; that does "
                      "not prove that it was not sent.");
    PushAnswer out = answer(PushState::Applied, *evidence);
    out.remoteId = wire->messageId;
    return out;
}

} // namespace topline::mail
