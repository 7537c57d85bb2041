// A meeting as the draft of an action holds it until it is approved: title, text and attendee as in
// any draft, the time among its facts. Written when a person picks a time, read when the effect is
// built. Pure; a draft without a time is no meeting.
#pragma once

#include "core/domain/action.h"
#include "core/domain/calendar.h"

#include <optional>

namespace topline::calendar {

// Title, text, first attendee's address, start, zone, minutes, place and link; nothing else.
domain::Draft draftOf(const domain::Meeting &meeting);

std::optional<domain::Meeting> meetingOf(const domain::Draft &draft);

} // namespace topline::calendar
