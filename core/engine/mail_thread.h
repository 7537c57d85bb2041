// Which thread of mails an approved mail joins: the message of the buyer that it answers, or the
// earlier mail of its own cadence. Asked at approval, on the engine's thread, in the caller's step.
#pragma once

#include "core/actions/mail_message.h"
#include "core/base/result.h"
#include "core/engine/step.h"

namespace topline::engine {

// Empty: it begins a thread.
base::Result<actions::MailThread> threadOf(Step &step, const domain::Action &action);

} // namespace topline::engine
