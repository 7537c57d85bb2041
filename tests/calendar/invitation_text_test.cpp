// What an invitation says to people who read it as a mail.
#include "core/calendar/invitation_text.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::calendar {

namespace {

domain::Meeting sample()
{
    domain::Meeting out;
    out.start = {{2026, 11, 24}, 10 * base::hourMs};
    out.zone = "Europe/Berlin";
    out.minutes = 45;
    out.title = "Offer talk";
    out.text = "Agenda:\n- price\n- start\n";
    out.organiser = {"rep@topline.example", "Robin Vale", {}};
    out.attendees = {{"dana@northwind.example", "Dana Kim", {}}};
    return out;
}

} // namespace

TEST(InvitationText, SaysDayTimeAndWhoByTheReadersClockFirst)
{
    domain::Meeting meeting = sample();
    meeting.place = "Room 4, 1 High Street";
    meeting.link = "https://meet.example/a";
    EXPECT_EQ(invitationText(meeting, {"America/New_York", "en"}),
              "Agenda:\n- price\n- start\n\n"
              "When: Tuesday, 24 November 2026, 04:00–04:45 (America/New_York, UTC-05:00)\n"
              "Our time: Tuesday, 24 November 2026, 10:00–10:45 (Europe/Berlin, UTC+01:00)\n"
              "Where: Room 4, 1 High Street\n"
              "Link: https://meet.example/a\n"
              "With: Robin Vale (rep@topline.example), Dana Kim (dana@northwind.example)\n");
}

TEST(InvitationText, SpeaksFourLanguages)
{
    const auto lineOf = [](const std::string &language) {
        const std::string text = invitationText(sample(), {"Europe/Berlin", language});
        const auto from = text.find("\n\n") + 2;
        return text.substr(from, text.find('\n', from) - from);
    };
    EXPECT_EQ(lineOf("de"),
              "Wann: Dienstag, 24. November 2026, 10:00–10:45 Uhr (Europe/Berlin, UTC+01:00)");
    EXPECT_EQ(lineOf("fr"),
              "Quand : mardi 24 novembre 2026, 10:00–10:45 (Europe/Berlin, UTC+01:00)");
    EXPECT_EQ(lineOf("es"), "Cuándo: martes, 24 de noviembre de 2026, 10:00–10:45 (Europe/Berlin, "
                            "UTC+01:00)");
    EXPECT_EQ(lineOf("nl"), lineOf("en"));
}

TEST(InvitationText, NamesOneClockWhereBothShowTheSame)
{
    const std::string paris = invitationText(sample(), {"Europe/Paris", "en"});
    EXPECT_NE(paris.find("Europe/Paris"), std::string::npos);
    EXPECT_EQ(paris.find("Our time"), std::string::npos);
    for (const char *zone : {"", "Mars/Olympus"}) { // then it is the sender's
        const std::string text = invitationText(sample(), {zone, "en"});
        EXPECT_NE(text.find("10:00–10:45 (Europe/Berlin, UTC+01:00)"), std::string::npos);
        EXPECT_EQ(text.find("Our time"), std::string::npos);
    }
}

TEST(InvitationText, NamesBothDaysOverMidnightAndTheDayOverThere)
{
    domain::Meeting meeting = sample();
    meeting.start.sinceMidnightMs = 23 * base::hourMs + 30 * base::minuteMs;
    EXPECT_NE(invitationText(meeting, {"Asia/Kolkata", "de"})
                  .find("Wann: Mittwoch, 25. November 2026, 04:00–04:45 Uhr (Asia/Kolkata, "
                        "UTC+05:30)\nUnsere Zeit: Dienstag, 24. November 2026, 23:30 Uhr – "
                        "Mittwoch, 25. November 2026, 00:15 Uhr (Europe/Berlin, UTC+01:00)\n"),
              std::string::npos);
}

TEST(InvitationText, KeepsTheClocksApartOverAChange)
{
    domain::Meeting meeting = sample();
    meeting.start = {{2026, 10, 25}, base::hourMs + 30 * base::minuteMs}; // goes back at 03:00
    meeting.minutes = 120;
    EXPECT_NE(invitationText(meeting, {"Europe/Berlin", "en"})
                  .find("Sunday, 25 October 2026, 01:30–02:30 (Europe/Berlin, UTC+02:00 / "
                        "UTC+01:00)"),
              std::string::npos);
}

TEST(InvitationText, HostileNamesWriteNoLinesOfTheirOwn)
{
    domain::Meeting meeting = sample();
    meeting.text.clear();
    meeting.title = "Offer\r\ntalk";
    meeting.place = "Room\nLink: https://evil.example";
    meeting.attendees[0].name = "Dana\r\n\r\nWhen: never\x01";
    const std::string text = invitationText(meeting, {"UTC", "en"});
    EXPECT_EQ(text.substr(0, 13), "Offer  talk\n\n");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6);
    EXPECT_EQ(text.find("\nLink:"), std::string::npos);
    EXPECT_EQ(text.find('\r'), std::string::npos);
    EXPECT_EQ(text.find('\x01'), std::string::npos);
}

} // namespace topline::calendar
