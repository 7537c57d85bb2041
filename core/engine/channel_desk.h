// Mailbox and calendar as the window sees them, a part of Cockpit (which ui includes): their
// settings, mails that came in, and a fresh look into the calendar. The same threads, callbacks and
// failures as there.
#pragma once

#include "core/domain/mail_letter.h"
#include "core/engine/insights.h"

#include <optional>

namespace topline::engine {

class ChannelDesk {
public:
    virtual ~ChannelDesk() = default;

    // Nothing: no mailbox is connected.
    virtual void loadMailbox(Answer<std::optional<domain::MailAccount>> answer) = 0;
    // As MailBook::setTexts: servers and sign-in stay. What was approved keeps its bytes.
    virtual void setMailTexts(domain::MailAccount texts, Done done) = 0;
    // Asks the calendar now when the rep is busy; NotFound without one. May take as long as a
    // server takes that does not answer.
    virtual void refreshCalendar(Done done) = 0;
    // NotFound for an event that is no mail.
    virtual void loadLetter(domain::EventId event, Answer<domain::MailLetter> answer) = 0;
};

} // namespace topline::engine
