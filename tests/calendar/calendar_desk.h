// What most tests of the connector need: a fake server, a client that spoils answers on demand, a
// connector over it, and meetings to book. One thread.
#pragma once

#include "core/calendar/caldav_connector.h"
#include "core/calendar/meeting_effect.h"
#include "tests/fakes/caldav_fake.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/open_access.h"

#include <functional>
#include <optional>

namespace topline::calendar {

inline const crm::CancelToken neverCancelled;
inline constexpr base::UtcMs deskNow = 1'795'420'800'000; // Monday, 2026-11-23 08:00Z

inline domain::CalendarAccount deskAccount()
{
    domain::CalendarAccount out;
    out.url = "https://calendar.example";
    out.user = "rep";
    out.path = "/cal/rep/work/";
    out.address = "rep@ours.example";
    out.name = "Rep";
    out.zone = "Europe/Berlin";
    return out;
}

// Counts how often it was asked; refuses when told to.
class CountingGate final : public crm::PushGate {
public:
    base::Status pass(std::span<const domain::Effect> effects) override
    {
        passed += static_cast<int>(effects.size());
        if (isShut)
            return base::Error{.code = base::ErrorCode::Refused, .message = "Stopped by a person."};
        return {};
    }

    int passed = 0;
    bool isShut = false;
};

struct Desk {
    // What to say instead of, or after, the fake; nothing: what it says.
    std::function<std::optional<fakes::Response>(const fakes::Request &)> instead;
    std::function<void(const fakes::Request &, fakes::Response &)> spoil;

    fakes::CalDavFake fake;
    fakes::DirectHttpClient http{[this](const fakes::Request &request) {
        if (instead) {
            if (auto answer = instead(request))
                return *answer;
        }
        fakes::Response answer = fake.handle(request);
        if (spoil)
            spoil(request, answer);
        return answer;
    }};
    fakes::OpenAccess access{"secret", ""};
    base::FixedClock clock{deskNow};
    CalDavConnector connector{{http, access, clock, deskAccount()}};

    crm::PushAnswer push(const domain::Effect &effect)
    {
        CountingGate gate;
        return connector.pushGated({&effect, 1}, gate, neverCancelled).front();
    }

    crm::PushAnswer lookUp(const domain::Effect &effect)
    {
        return connector.lookUp(effect, neverCancelled);
    }
};

inline domain::Meeting deskMeeting(const std::string &title = "Offer talk")
{
    domain::Meeting out;
    out.start = {{2026, 11, 24}, 10 * base::hourMs};
    out.zone = "Europe/Berlin";
    out.minutes = 45;
    out.title = title;
    out.text = "Agenda\nPrice";
    out.attendees = {{"buyer@theirs.example", "Buyer", domain::Attendance::Unanswered}};
    return out;
}

inline domain::Action deskAction(int number = 1)
{
    domain::Action out;
    out.id = base::Uuid::named("action", std::to_string(number));
    out.kind = domain::ActionKind::Meeting;
    out.draft.to = "buyer@theirs.example";
    out.draft.subject = "Offer talk";
    return out;
}

inline domain::Effect booking(int number = 1, const std::string &title = "Offer talk")
{
    return *buildMeetingEffect(deskAction(number),
                               {.account = deskAccount(), .meeting = deskMeeting(title)}, deskNow);
}

// A later effect of the same action on what `first` booked.
inline domain::Effect changeOf(const domain::Effect &first, MeetingChange change,
                               const std::string &etag, std::int64_t ordinal = 2)
{
    MeetingTarget target{
        .account = deskAccount(), .meeting = deskMeeting(), .change = change, .etag = etag};
    target.meeting.uid = readMeetingWire(first)->uid;
    target.meeting.start.sinceMidnightMs = 15 * base::hourMs;
    target.meeting.sequence = ordinal - 1;
    return *buildMeetingEffect(deskAction(), target, deskNow + base::hourMs, ordinal);
}

} // namespace topline::calendar
