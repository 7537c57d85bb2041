// Notice: several words about one meeting. Its end may be told by more than one side, and be
// corrected: held, missed, cancelled. The word that came last counts, from the first who said it;
// the others are as if they had not been said. Called by the engine on every history before it is
// looked at. Pure, cannot fail.
#pragma once

#include "core/domain/account_history.h"

namespace topline::signals {

// What became of a meeting.
bool isMeetingWord(domain::EventKind kind);

// Both say what became of one meeting: it began within a few minutes of the same time, with the
// same person as far as both name one.
bool isAboutSameMeeting(const domain::Event &a, const domain::Event &b);

// Leaves out the words that a later one has replaced.
void settleMeetings(domain::AccountHistory &history);

} // namespace topline::signals
