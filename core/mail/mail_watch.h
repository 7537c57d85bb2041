// Waits until something arrives in the inbox (IDLE), so that a pull can be made at once. Asked by
// the engine on a thread and a connection of its own. Only looks. The first look counts as an
// arrival: what came between the last pull and it would else wait for the next one. Where the
// server cannot tell, it says so and the courier goes on asking every few minutes.
#pragma once

#include "core/crm/arrival_watch.h"
#include "core/mail/mailbox.h"

namespace topline::mail {

class MailWatch final : public crm::ArrivalWatch {
public:
    MailWatch(domain::MailAccount account, ImapDialer &dialer, crm::AccessSource &access);

    // Asks anew every 29 minutes, before servers end the conversation (RFC 2177).
    base::Result<crm::WatchEnd> wait(base::DurationMs timeoutMs,
                                     const crm::CancelToken &cancel) override;

private:
    base::Result<crm::WatchEnd> waitOnce(ImapSession &session, base::DurationMs timeoutMs);

    Mailbox m_mailbox;
    std::optional<ImapFolderState> m_seen;
};

} // namespace topline::mail
