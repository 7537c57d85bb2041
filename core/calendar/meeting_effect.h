// Do once: a booking, its move or its end as an effect: the wire of core/actions with the exact
// iCalendar bytes, the number under which the calendar keeps them, and where. Built at approval,
// read by the connector. Pure. Bytes that are not ours are InvalidInput: nothing must leave then.
#pragma once

#include "core/actions/mail_message.h"
#include "core/actions/outbox.h"
#include "core/calendar/ical_write.h"

namespace topline::calendar {

enum class MeetingChange { Book, Move, Cancel };

struct MeetingTarget {
    domain::CalendarAccount account;
    domain::Meeting meeting; // without a number when it is booked: the effect's becomes it
    MeetingChange change = MeetingChange::Book;
    std::string etag = {};              // Move, Cancel: of the entry as we last saw it; empty: any
    actions::EffectTarget records = {}; // the CRM's ids, for what is told there afterwards
};

// As buildEffect, with the further members calendar (the entry's path), change, etag, ical and uid;
// at and until are the meeting's. InvalidInput as icalText, or where a change has no number.
base::Result<domain::Effect> buildMeetingEffect(const domain::Action &action,
                                                const MeetingTarget &target, base::UtcMs now,
                                                std::int64_t ordinal = 1);

struct MeetingWire {
    std::string effectId;
    std::string uid;
    std::string path; // of the entry
    std::string etag;
    std::string ical;
    MeetingChange change = MeetingChange::Book;
};

// False: it is an effect of another channel.
bool isMeetingEffect(const domain::Effect &effect);
base::Result<MeetingWire> readMeetingWire(const domain::Effect &effect);

// The invitation that goes by mail, a second effect of its own: for MailTarget::calendar.
base::Result<actions::MailCalendarPart> invitationPart(const domain::Meeting &meeting,
                                                       MeetingChange change);

// The meeting as that effect books it: with its number, effect, organiser and stamp.
domain::Meeting bookedMeeting(const domain::Action &action, const MeetingTarget &target,
                              base::UtcMs now, std::int64_t ordinal = 1);

} // namespace topline::calendar
