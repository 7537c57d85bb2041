// What a person's reason for a dismissal means to the next decision of the play. Called by the
// engine and by suppression. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/action.h"

#include <span>
#include <string_view>
#include <vector>

namespace topline::plays {

// BadTiming postpones the play for the person by its cooldown. AlreadyDone does so too, since
// somebody did what the play asks for, and is a touch of the person besides.
bool postponesPlay(const domain::Action &action);
bool isTouchByWord(const domain::Action &action);

// The people whom this play is not to ask for again: those of whom a person said that they were the
// wrong one. Ascending.
std::vector<domain::ContactId> wrongPeople(std::span<const domain::Action> dismissed,
                                           std::string_view playId);

} // namespace topline::plays
