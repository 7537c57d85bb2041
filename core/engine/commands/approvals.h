// Approves an action: freezes the bytes that will leave and stores approval, effect and the
// action's id together, before anything can leave. Called for a person's key and for plays that may
// run by themselves, inside the caller's step; on the engine's thread. Refused when the draft may
// not leave.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"

#include <string>
#include <string_view>

namespace topline::engine {

// Gives the approved action, with its hold. It is carried out by the CRM of its deal, else of the
// contact or account that it edits, else of its account, else of its contact; of a record that two
// CRMs share, by `system` where that is given.
base::Result<domain::Action> approveAction(Step &step, const domain::Action &action,
                                           std::string_view approver,
                                           const std::string &system = {});

// What a mailbox sent or a calendar booked is told to the CRM that has the account, so that its
// timeline is whole; nothing without one. After the sending, in the same step.
base::Status noteInCrm(Step &step, const domain::Action &action);

// An effect that has not left yet never will.
base::Status cancelQueuedEffect(Step &step, const base::Uuid &action);

} // namespace topline::engine
