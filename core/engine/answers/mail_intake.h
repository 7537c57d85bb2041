// What arrived in the mailbox, made into events of the people whom it is from: matched by the ids
// of messages that we sent, else by address. Called by record intake for a page with arrivals, in
// the step of that page, on the engine's thread. Mail of people whom the workspace does not know
// leaves no trace.
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/mail.h"
#include "core/engine/step/step.h"

#include <vector>

namespace topline::engine {

// New events only: a message that was seen before gives none. An answer or a bounce of a mail whose
// sending was in doubt proves that it left, and settles it.
base::Result<std::vector<domain::Event>>
eventsOfMail(Step &step, const std::vector<domain::MailArrival> &arrivals);

// Keeps that the effect's message was sent, so that answers find it. Nothing for other channels.
base::Status rememberSent(Step &step, const domain::Effect &effect, const domain::Action &action);

} // namespace topline::engine
