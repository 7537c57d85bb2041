// Notice: events that a machine made, not a person: a mail scanner that opens and follows links.
// Called by the engine before detectors and scores, so that both leave out the same events. Pure,
// any thread, cannot fail. Nothing is removed: the flag is shown and a person can take it back.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/policy.h"

#include <vector>

namespace topline::signals {

// By event id. Opened or followed too soon after the mail left; several links at once; flagged by
// the source. Events that a person trusts are never among them.
std::vector<domain::SuspectEvent> suspectsOf(const domain::AccountHistory &history,
                                             const domain::SignalPolicy &policy);

// Sets suspectBot of every event of the history to whether it is among the suspects.
void markSuspects(domain::AccountHistory &history,
                  const std::vector<domain::SuspectEvent> &suspects);

} // namespace topline::signals
