// Waits until something arrives in the inbox (IDLE), so that a pull can be made at once. Used by
// whoever wakes the courier, on a thread and a connection of its own. Where the server cannot tell,
// it says so and the courier goes on asking every few minutes.
#pragma once

#include "core/mail/mailbox.h"

namespace topline::mail {

enum class WatchEnd { Arrived, TimeOver, CannotWait };

class MailWatch {
public:
    MailWatch(domain::MailAccount account, ImapDialer &dialer, crm::AccessSource &access);

    // Ends early when the token is set. What arrived since the last call counts. Asks anew every 29
    // minutes, before servers end the conversation (RFC 2177).
    base::Result<WatchEnd> wait(base::DurationMs timeoutMs, const crm::CancelToken &cancel);

private:
    base::Result<WatchEnd> waitOnce(ImapSession &session, base::DurationMs timeoutMs);

    Mailbox m_mailbox;
    std::optional<ImapFolderState> m_seen;
};

} // namespace topline::mail
