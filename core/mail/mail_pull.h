// New messages of the inbox since a cursor, read without marking any of them. Used by the mail
// connector on the courier's thread. The cursor names the mailbox, the numbering (UIDVALIDITY) and
// the next message; for another mailbox or when the server numbers anew, the last 30 days are read
// again, under the same ids.
#pragma once

#include "core/crm/page.h"
#include "core/intake/mail_signal.h"
#include "core/mail/mailbox.h"

#include <optional>
#include <string>

namespace topline::mail {

struct MailCursor {
    std::uint32_t uidValidity = 0;
    std::uint32_t uidNext = 0;
    // "imap1:0a1b2c3d:1795342314:57"
    std::string text(const domain::MailAccount &account) const;
    static std::optional<MailCursor> parse(const std::string &text,
                                           const domain::MailAccount &account);
};

// "1-Dec-2026", as SEARCH wants a day.
std::string imapDay(base::UtcMs at);

// "01-Dec-2026 08:00:00 +0100" in UTC; nothing when it is none.
std::optional<base::UtcMs> imapTime(const std::string &text);

base::Result<crm::Page> pullMail(Mailbox &mailbox, ImapSession &session, const std::string &cursor,
                                 base::UtcMs now);

} // namespace topline::mail
