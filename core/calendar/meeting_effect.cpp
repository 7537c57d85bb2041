#include "core/calendar/meeting_effect.h"

#include "core/actions/canonical_json.h"
#include "core/actions/frozen_wire.h"
#include "core/crm/url_text.h"

#include <optional>

namespace topline::calendar {

namespace {

std::string_view changeName(MeetingChange change)
{
    switch (change) {
    case MeetingChange::Book:
        return "book";
    case MeetingChange::Move:
        return "move";
    case MeetingChange::Cancel:
        break;
    }
    return "cancel";
}

std::optional<MeetingChange> changeNamed(const std::string &name)
{
    for (const MeetingChange change :
         {MeetingChange::Book, MeetingChange::Move, MeetingChange::Cancel}) {
        if (changeName(change) == name)
            return change;
    }
    return {};
}

} // namespace

domain::Meeting bookedMeeting(const domain::Action &action, const MeetingTarget &target,
                              base::UtcMs now, std::int64_t ordinal)
{
    domain::Meeting out = target.meeting;
    out.effect = actions::effectId(action, ordinal).text();
    if (out.uid.empty() && target.change == MeetingChange::Book)
        out.uid = out.effect;
    if (out.organiser.address.empty())
        out.organiser = {target.account.address, target.account.name, {}};
    out.isCancelled = target.change == MeetingChange::Cancel;
    out.stampMs = now / base::secondMs * base::secondMs;
    return out;
}

base::Result<domain::Effect> buildMeetingEffect(const domain::Action &action,
                                                const MeetingTarget &target, base::UtcMs now,
                                                std::int64_t ordinal)
{
    const domain::Meeting meeting = bookedMeeting(action, target, now, ordinal);
    TRY_ASSIGN(const std::string ical, icalText(meeting, IcalUse::Stored));
    TRY_ASSIGN(const base::TimeZone zone, base::TimeZone::find(meeting.zone));
    if (target.account.path.empty() || target.account.path.front() != '/' ||
        target.account.path.back() != '/')
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "No calendar was chosen to book in.",
                           .kept = "Nothing was booked."};
    const base::UtcMs startMs = zone.resolve(meeting.start).utcMs;
    auto members = actions::wireMembers(action, target.records, now, ordinal);
    members["at"] = actions::jsonString(std::to_string(startMs));
    members["until"] =
        actions::jsonString(std::to_string(startMs + meeting.minutes * base::minuteMs));
    members["calendar"] =
        actions::jsonString(target.account.path + crm::percentEncoded(meeting.uid) + ".ics");
    members["change"] = actions::jsonString(std::string(changeName(target.change)));
    members["etag"] = actions::jsonString(target.etag);
    members["ical"] = actions::jsonString(ical);
    members["uid"] = actions::jsonString(meeting.uid);
    domain::Effect out;
    out.id = actions::effectId(action, ordinal);
    out.action = action.id;
    out.ordinal = ordinal;
    out.kind = domain::ActionKind::Meeting;
    out.channel = domain::Channel::Calendar;
    out.notBeforeMs = action.holdUntilMs.value_or(now);
    out.changedMs = now;
    return actions::withWire(std::move(out), members);
}

bool isMeetingEffect(const domain::Effect &effect)
{
    return actions::FrozenWire::hasMember(effect, "ical");
}

base::Result<MeetingWire> readMeetingWire(const domain::Effect &effect)
{
    TRY_ASSIGN(const auto wire, actions::FrozenWire::open(effect, "Nothing was booked."));
    MeetingWire out{effect.id.text(),  wire.text("uid"),  wire.text("calendar"),
                    wire.text("etag"), wire.text("ical"), {}};
    const auto change = changeNamed(wire.text("change"));
    if (!change)
        return wire.wrong("change");
    out.change = *change;
    if (out.uid.empty() || out.ical.empty() || out.path.empty() || out.path.front() != '/')
        return wire.wrong(out.uid.empty() ? "uid" : out.ical.empty() ? "ical" : "calendar");
    if (out.etag.find_first_of("\r\n") != std::string::npos)
        return wire.wrong("etag");
    return out;
}

base::Result<actions::MailCalendarPart> invitationPart(const domain::Meeting &meeting,
                                                       MeetingChange change)
{
    const bool isEnd = change == MeetingChange::Cancel;
    TRY_ASSIGN(std::string text, icalText(meeting, isEnd ? IcalUse::Cancel : IcalUse::Request));
    return actions::MailCalendarPart{isEnd ? "CANCEL" : "REQUEST", std::move(text)};
}

} // namespace topline::calendar
