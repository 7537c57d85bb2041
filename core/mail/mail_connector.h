// A rep's mailbox as a connector: sends approved mails by SMTP, each at most once, pulls what
// arrived without marking it read, and looks for evidence of what is in doubt. Made by app's
// composition, driven by a courier's thread. At most once: there is no key by which a mail server
// would know a mail again, so that doubt is told and never sent again.
#pragma once

#include "core/base/time.h"
#include "core/crm/access.h"
#include "core/crm/connector.h"
#include "core/mail/sent_copies.h"

namespace topline::mail {

// What the connector stands on; all must outlive it.
struct MailParts {
    MailSender &sender;
    ImapDialer &dialer;
    crm::AccessSource &access; // the password or token
    const base::Clock &clock;
};

class MailConnector final : public crm::Connector {
public:
    MailConnector(domain::MailAccount account, MailParts parts);

    std::string system() const override { return "mail"; }

    std::string title() const override { return "Mailbox"; }

    // Signs in at both servers. Sends nothing.
    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &cancel) override;

    // Messages of the inbox that the first pull reads.
    base::Result<std::map<std::string, std::int64_t>>
    count(const crm::CancelToken &cancel) override;

    // Arrivals alone. Also files copies of what was sent.
    base::Result<crm::Page> pull(const std::string &cursor,
                                 const crm::CancelToken &cancel) override;

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &cancel) override;

    // Asks the gate for each just before its final dot. Once one could not leave for a reason that
    // is not its recipient's, the rest stays.
    std::vector<crm::PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate,
                                           const crm::CancelToken &cancel) override;

    // Applied with evidence, else Unknown: that nothing is found proves nothing.
    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &cancel) override;

private:
    base::Status checkSender(const crm::CancelToken &cancel);
    crm::PushAnswer sendOne(const domain::Effect &effect, crm::PushGate &gate,
                            const crm::CancelToken &cancel);

    MailParts m_parts;
    Mailbox m_mailbox;
    SentCopies m_copies;
};

} // namespace topline::mail
