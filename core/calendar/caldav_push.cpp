#include "core/calendar/caldav_push.h"

#include "core/calendar/ical_lines.h"
#include "core/calendar/ical_read.h"
#include "core/crm/push_error.h"

#include <algorithm>

namespace topline::calendar {

namespace {

using crm::PushAnswer;
using crm::PushState;

constexpr base::DurationMs lockWaitMs = base::minuteMs;

PushAnswer answerOf(PushState state, const MeetingWire &wire, const std::string &detail,
                    const std::string &etag = {})
{
    PushAnswer out{state, "", detail, etag};
    if (state == PushState::Applied || state == PushState::AlreadyApplied)
        out.remoteId = std::string(calendarPrefix) + wire.path;
    return out;
}

struct Found {
    bool isThere = false;
    std::string etag;
    domain::Meeting meeting; // of our number; without one when there is none
};

base::Result<Found> find(DavClient &client, const MeetingWire &wire, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const DavAnswer answer,
               client.send({.method = crm::HttpMethod::Get, .path = wire.path}, cancel));
    if (answer.status == 404 || answer.status == 410)
        return Found{};
    if (!answer.ok())
        return davError(answer);
    Found out{true, answer.etag, {}};
    TRY_ASSIGN(const IcalCalendar read, readIcal(answer.body, client.account().zone));
    const auto entry =
        std::find_if(read.entries.begin(), read.entries.end(), [&wire](const IcalEntry &one) {
            return one.meeting.uid == wire.uid && !one.recurrence;
        });
    if (entry != read.entries.end())
        out.meeting = entry->meeting;
    return out;
}

// Whether that entry shows that this effect was done. A number is never given twice, so that of a
// booking suffices; a change must have left its mark, or what it wrote.
bool shows(const Found &found, const MeetingWire &wire, const std::string &zone)
{
    if (wire.change == MeetingChange::Cancel)
        return !found.isThere;
    if (!found.isThere || found.meeting.uid != wire.uid)
        return false;
    if (wire.change == MeetingChange::Book || found.meeting.effect == wire.effectId)
        return true;
    const auto ours = readIcal(wire.ical, zone);
    if (!ours.ok() || ours->entries.empty() || !found.meeting.effect.empty())
        return false;
    const domain::Meeting &meeting = ours->entries.front().meeting;
    return found.meeting.start == meeting.start && found.meeting.zone == meeting.zone &&
           found.meeting.sequence >= meeting.sequence;
}

PushAnswer conflictOf(const Found &found, const MeetingWire &wire, const std::string &zone)
{
    PushAnswer out =
        answerOf(PushState::Conflict, wire,
                 found.isThere ? "The meeting was changed in the calendar; nothing was written."
                               : "The meeting is not in the calendar any more.",
                 found.etag);
    const auto ours = readIcal(wire.ical, zone);
    if (found.isThere && ours.ok() && !ours->entries.empty()) {
        const auto told = [](const domain::Meeting &meeting) {
            return icalTime(meeting.start) + ' ' + meeting.zone;
        };
        out.clashes.push_back(
            {"start", "", told(ours->entries.front().meeting), told(found.meeting)});
    }
    return out;
}

// The server says that what we go by is not so: it may have been done by us before.
PushAnswer afterMismatch(DavClient &client, const MeetingWire &wire, const crm::CancelToken &cancel)
{
    const auto found = find(client, wire, cancel);
    if (!found.ok()) {
        // Surely not written now; whether before, the next try finds out.
        PushAnswer out{PushState::NotSent, "", found.error().text()};
        out.retryAtMs = found.error().retryAtMs.value_or(client.now() + lockWaitMs);
        return out;
    }
    if (shows(*found, wire, client.account().zone))
        return answerOf(PushState::AlreadyApplied, wire, "The calendar has it already.",
                        found->etag);
    if (wire.change == MeetingChange::Book)
        return answerOf(PushState::Refused, wire,
                        "The calendar keeps something else under this number.");
    return conflictOf(*found, wire, client.account().zone);
}

PushAnswer afterMurmur(DavClient &client, const MeetingWire &wire, const crm::CancelToken &cancel)
{
    const auto found = find(client, wire, cancel);
    if (found.ok() && shows(*found, wire, client.account().zone))
        return answerOf(PushState::Applied, wire, "", found->etag);
    return answerOf(PushState::Unknown, wire,
                    "The calendar server did not say what became of the meeting.");
}

PushAnswer notNow(DavClient &client, const DavAnswer &answer)
{
    PushAnswer out{PushState::NotSent, "", davError(answer).text()};
    out.retryAtMs = std::max(answer.retryAtMs.value_or(0), client.now() + lockWaitMs);
    return out;
}

PushAnswer judged(DavClient &client, const MeetingWire &wire, const DavAnswer &answer,
                  const crm::CancelToken &cancel)
{
    if (answer.status == 201 || answer.status == 204)
        return answerOf(PushState::Applied, wire, "", answer.etag);
    if (answer.ok()) // says nothing of what became of it: a gate of the network may have spoken
        return afterMurmur(client, wire, cancel);
    const bool isCancel = wire.change == MeetingChange::Cancel;
    switch (answer.status) {
    case 404:
    case 410:
        if (isCancel)
            return answerOf(PushState::AlreadyApplied, wire, "The calendar has it no more.");
        return answerOf(PushState::Refused, wire,
                        "The calendar that was chosen is not there any more.");
    case 412:
        return afterMismatch(client, wire, cancel);
    case 407: // a proxy or a portal on the way spoke, and not the calendar
    case 408:
    case 421:
    case 423:
    case 425:
    case 429:
    case 511:
        return notNow(client, answer);
    case 507:
        return answerOf(PushState::Refused, wire, "The calendar is full.");
    default:
        break;
    }
    // Its number is known there, perhaps at another place.
    if (davPrecondition(answer.body) == std::string(calDavName) + "no-uid-conflict")
        return afterMismatch(client, wire, cancel);
    if (answer.status >= 400 && answer.status < 500)
        return answerOf(PushState::Refused, wire, davError(answer).text());
    return answerOf(PushState::Unknown, wire, davError(answer).text());
}

} // namespace

PushAnswer pushMeeting(DavClient &client, const MeetingWire &wire, const crm::CancelToken &cancel)
{
    DavCall call;
    call.path = wire.path;
    if (wire.change == MeetingChange::Cancel) {
        call.method = crm::HttpMethod::Delete;
        call.ifMatch = wire.etag;
    } else {
        call.method = crm::HttpMethod::Put;
        call.body = wire.ical;
        call.contentType = "text/calendar; charset=utf-8";
        if (wire.change == MeetingChange::Book)
            call.ifNoneMatch = "*";
        else
            call.ifMatch = wire.etag.empty() ? "*" : wire.etag;
    }
    const auto answer = client.send(call, cancel);
    if (answer.ok())
        return judged(client, wire, *answer, cancel);
    PushAnswer out = crm::pushAnswerOf(answer.error());
    out.needsSignIn = answer.error().code == base::ErrorCode::SignInNeeded;
    return out;
}

PushAnswer lookUpMeeting(DavClient &client, const MeetingWire &wire, const crm::CancelToken &cancel)
{
    const auto found = find(client, wire, cancel);
    if (!found.ok())
        return answerOf(PushState::Unknown, wire, found.error().text());
    if (shows(*found, wire, client.account().zone))
        return answerOf(PushState::Applied, wire, "The calendar has it.", found->etag);
    if (wire.change == MeetingChange::Book && found->isThere)
        return answerOf(PushState::Refused, wire,
                        "The calendar keeps something else under this number.");
    return answerOf(PushState::Refused, wire, "The calendar shows that it was not done.");
}

} // namespace topline::calendar
