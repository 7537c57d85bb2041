// What a message in the mailbox means: a reply, a bounce, an absence, a wish for no more, a
// complaint, or nothing of ours. Called by core/mail for every message that it reads, on a
// courier's thread. Pure. The message is a stranger's: whatever it holds, this ends soon and says
// something or nothing; it never fails.
#pragma once

#include "core/domain/mail.h"

#include <optional>
#include <string>
#include <string_view>

namespace topline::intake {

struct MailboxSelf {
    std::string address; // whose mailbox it is; what it sent itself is ignored
    // Behind the @ of our message ids, before which an effect's id stands: "topline.example".
    std::string idHost;
};

struct MailReceipt {
    base::UtcMs atMs = 0;     // when the server took it
    std::string ownName = {}; // stands in for a message id where there is none
};

// Nothing for our own messages, for lists, newsletters and other machines that speak of nothing of
// ours, for reports of delivery or delay.
std::optional<domain::MailArrival> readMailSignal(std::string_view bytes, const MailboxSelf &self,
                                                  const MailReceipt &receipt);

} // namespace topline::intake
