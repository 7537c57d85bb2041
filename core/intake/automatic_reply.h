// Mails that a machine answered: out-of-office notes. Asked by the engine for every reply, wherever
// it came from, before it is stored; pure, any thread.
#pragma once

#include "core/domain/event.h"

#include <string_view>

namespace topline::intake {

// By the subject, in the languages of common mail programs.
bool isAutomaticReply(std::string_view subject);

// A reply that a machine wrote becomes OutOfOffice; anything else stays. True when it changed.
bool settleReply(domain::Event &event);

} // namespace topline::intake
