// Decide: the rules of suppression that have a file of their own: whether the person may be written
// to or called at all, and how often that may be. Called by the list in suppression.cpp. Pure, any
// thread, cannot fail; a rule that does not apply gives nothing.
#pragma once

#include "core/plays/suppression.h"

#include <optional>

namespace topline::plays {

using Applies = std::optional<domain::Reason>;

// An invitation to a meeting is a mail to the person.
bool isWritten(domain::ActionKind kind);
bool reachesOut(domain::ActionKind kind);
// A buyer who waits for an answer gets one: limits on our own initiative do not apply.
bool isAnswer(const Case &one);
bool isAuto(const Case &one);

// suppression_person.cpp
Applies doNotContact(const Case &one);
Applies optedOut(const Case &one);
Applies noConsent(const Case &one);
Applies bounced(const Case &one);
Applies noAddress(const Case &one);
Applies noContact(const Case &one);

// suppression_touches.cpp
Applies channelCooldown(const Case &one);
Applies personTouchLimit(const Case &one);
Applies accountTouchLimit(const Case &one);
Applies recentReply(const Case &one);

} // namespace topline::plays
