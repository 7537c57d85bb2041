// Notice: all detectors over one account's history. Called by the engine for touched accounts only.
// Pure: the same history, policy and now give the same signals, whatever came before. Any thread,
// cannot fail.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"
#include "core/domain/signal.h"

#include <optional>
#include <vector>

namespace topline::signals {

// Every signal that became true at or before `now` inside the look-back window, oldest first, then
// by id. A signal that depends on the clock (stall, silence) is dated at the moment when its
// threshold passed, not at `now`.
std::vector<domain::Signal> detectAll(const domain::AccountHistory &history,
                                      const domain::SignalPolicy &policy, base::UtcMs now);

// When the passing of time alone will next change the answer for this account; nullopt when it will
// not.
std::optional<base::UtcMs> nextDueMs(const domain::AccountHistory &history,
                                     const domain::SignalPolicy &policy, base::UtcMs now);

} // namespace topline::signals
