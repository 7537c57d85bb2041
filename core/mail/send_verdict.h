// What a try to send means for the outbox: the one place that decides between sent, refused, to be
// sent again and in doubt. Called by the mail connector. Pure. Doubt is only where the final dot
// may have left and no answer came; everything before it is surely not sent (RFC 5321, 4.1.1.10).
#pragma once

#include "core/crm/connector.h"
#include "core/mail/mail_sender.h"

namespace topline::mail {

crm::PushAnswer verdictOf(const SendFacts &facts, const std::string &messageId, base::UtcMs now);

} // namespace topline::mail
