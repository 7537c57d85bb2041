// Meetings written and read again, and what other programs write.
#include "core/calendar/ical_read.h"
#include "core/calendar/ical_write.h"
#include "tests/calendar/sample_zones.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <libical/ical.h>
#include <memory>

namespace topline::calendar {
namespace {

domain::Meeting sampleMeeting()
{
    domain::Meeting out;
    out.uid = "0190a6de-0000-7000-8000-000000000001";
    out.effect = "0190a6de-0000-7000-8000-000000000002";
    out.start = {{2026, 11, 23}, 10 * base::hourMs};
    out.zone = "Europe/Berlin";
    out.minutes = 45;
    out.title = "Offer, terms; next \\ steps";
    out.text = "Agenda:\n- price\r\n- dates\rEnd";
    out.place = "Room \"4\"";
    out.link = "https://meet.example/x?y=1";
    out.organiser = {"rep@ours.example", "Zo\xc3\xab \"Rep\"", domain::Attendance::Unanswered};
    out.attendees = {{"Buyer@Theirs.example", "B. Uyer", domain::Attendance::Unanswered}};
    out.sequence = 2;
    out.stampMs = 1'800'000'000'000;
    return out;
}

std::string textOf(const domain::Meeting &meeting, IcalUse use = IcalUse::Stored)
{
    const auto out = icalText(meeting, use);
    EXPECT_TRUE(out.ok()) << (out.ok() ? "" : out.error().text());
    return out.ok() ? *out : std::string();
}

TEST(IcalText, WhatIsWrittenIsReadAgain)
{
    for (const IcalUse use : {IcalUse::Stored, IcalUse::Request, IcalUse::Cancel}) {
        domain::Meeting meeting = sampleMeeting();
        const auto read = readIcal(textOf(meeting, use), "UTC");
        ASSERT_TRUE(read.ok()) << read.error().text();
        ASSERT_EQ(read->entries.size(), 1U);
        EXPECT_EQ(read->unreadCount, 0);
        EXPECT_EQ(read->method, use == IcalUse::Stored    ? ""
                                : use == IcalUse::Request ? "REQUEST"
                                                          : "CANCEL");
        meeting.text = "Agenda:\n- price\n- dates\nEnd";
        meeting.organiser.name = "Zo\xc3\xab 'Rep'";
        meeting.attendees.front().address = "buyer@theirs.example";
        meeting.isCancelled = use == IcalUse::Cancel;
        EXPECT_EQ(read->entries.front().meeting, meeting);
        EXPECT_EQ(utcOf(read->entries.front().start), 1'795'424'400'000); // 09:00Z
        EXPECT_FALSE(read->entries.front().isTransparent);
    }
}

TEST(IcalText, TheSameMeetingIsTheSameBytes)
{
    const std::string text = textOf(sampleMeeting());
    EXPECT_EQ(text, textOf(sampleMeeting()));
    std::size_t begin = 0;
    for (std::size_t end = text.find("\r\n"); end != std::string::npos;
         begin = end + 2, end = text.find("\r\n", begin))
        EXPECT_LE(end - begin, 75U) << text.substr(begin, end - begin);
    EXPECT_EQ(begin, text.size());
    EXPECT_EQ(std::count(text.begin(), text.end(), '\r'),
              std::count(text.begin(), text.end(), '\n'));
    // A server that schedules must not send invitations of its own; a mail is for just that.
    EXPECT_NE(text.find("SCHEDULE-AGENT=CLIENT"), std::string::npos);
    EXPECT_EQ(textOf(sampleMeeting(), IcalUse::Request).find("SCHEDULE-AGENT"), std::string::npos);
    EXPECT_EQ(text.find("METHOD"), std::string::npos);
}

TEST(IcalText, NoValueBeginsALineOfItsOwn)
{
    const std::string attack =
        "x\r\nATTENDEE:mailto:evil@e.example\r\nEND:VEVENT\n\rBEGIN:VALARM\x01;";
    domain::Meeting meeting = sampleMeeting();
    meeting.title = meeting.text = meeting.place = attack;
    meeting.organiser.name = attack;
    meeting.attendees.front().name = attack + "\":mailto:evil@e.example";
    const auto read = readIcal(textOf(meeting), "UTC");
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->entries.size(), 1U);
    ASSERT_EQ(read->entries.front().meeting.attendees.size(), 1U);
    EXPECT_EQ(read->entries.front().meeting.attendees.front().address, "buyer@theirs.example");
    EXPECT_EQ(read->entries.front().meeting.organiser.address, "rep@ours.example");
    EXPECT_EQ(read->entries.front().meeting.uid, meeting.uid);
}

TEST(IcalText, WhatNoCalendarCouldKeepIsRefusedWithItsField)
{
    const auto fieldOf = [](const auto &spoil) {
        domain::Meeting meeting = sampleMeeting();
        spoil(meeting);
        const auto out = icalText(meeting, IcalUse::Stored);
        return out.ok()            ? std::string("written")
               : out.error().place ? out.error().place->field
                                   : "";
    };
    EXPECT_EQ(fieldOf([](auto &m) { m.uid = "a\r\nb"; }), "uid");
    EXPECT_EQ(fieldOf([](auto &m) { m.uid.clear(); }), "uid");
    EXPECT_EQ(fieldOf([](auto &m) { m.effect = "a b"; }), "effect");
    EXPECT_EQ(fieldOf([](auto &m) { m.minutes = 0; }), "minutes");
    EXPECT_EQ(fieldOf([](auto &m) { m.title = " \n"; }), "title");
    EXPECT_EQ(fieldOf([](auto &m) { m.link = "http://a.example"; }), "link");
    EXPECT_EQ(fieldOf([](auto &m) { m.link = "https://a.example/\r\nX:1"; }), "link");
    EXPECT_EQ(fieldOf([](auto &m) { m.attendees.front().address = "a@b,c@d"; }), "attendees");
    EXPECT_EQ(fieldOf([](auto &m) { m.attendees.front().address = "a@b\r\nX:1"; }), "attendees");
    EXPECT_EQ(fieldOf([](auto &m) { m.organiser.address.clear(); }), "organiser");
    EXPECT_EQ(fieldOf([](auto &m) { m.start.date = {2026, 2, 30}; }), "start");
    EXPECT_EQ(fieldOf([](auto &m) { m.zone = "Europe/Nowhere"; }), "");
    // 02:30 of the night in which the clocks go forward is no time at all.
    EXPECT_EQ(fieldOf([](auto &m) { m.start = {{2026, 3, 29}, 150 * base::minuteMs}; }), "");
}

// Told by the zone that the text itself carries, as a program without our zones reads it.
base::UtcMs utcByItsOwnZone(const std::string &text)
{
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> root(
        icalparser_parse_string(text.c_str()), &icalcomponent_free);
    icalcomponent *zone = icalcomponent_get_first_component(root.get(), ICAL_VTIMEZONE_COMPONENT);
    icalcomponent *event = icalcomponent_get_first_component(root.get(), ICAL_VEVENT_COMPONENT);
    const icaltimetype start =
        icalproperty_get_dtstart(icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY));
    icaltimezone *own = icaltimezone_new();
    icaltimezone_set_component(own, icalcomponent_new_clone(zone));
    const auto out = icaltime_as_timet_with_zone(start, own);
    icaltimezone_free(own, 1);
    return std::int64_t{out} * base::secondMs;
}

TEST(IcalText, MeetingsKeepWallTimeAndZoneAroundEveryChangeOfClocks)
{
    int changes = 0;
    for (const char *name : sampleZones) {
        const auto zone = base::TimeZone::find(name);
        ASSERT_TRUE(zone.ok()) << name;
        for (base::UtcMs day = base::dayNumber({2020, 1, 1}) * base::dayMs;
             day < base::dayNumber({2036, 1, 1}) * base::dayMs; day += base::dayMs) {
            if (zone->offsetMs(day) == zone->offsetMs(day + base::dayMs))
                continue;
            ++changes;
            for (const base::UtcMs at :
                 {day - 12 * base::hourMs, day + 3 * base::hourMs, day + 40 * base::hourMs}) {
                domain::Meeting meeting = sampleMeeting();
                meeting.zone = name;
                meeting.start = zone->local(at / base::minuteMs * base::minuteMs);
                const base::ResolvedTime start = zone->resolve(meeting.start);
                ASSERT_NE(start.kind, base::LocalKind::Skipped);
                const std::string text = textOf(meeting);
                const auto read = readIcal(text, "UTC");
                ASSERT_TRUE(read.ok() && read->entries.size() == 1) << name;
                const IcalEntry &entry = read->entries.front();
                EXPECT_EQ(entry.meeting.start, meeting.start) << name;
                EXPECT_EQ(entry.meeting.zone, name);
                EXPECT_EQ(entry.durationMs, 45 * base::minuteMs) << name << " " << text;
                EXPECT_EQ(utcOf(entry.start), start.utcMs) << name;
                if (start.kind == base::LocalKind::Unique) {
                    EXPECT_EQ(utcByItsOwnZone(text), start.utcMs) << name << "\n" << text;
                }
            }
        }
    }
    EXPECT_GT(changes, 600);
}

std::string event(const std::string &lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:u\r\n" + lines +
           "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

std::string startOf(const std::string &lines, const std::string &home = "Asia/Tokyo")
{
    const auto read = readIcal(event(lines), home);
    if (!read.ok() || read->entries.size() != 1)
        return "unread";
    return base::utcText(utcOf(read->entries.front().start)) + " " +
           std::to_string(read->entries.front().durationMs / base::minuteMs);
}

TEST(IcalText, TimesOfOtherProgramsAreUnderstood)
{
    EXPECT_EQ(startOf("DTSTART:20261123T100000Z\r\nDTEND:20261123T103000Z\r\n"),
              "2026-11-23T10:00:00Z 30");
    EXPECT_EQ(startOf("DTSTART;TZID=W. Europe Standard Time:20261123T100000\r\nDURATION:PT1H\r\n"),
              "2026-11-23T09:00:00Z 60");
    EXPECT_EQ(startOf("DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:"
                      "20261123T100000\r\n"),
              "2026-11-23T15:00:00Z 0");
    EXPECT_EQ(startOf("DTSTART:20261123T100000\r\nDTEND:20261123T110000\r\n"),
              "2026-11-23T01:00:00Z 60"); // the reader's own zone
    EXPECT_EQ(startOf("DTSTART;VALUE=DATE:20261123\r\n"), "2026-11-22T15:00:00Z 1440");
    EXPECT_EQ(startOf("DTSTART;TZID=\"Europe/Berlin\":20260329T023000\r\nDURATION:PT1H\r\n"),
              "2026-03-29T01:30:00Z 60"); // by the offset before the gap (RFC 5545, 3.3.5)
    EXPECT_EQ(startOf("DTSTART;TZID=Europe/Berlin:20261025T023000\r\n"), "2026-10-25T00:30:00Z 0");
    EXPECT_EQ(startOf("SUMMARY:no start\r\n"), "unread");
    EXPECT_EQ(startOf("DTSTART:20261399T100000Z\r\n"), "unread");
    EXPECT_EQ(startOf("DTSTART:20261123T100000Z\r\nDTEND:20251123T100000Z\r\n"),
              "2026-11-23T10:00:00Z 0");
}

TEST(IcalText, AnAnswerTellsWhoComes)
{
    const auto read = readIcal(
        "BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:u\nDTSTART:20261123T100000Z\nSEQUENCE:3\n"
        "ATTENDEE;PARTSTAT=DECLINED;CN=B:MAILTO:Buyer@Theirs.example\nEND:VEVENT\nEND:VCALENDAR\n",
        "UTC");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->method, "REPLY");
    const domain::Meeting &meeting = read->entries.at(0).meeting;
    EXPECT_EQ(meeting.attendees.at(0).address, "buyer@theirs.example");
    EXPECT_EQ(meeting.attendees.at(0).answer, domain::Attendance::Declined);
    EXPECT_EQ(meeting.sequence, 3);
}

} // namespace
} // namespace topline::calendar
