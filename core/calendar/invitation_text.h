// Do once: the words of an invitation by mail, for whoever reads them without a calendar: the day,
// from when until when by both clocks, where, who. Called where an invitation is written. Pure, any
// thread; the same meeting gives the same words for as long as the zones' rules stay. Cannot fail.
#pragma once

#include "core/domain/calendar.h"

#include <string>

namespace topline::calendar {

// Who reads it.
struct InvitationReader {
    std::string zone;     // IANA; empty or unknown: the meeting's own, which is the sender's
    std::string language; // "en", "de", "fr", "es"; others as English
};

// The meeting's text (its title where it has none), then what it comes to, one fact per line, the
// reader's clock first; the sender's only where it shows another time. Names, place and link stay
// on the line they begin on, whatever is in them.
std::string invitationText(const domain::Meeting &meeting, const InvitationReader &reader);

} // namespace topline::calendar
