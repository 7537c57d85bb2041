// A mail that a person wrote to us, as the window shows it: its words first, and what it looked
// like, without anything that would load. Read by the engine on request. Plain values, any thread;
// the texts are a stranger's.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"
#include "core/domain/mail.h"

#include <string>

namespace topline::domain {

struct MailLetter {
    EventId event; // of the timeline
    MailKind kind = MailKind::OtherMail;
    std::string from; // the address it came from
    std::string fromName;
    std::string subject;
    std::string words; // what was written anew
    std::string html;  // made harmless when it came, with what it quotes; empty: it had none
    base::UtcMs atMs = 0;
    bool operator==(const MailLetter &) const = default;
};

} // namespace topline::domain
