#include "core/mail/mailbox.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::mail {

namespace {

// The last part of "INBOX.Sent" and "[Gmail]/Sent Mail".
std::string lastName(const std::string &name)
{
    const std::size_t at = name.find_last_of("/.\\");
    return base::lowerAscii(at == std::string::npos ? name : name.substr(at + 1));
}

bool isSentName(const std::string &name)
{
    static constexpr std::string_view names[] = {"sent",
                                                 "sent items",
                                                 "sent mail",
                                                 "sent messages",
                                                 "sent-mail",
                                                 "gesendet",
                                                 "gesendete objekte",
                                                 "gesendete elemente",
                                                 "enviados",
                                                 "inviati",
                                                 "elementos enviados",
                                                 "posta inviata",
                                                 "verzonden items",
                                                 "&xpv0wavmzqu-"};
    const std::string last = lastName(name);
    return std::find(std::begin(names), std::end(names), last) != std::end(names);
}

} // namespace

MailFolders mailFolders(const std::vector<ImapFolder> &folders)
{
    MailFolders out;
    for (const ImapFolder &folder : folders) {
        if (folder.marks.count("\\noselect") > 0 || folder.marks.count("\\nonexistent") > 0)
            continue;
        if (folder.marks.count("\\sent") > 0)
            out.sent.insert(out.sent.begin(), folder.name);
        else if (isSentName(folder.name))
            out.sent.push_back(folder.name);
        if (folder.marks.count("\\all") > 0)
            out.all.push_back(folder.name);
    }
    return out;
}

MailLogin loginOf(const domain::MailAccount &account, const crm::Access &access)
{
    return {account.user.empty() ? account.address : account.user, access.token, account.way};
}

bool isTokenRefused(const domain::MailAccount &account, const base::Error &error)
{
    return error.code == base::ErrorCode::SignInNeeded &&
           account.way == domain::MailSignInWay::OAuthToken;
}

Mailbox::Mailbox(domain::MailAccount account, ImapDialer &dialer, crm::AccessSource &access)
    : m_account(std::move(account))
    , m_dialer(dialer)
    , m_access(access)
{
}

base::Status Mailbox::open(const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const crm::Access access, m_access.access(cancel));
    auto wire = m_dialer.open(loginOf(m_account, access), cancel);
    if (!wire.ok() && isTokenRefused(m_account, wire.error())) {
        TRY_ASSIGN(const crm::Access renewed, m_access.renew(access, cancel));
        wire = m_dialer.open(loginOf(m_account, renewed), cancel);
    }
    if (!wire.ok())
        return wire.error();
    m_session = std::make_unique<ImapSession>(std::move(wire).value(), m_dialer.answerMs());
    m_folders.reset();
    return m_session->readCapabilities();
}

base::Status Mailbox::with(const std::function<base::Status(ImapSession &)> &work,
                           const crm::CancelToken &cancel)
{
    const bool wasOpen = m_session && !m_session->isOver();
    if (!wasOpen)
        TRY(open(cancel));
    base::Status done = work(*m_session);
    if (!done.ok() && m_session->isOver() && wasOpen && !cancel.cancelled) {
        TRY(open(cancel));
        done = work(*m_session);
    }
    if (m_session->isOver())
        m_session.reset();
    return done;
}

base::Result<MailFolders> Mailbox::folders(ImapSession &session)
{
    if (!m_folders) {
        TRY_ASSIGN(const std::vector<ImapFolder> all, session.folders());
        m_folders = mailFolders(all);
    }
    return *m_folders;
}

} // namespace topline::mail
