#include "core/calendar/ical_write.h"

#include "core/base/text.h"
#include "core/calendar/ical_lines.h"

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr std::int64_t minutesMax = 14 * 24 * 60;
constexpr std::size_t titleMax = 500;
constexpr std::size_t textMax = 20'000;
constexpr std::size_t attendeesMax = 200;

base::Error wrong(const std::string &field, const std::string &what)
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = what,
            .kept = "Nothing was booked.",
            .place = base::Place{.file = "meeting", .field = field}};
}

// Letters that can be part of a number or address without being read as anything else.
bool isPlainWord(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f &&
               std::string_view("\"<>,;:\\()[]{}^`|").find(static_cast<char>(c)) ==
                   std::string_view::npos;
    });
}

bool isAddress(std::string_view text)
{
    const std::size_t at = text.find('@');
    return isPlainWord(text) && text.size() <= 254 && at != std::string_view::npos && at > 0 &&
           at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos;
}

base::Status check(const domain::Meeting &meeting)
{
    if (!isPlainWord(meeting.uid) || meeting.uid.size() > 200)
        return wrong("uid", "The meeting has no number that a calendar could keep.");
    if (!meeting.effect.empty() && !isPlainWord(meeting.effect))
        return wrong("effect", "The meeting's effect has no number that a calendar could keep.");
    if (!meeting.start.date.isValid() || meeting.start.sinceMidnightMs < 0 ||
        meeting.start.sinceMidnightMs >= base::dayMs)
        return wrong("start", "The meeting has no start.");
    if (meeting.minutes < 1 || meeting.minutes > minutesMax)
        return wrong("minutes", "A meeting lasts from a minute to two weeks.");
    if (meeting.sequence < 0)
        return wrong("sequence", "The meeting's changes cannot be counted.");
    if (base::trimmed(meeting.title).empty())
        return wrong("title", "The meeting has no title.");
    if (meeting.title.size() > titleMax || meeting.place.size() > titleMax)
        return wrong("title", "The title or the place of the meeting is too long.");
    if (meeting.text.size() > textMax)
        return wrong("text", "The text of the meeting is too long.");
    if (!meeting.link.empty() &&
        (meeting.link.rfind("https://", 0) != 0 || meeting.link.size() > 2'000 ||
         meeting.link.find_first_of(" \"<>\\\r\n\t") != std::string::npos))
        return wrong("link", "The meeting's link is no https address.");
    if (meeting.attendees.size() > attendeesMax)
        return wrong("attendees", "The meeting has too many attendees.");
    if (!meeting.attendees.empty() && !isAddress(meeting.organiser.address))
        return wrong("organiser", "The organiser's address is no mail address.");
    for (const domain::CalendarPerson &person : meeting.attendees) {
        if (!isAddress(person.address))
            return wrong("attendees",
                         "\"" + base::storableText(person.address, 100) + "\" is no mail address.");
    }
    return {};
}

// ";CN=\"Name\"", or nothing.
std::string nameParameter(const std::string &name)
{
    const std::string quoted = icalQuoted(name);
    return quoted.empty() ? std::string() : ";CN=\"" + quoted + '"';
}

std::string_view answerName(domain::Attendance answer)
{
    switch (answer) {
    case domain::Attendance::Accepted:
        return "ACCEPTED";
    case domain::Attendance::Declined:
        return "DECLINED";
    case domain::Attendance::Tentative:
        return "TENTATIVE";
    case domain::Attendance::Unanswered:
        break;
    }
    return "NEEDS-ACTION";
}

void addPeople(IcalLines &out, const domain::Meeting &meeting, IcalUse use)
{
    if (meeting.attendees.empty())
        return;
    // Else servers that schedule by themselves would send invitations beside ours.
    const std::string agent = use == IcalUse::Stored ? ";SCHEDULE-AGENT=CLIENT" : "";
    out.add("ORGANIZER" + agent + nameParameter(meeting.organiser.name) +
            ":mailto:" + base::lowerAscii(meeting.organiser.address));
    for (const domain::CalendarPerson &person : meeting.attendees) {
        out.add("ATTENDEE" + agent + nameParameter(person.name) +
                ";ROLE=REQ-PARTICIPANT;PARTSTAT=" + std::string(answerName(person.answer)) +
                ";RSVP=TRUE:mailto:" + base::lowerAscii(person.address));
    }
}

void addTime(IcalLines &out, const std::string &name, const base::CivilTime &time,
             const base::TimeZone &zone)
{
    if (zone.name() == "UTC")
        out.add(name + ':' + icalTime(time) + 'Z');
    else
        out.add(name + ";TZID=" + zone.name() + ':' + icalTime(time));
}

void addEvent(IcalLines &out, const domain::Meeting &meeting, IcalUse use,
              const base::TimeZone &zone)
{
    // The end by the wall clock too, since some calendars read no durations.
    const base::UtcMs startMs = zone.resolve(meeting.start).utcMs;
    const base::CivilTime end = zone.local(startMs + meeting.minutes * base::minuteMs);
    out.add("BEGIN:VEVENT");
    out.add("UID:" + meeting.uid);
    out.add("DTSTAMP:" + icalTime(base::TimeZone().local(meeting.stampMs)) + 'Z');
    addTime(out, "DTSTART", meeting.start, zone);
    // A wall time that comes twice would be read as the first; a duration says which is meant.
    if (zone.resolve(end).utcMs == startMs + meeting.minutes * base::minuteMs)
        addTime(out, "DTEND", end, zone);
    else
        out.add("DURATION:PT" + std::to_string(meeting.minutes) + 'M');
    out.add("SEQUENCE:" + std::to_string(meeting.sequence));
    out.add("SUMMARY:" + icalEscaped(meeting.title));
    if (!meeting.text.empty())
        out.add("DESCRIPTION:" + icalEscaped(meeting.text));
    if (!meeting.place.empty())
        out.add("LOCATION:" + icalEscaped(meeting.place));
    if (!meeting.link.empty())
        out.add("URL:" + meeting.link);
    addPeople(out, meeting, use);
    const bool isCancelled = meeting.isCancelled || use == IcalUse::Cancel;
    out.add(isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
    out.add("TRANSP:OPAQUE");
    if (!meeting.effect.empty())
        out.add("X-TOPLINE-EFFECT:" + meeting.effect);
    out.add("END:VEVENT");
}

} // namespace

base::Result<std::string> icalText(const domain::Meeting &meeting, IcalUse use)
{
    TRY(check(meeting));
    TRY_ASSIGN(const base::TimeZone zone, base::TimeZone::find(meeting.zone));
    TRY_ASSIGN(const base::UtcMs startMs, zone.toUtc(meeting.start));
    IcalLines out;
    out.add("BEGIN:VCALENDAR");
    out.add("VERSION:2.0");
    out.add("PRODID:-//Topline//Calendar//EN");
    out.add("CALSCALE:GREGORIAN");
    if (use != IcalUse::Stored)
        out.add(use == IcalUse::Cancel ? "METHOD:CANCEL" : "METHOD:REQUEST");
    std::string text = out.take() + icalZone(zone, startMs);
    addEvent(out, meeting, use, zone);
    out.add("END:VCALENDAR");
    return text + out.take();
}

} // namespace topline::calendar
