// Evidence that a message was sent: a copy in a folder of the mailbox, an answer to it, a report
// about it. Used by the mail connector for what is in doubt. Only looks. Finding nothing proves
// nothing and gives nothing.
#pragma once

#include "core/actions/mail_effect.h"
#include "core/mail/mailbox.h"

#include <optional>
#include <string>

namespace topline::mail {

// What was found, for people: "A copy is in the folder Sent." A server's word that a message fits
// is not believed; the message itself is looked into.
base::Result<std::optional<std::string>> findEvidence(Mailbox &mailbox, ImapSession &session,
                                                      const actions::MailWire &wire);

// Whether one of these folders holds the very message.
base::Result<bool> holdsMessage(ImapSession &session, const std::vector<std::string> &folders,
                                const actions::MailWire &wire);

} // namespace topline::mail
