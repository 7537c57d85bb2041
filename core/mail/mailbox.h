// A rep's mailbox as the connector sees it: signed in when needed, a dead connection taken up once
// more, the folders known by what they are for. Used by the mail connector and the watch, each
// with one of its own, by one thread. Errors as of ImapSession; SignInNeeded from the dialer.
#pragma once

#include "core/crm/access.h"
#include "core/mail/imap_session.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace topline::mail {

struct MailFolders {
    std::vector<std::string> sent; // with the mark of it, or a common name of it; the best first
    std::vector<std::string> all;  // one that holds everything (Gmail)
};

// By their marks (RFC 6154), else by the names that mail programs give them.
MailFolders mailFolders(const std::vector<ImapFolder> &folders);

class Mailbox {
public:
    // `access` gives the password or token; both must outlive the mailbox.
    Mailbox(domain::MailAccount account, ImapDialer &dialer, crm::AccessSource &access);

    const domain::MailAccount &account() const { return m_account; }

    // Runs `work` on the open session, or on a new one; again on a new one when the old one turned
    // out to be dead. `work` only looks, or can be done twice.
    base::Status with(const std::function<base::Status(ImapSession &)> &work,
                      const crm::CancelToken &cancel);

    void close() { m_session.reset(); }

    // The folders, read once per session.
    base::Result<MailFolders> folders(ImapSession &session);

private:
    base::Status open(const crm::CancelToken &cancel);

    domain::MailAccount m_account;
    ImapDialer &m_dialer;
    crm::AccessSource &m_access;
    std::unique_ptr<ImapSession> m_session;
    std::optional<MailFolders> m_folders;
};

MailLogin loginOf(const domain::MailAccount &account, const crm::Access &access);

// Whether trying again with a renewed token could help: a refused one of the OAuth kind.
bool isTokenRefused(const domain::MailAccount &account, const base::Error &error);

} // namespace topline::mail
