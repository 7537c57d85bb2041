// Do once: an approved e-mail as an effect that a mailbox sends: the wire of outbox.h with the
// exact bytes of the message and both ends of its envelope, and the reading of it. Written at
// approval, read by core/mail on the courier's thread. Pure. Bytes that are not ours are
// InvalidInput: nothing must leave then.
#pragma once

#include "core/actions/mail_message.h"
#include "core/actions/outbox.h"

namespace topline::actions {

struct MailTarget {
    domain::MailAccount account;
    MailThread thread;
    EffectTarget records; // the CRM's ids, for what is told there afterwards
    std::optional<MailCalendarPart> calendar = {};
    std::string toName = {}; // of the recipient; may be empty
};

// As buildEffect, with the further members envelope_from, envelope_to, message and message_id.
// Refused as writeMail refuses.
base::Result<domain::Effect> buildMailEffect(const domain::Action &action, const MailTarget &target,
                                             base::UtcMs now, std::int64_t ordinal = 1);

struct MailWire {
    std::string effectId;
    std::string from; // the envelope's
    std::string to;
    std::string messageId; // without angle brackets
    std::string message;   // the exact bytes
};

// False: it is an effect of another channel.
bool isMailEffect(const domain::Effect &effect);
// One that an invitation goes along with.
bool isInvitation(const domain::Effect &effect);
base::Result<MailWire> readMailWire(const domain::Effect &effect);

} // namespace topline::actions
