// Bookings, moves and cancellations under every fault; the fake's own journal is the only judge.
#include "core/base/random.h"
#include "tests/calendar/calendar_desk.h"

#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

using crm::PushState;
using fakes::Request;
using fakes::Response;

bool isWrite(const Request &request)
{
    return request.method == "PUT" || request.method == "DELETE";
}

TEST(CalDavPush, ABookingIsInTheCalendarAsItWasApproved)
{
    Desk desk;
    const domain::Effect effect = booking();
    const auto answer = desk.push(effect);
    EXPECT_EQ(answer.state, PushState::Applied) << answer.detail;
    const auto wire = readMeetingWire(effect);
    ASSERT_TRUE(wire.ok());
    EXPECT_EQ(wire->uid, effect.id.text());
    EXPECT_EQ(answer.remoteId, "cal:/cal/rep/work/" + wire->uid + ".ics");
    ASSERT_EQ(desk.fake.entries.size(), 1U);
    EXPECT_EQ(desk.fake.entries.begin()->second.text, wire->ical);
    EXPECT_EQ(desk.fake.entries.begin()->second.etag, answer.reference);
    EXPECT_EQ(effect.channel, domain::Channel::Calendar);
    EXPECT_EQ(desk.push(effect).state, PushState::AlreadyApplied);
    EXPECT_EQ(desk.lookUp(effect).state, PushState::Applied);
    EXPECT_EQ(desk.fake.journal.size(), 1U);
    // Nobody is invited by the server.
    EXPECT_NE(wire->ical.find("SCHEDULE-AGENT=CLIENT"), std::string::npos);
}

TEST(CalDavPush, TheSameApprovalIsTheSameBytes)
{
    EXPECT_EQ(booking(), booking());
    EXPECT_NE(booking(1).id, booking(2).id);
    const auto part = invitationPart(
        bookedMeeting(deskAction(), {.account = deskAccount(), .meeting = deskMeeting()}, deskNow),
        MeetingChange::Book);
    ASSERT_TRUE(part.ok());
    EXPECT_EQ(part->method, "REQUEST");
    EXPECT_NE(part->text.find(booking().id.text()), std::string::npos);
}

TEST(CalDavPush, AMoveChangesWhatWasSeenAndNothingElse)
{
    Desk desk;
    const domain::Effect first = booking();
    const std::string etag = desk.push(first).reference;
    const domain::Effect move = changeOf(first, MeetingChange::Move, etag);
    const auto moved = desk.push(move);
    EXPECT_EQ(moved.state, PushState::Applied);
    EXPECT_EQ(desk.push(move).state, PushState::AlreadyApplied);
    EXPECT_EQ(desk.lookUp(move).state, PushState::Applied);
    // Two hours later somebody moves it in the calendar itself.
    const std::string name = readMeetingWire(first)->uid + ".ics";
    std::string theirs = desk.fake.entries.begin()->second.text;
    theirs.replace(theirs.find("T150000"), 7, "T170000");
    theirs.erase(theirs.find("X-TOPLINE-EFFECT"), theirs.find("END:VEVENT") - theirs.find("X-TOP"));
    desk.fake.put(name, theirs);
    const domain::Effect late = changeOf(first, MeetingChange::Move, moved.reference, 3);
    const auto clash = desk.push(late);
    EXPECT_EQ(clash.state, PushState::Conflict);
    ASSERT_EQ(clash.clashes.size(), 1U);
    EXPECT_EQ(clash.clashes.front().ours, "20261124T150000 Europe/Berlin");
    EXPECT_EQ(clash.clashes.front().theirs, "20261124T170000 Europe/Berlin");
    EXPECT_EQ(desk.fake.entries.begin()->second.text, theirs);
    EXPECT_EQ(desk.lookUp(late).state, PushState::Refused);
    EXPECT_EQ(desk.push(changeOf(first, MeetingChange::Cancel, moved.reference, 4)).state,
              PushState::Conflict);
}

TEST(CalDavPush, ACancellationIsDoneOnce)
{
    Desk desk;
    const domain::Effect first = booking();
    const std::string etag = desk.push(first).reference;
    const domain::Effect end = changeOf(first, MeetingChange::Cancel, etag);
    EXPECT_EQ(desk.lookUp(end).state, PushState::Refused);
    EXPECT_EQ(desk.push(end).state, PushState::Applied);
    EXPECT_EQ(desk.push(end).state, PushState::AlreadyApplied);
    EXPECT_EQ(desk.lookUp(end).state, PushState::Applied);
    EXPECT_TRUE(desk.fake.entries.empty());
    EXPECT_EQ(desk.push(changeOf(first, MeetingChange::Move, etag)).state, PushState::Conflict);
}

TEST(CalDavPush, ServersThatDropOurMarkStillShowWhatWasDone)
{
    Desk desk;
    desk.fake.keepsForeignProperties = false;
    const domain::Effect first = booking();
    const std::string etag = desk.push(first).reference;
    EXPECT_EQ(desk.push(first).state, PushState::AlreadyApplied);
    const domain::Effect move = changeOf(first, MeetingChange::Move, etag);
    EXPECT_EQ(desk.push(move).state, PushState::Applied);
    EXPECT_EQ(desk.push(move).state, PushState::AlreadyApplied);
    EXPECT_EQ(desk.fake.journal.size(), 2U);
}

TEST(CalDavPush, ALostAnswerIsADoubtThatTheCalendarItselfEnds)
{
    for (const auto wire : {Response::Wire::CloseBefore, Response::Wire::CloseAfter}) {
        Desk desk;
        const domain::Effect effect = booking();
        desk.instead = [wire](const Request &request) -> std::optional<Response> {
            if (wire == Response::Wire::CloseBefore && isWrite(request))
                return Response{.wire = wire};
            return std::nullopt;
        };
        desk.spoil = [wire](const Request &request, Response &answer) {
            if (wire == Response::Wire::CloseAfter && isWrite(request))
                answer.wire = wire;
        };
        EXPECT_EQ(desk.push(effect).state, PushState::Unknown);
        const bool arrived = wire == Response::Wire::CloseAfter;
        EXPECT_EQ(desk.lookUp(effect).state, arrived ? PushState::Applied : PushState::Refused);
        desk.instead = nullptr;
        desk.spoil = nullptr;
        EXPECT_EQ(desk.push(effect).state,
                  arrived ? PushState::AlreadyApplied : PushState::Applied);
        EXPECT_EQ(desk.fake.createdWith(effect.id.text()), 1);
    }
}

struct Said {
    int status;
    PushState state;
};

TEST(CalDavPush, EachStatusMeansWhatTheStandardSays)
{
    for (const Said &said : std::initializer_list<Said>{
             {301, PushState::Unknown}, {302, PushState::Unknown}, {307, PushState::Unknown},
             {400, PushState::Refused}, {401, PushState::NotSent}, {403, PushState::Refused},
             {404, PushState::Refused}, {405, PushState::Refused}, {409, PushState::Refused},
             {410, PushState::Refused}, {413, PushState::Refused}, {415, PushState::Refused},
             {423, PushState::NotSent}, {429, PushState::NotSent}, {500, PushState::Unknown},
             {502, PushState::Unknown}, {503, PushState::Unknown}, {504, PushState::Unknown},
             {507, PushState::Refused}, {407, PushState::NotSent}, {421, PushState::NotSent},
             {511, PushState::NotSent}, {200, PushState::Unknown}, {202, PushState::Unknown}}) {
        Desk desk;
        const domain::Effect effect = booking();
        desk.instead = [&said](const Request &request) -> std::optional<Response> {
            if (!isWrite(request))
                return std::nullopt;
            return Response{.status = said.status,
                            .headers = {{"Location", "https://other.example/"}},
                            .body = "<html>Please sign in to this network</html>"};
        };
        const auto answer = desk.push(effect);
        EXPECT_EQ(answer.state, said.state) << said.status << " " << answer.detail;
        EXPECT_FALSE(answer.detail.empty() && answer.state != PushState::Applied) << said.status;
        EXPECT_TRUE(desk.fake.journal.empty());
        desk.instead = nullptr;
        EXPECT_EQ(desk.push(effect).state, PushState::Applied) << said.status;
        EXPECT_EQ(desk.fake.journal.size(), 1U);
    }
}

TEST(CalDavPush, AWaitIsAsLongAsTheServerAsks)
{
    for (const auto &[header, waitMs] :
         std::initializer_list<std::pair<const char *, int>>{{"120", 120'000},
                                                             {"0", 60'000},
                                                             {"soon", 60'000},
                                                             {"", 60'000},
                                                             {"999999999999", 86'400'000}}) {
        Desk desk;
        desk.instead = [header = header](const Request &) {
            return Response{.status = 429, .headers = {{"Retry-After", header}}};
        };
        const auto answer = desk.push(booking());
        EXPECT_EQ(answer.state, PushState::NotSent);
        EXPECT_EQ(answer.retryAtMs, std::optional<base::UtcMs>(deskNow + waitMs)) << header;
    }
}

TEST(CalDavPush, WhatIsThereUnderOurNumberIsLookedAt)
{
    // Another entry has the path; the same number is at another path.
    Desk desk;
    const domain::Effect effect = booking();
    desk.fake.put(effect.id.text() + ".ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n"
                                             "DTSTART:20261124T100000Z\r\nEND:VEVENT\r\n"
                                             "END:VCALENDAR\r\n");
    EXPECT_EQ(desk.push(effect).state, PushState::Refused);
    EXPECT_EQ(desk.lookUp(effect).state, PushState::Refused);
    desk.fake.remove(effect.id.text() + ".ics");
    desk.fake.put("moved.ics", readMeetingWire(effect)->ical);
    const auto answer = desk.push(effect);
    EXPECT_NE(answer.state, PushState::Applied);
    EXPECT_TRUE(desk.fake.journal.empty());
    // The look after a 412 fails: nothing was written, and nothing is claimed.
    Desk other;
    other.push(effect);
    other.instead = [](const Request &request) -> std::optional<Response> {
        if (request.method == "GET")
            return Response{.status = 500};
        return std::nullopt;
    };
    EXPECT_EQ(other.push(effect).state, PushState::NotSent);
    EXPECT_EQ(other.lookUp(effect).state, PushState::Unknown);
}

TEST(CalDavPush, TheGateIsAskedBeforeAnythingLeaves)
{
    Desk desk;
    const domain::Effect effect = booking();
    CountingGate gate;
    gate.isShut = true;
    EXPECT_EQ(desk.connector.pushGated({&effect, 1}, gate, neverCancelled).front().state,
              PushState::NotSent);
    EXPECT_EQ(desk.http.requestCount(), 0);
    EXPECT_EQ(gate.passed, 1);
    // What is not as it was approved does not even get to the gate.
    for (const char *what : {"wire", "hash"}) {
        domain::Effect turned = effect;
        if (std::string(what) == "wire")
            turned.wire.replace(turned.wire.find("Offer"), 5, "Other");
        else
            turned.wireSha256.front() = turned.wireSha256.front() == '0' ? '1' : '0';
        EXPECT_EQ(desk.connector.pushGated({&turned, 1}, gate, neverCancelled).front().state,
                  PushState::Refused);
    }
    EXPECT_EQ(gate.passed, 1);
    gate.isShut = false;
    const std::vector<domain::Effect> two = {booking(1), booking(2)};
    const auto answers = desk.connector.pushGated(two, gate, neverCancelled);
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[1].state, PushState::Applied);
    EXPECT_EQ(gate.passed, 3);
    crm::CancelToken stopped;
    stopped.cancelled = true;
    EXPECT_EQ(desk.connector.pushGated({&effect, 1}, gate, stopped).front().state,
              PushState::NotSent);
    EXPECT_EQ(gate.passed, 3);
}

// A rep's program that is killed, loses answers and asks again, until all is settled.
struct Outcome {
    int duplicates = 0;
    int lost = 0;
    int lies = 0;
};

Outcome runWithFaults(std::uint64_t seed, bool isKnownBad)
{
    base::Random random(seed);
    Desk desk;
    bool faulty = true;
    desk.instead = [&](const Request &request) -> std::optional<Response> {
        if (!faulty || !random.chance(0.25))
            return std::nullopt;
        static const int statuses[] = {401, 423, 429, 500, 502, 503};
        if (isWrite(request) && random.chance(0.4))
            return Response{.wire = Response::Wire::CloseBefore};
        return Response{.status = statuses[random.below(6)]};
    };
    desk.spoil = [&](const Request &, Response &answer) {
        if (faulty && random.chance(0.3))
            answer.wire =
                random.chance(0.5) ? Response::Wire::CloseAfter : Response::Wire::Truncate;
    };
    Outcome out;
    for (int number = 1; number <= 5; ++number) {
        const std::string title = "Meeting " + std::to_string(number);
        bool isSettled = false;
        faulty = true;
        for (int round = 1; !isSettled; ++round) {
            faulty = round < 12;
            // The known bad protocol takes a new number for each try.
            const domain::Effect effect = *buildMeetingEffect(
                deskAction(number), {.account = deskAccount(), .meeting = deskMeeting(title)},
                deskNow, isKnownBad ? round : 1);
            const bool asksFirst = round > 1 && !isKnownBad && random.chance(0.5);
            const auto answer = asksFirst ? desk.lookUp(effect) : desk.push(effect);
            const bool isKilled = faulty && random.chance(0.2); // before the answer is kept
            isSettled = !isKilled && (answer.state == PushState::Applied ||
                                      answer.state == PushState::AlreadyApplied);
            if (isSettled && desk.fake.createdWith("SUMMARY:" + title + "\r\n") == 0)
                ++out.lies;
        }
        const int created = desk.fake.createdWith("SUMMARY:" + title + "\r\n");
        out.duplicates += created > 1 ? 1 : 0;
        out.lost += created == 0 ? 1 : 0;
    }
    return out;
}

TEST(CalDavPush, KillsAndLostAnswersNeverBookTwice)
{
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Outcome out = runWithFaults(seed, false);
        ASSERT_EQ(out.duplicates, 0) << "seed " << seed;
        ASSERT_EQ(out.lost, 0) << "seed " << seed;
        ASSERT_EQ(out.lies, 0) << "seed " << seed;
    }
}

TEST(CalDavPush, TheJudgeCatchesANewNumberForEachTry)
{
    int duplicates = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        duplicates += runWithFaults(seed, true).duplicates;
    EXPECT_GT(duplicates, 10);
}

} // namespace
} // namespace topline::calendar
