// One meeting effect on its way into a calendar, and the look for it afterwards. Used by the
// connector, on the courier's thread. Keyed by the entry's number: a booking goes with "only if
// nothing is there", a change with "only if it is as we saw it", so that repeating either is safe.
#pragma once

#include "core/calendar/dav_client.h"
#include "core/calendar/meeting_effect.h"
#include "core/crm/connector.h"

namespace topline::calendar {

inline constexpr std::string_view calendarPrefix = "cal:"; // of the remote id, before the path

// Never throws. The answer's reference is the entity tag of the entry, where the server gave one.
crm::PushAnswer pushMeeting(DavClient &client, const MeetingWire &wire,
                            const crm::CancelToken &cancel);

// Applied with evidence; Refused when the entry proves that it was not done, which may be repeated;
// Unknown while the server cannot be asked.
crm::PushAnswer lookUpMeeting(DavClient &client, const MeetingWire &wire,
                              const crm::CancelToken &cancel);

} // namespace topline::calendar
