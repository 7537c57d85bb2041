// Which thread of mails an approved mail joins: the message of the buyer that it answers, or the
// earlier mail of its own cadence. Asked when a draft is written and
// at approval, on the engine's thread, in the caller's step.
#pragma once

#include "core/actions/mail_message.h"
#include "core/base/result.h"
#include "core/engine/step/step.h"
#include "core/store/mail_store.h"

#include <optional>

namespace topline::engine {

// The buyer's newest mail of the last 30 days that an action is an answer to; nothing where it
// answers nobody.
base::Result<std::optional<store::MailMessage>> messageToAnswer(Step &step,
                                                                const domain::Action &action);

// Empty: it begins a thread.
base::Result<actions::MailThread> threadOf(Step &step, const domain::Action &action);

} // namespace topline::engine
