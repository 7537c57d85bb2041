// The answer to an invitation of ours, as the guest's calendar program mails it (RFC 5546: REPLY,
// COUNTER): the meeting is marked, its account's history gains an event, and a no or another time
// leaves a card. Called by mail intake, in its step, on the engine's thread. What is no such
// answer, or comes from somebody who was not invited, changes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"
#include "core/domain/event.h"
#include "core/domain/mail.h"
#include "core/engine/step/step.h"

#include <optional>
#include <vector>

namespace topline::engine {

struct InviteWord {
    domain::InviteAnswer answer;
    domain::Action meeting; // that was booked
    base::UtcMs startMs = 0;
    base::UtcMs endMs = 0;
};

struct InviteReading {
    bool isAnswer = false;          // a program's word on some meeting, and so no letter
    std::optional<InviteWord> word; // on one of ours, by somebody who was invited to it
};

// A calendar part that cannot be read, or is not let near the parser, is as if it were not there.
base::Result<InviteReading> readInviteAnswer(Step &step, const domain::MailArrival &mail);

// Nothing where that person's later word is known. Events are not yet stored.
base::Result<std::vector<domain::Event>> takeInviteAnswer(Step &step, const InviteWord &word,
                                                          const domain::MailArrival &mail);

} // namespace topline::engine
