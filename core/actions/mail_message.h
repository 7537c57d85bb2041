// Do once: the one message of an approved e-mail as bytes (RFC 5322): headers, plain text and
// simple HTML of the same words, the footer that the law asks for. Called when an e-mail is
// approved. Pure, any thread; the same values always give the same bytes, of ASCII only, in lines
// of at most 998. Refused where a value could not stand in a header or the law would be broken.
#pragma once

#include "core/base/result.h"
#include "core/domain/mail.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::actions {

// What it answers; all empty: it begins a thread. Ids without angle brackets.
struct MailThread {
    std::string inReplyTo;
    std::vector<std::string> references; // oldest first, with inReplyTo at the end
    bool operator==(const MailThread &) const = default;
};

// An invitation that goes along, as a third form of the same message.
struct MailCalendarPart {
    std::string method; // "REQUEST", "CANCEL"
    std::string text;   // iCalendar
    bool operator==(const MailCalendarPart &) const = default;
};

struct MailParts {
    domain::MailAccount account; // who sends, with signature and postal address
    std::string to;              // one address
    std::string subject;
    std::string text; // as approved, without signature and footer
    std::string effectId;
    base::UtcMs dateMs = 0;
    MailThread thread;
    std::optional<MailCalendarPart> calendar;
    std::string toName = {}; // shown beside the address; may be empty
};

// "<effect>@<host of the sender>", without angle brackets: how replies, bounces and copies of it
// are known again.
base::Result<std::string> messageIdOf(const std::string &effectId,
                                      const domain::MailAccount &account);

// The subject of a mail that asks for no more: "unsubscribe" and the effect it answers.
std::string unsubscribeSubject(const std::string &effectId);

base::Result<std::string> writeMail(const MailParts &parts);

} // namespace topline::actions
