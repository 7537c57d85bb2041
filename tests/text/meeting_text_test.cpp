#include "ui/text/meeting_text.h"

#include <gtest/gtest.h>

namespace topline::ui::text {
namespace {

domain::MeetingOffer sampleOffer(const std::string &theirZone)
{
    domain::MeetingOffer out;
    out.ourZone = "Europe/Berlin";
    out.theirZone = theirZone;
    out.isTheirZoneKnown = true;
    out.busyReadMs = 1;
    const auto ours = base::TimeZone::find(out.ourZone);
    const auto theirs = base::TimeZone::find(theirZone);
    const base::UtcMs at = 1'795'510'800'000; // 2026-11-24 09:00Z
    out.times = {{at, at + 30 * base::minuteMs, ours->local(at), theirs->local(at)}};
    return out;
}

const MeetingText english{QLocale(QLocale::English, QLocale::UnitedKingdom)};

std::string told(const QString &text)
{
    return text.toStdString();
}

TEST(MeetingText, ASlotIsToldByBothClocks)
{
    domain::MeetingOffer offer = sampleOffer("America/New_York");
    EXPECT_EQ(told(english.slot(offer.times[0])), "Tuesday 24 November, 10:00 – 10:30");
    EXPECT_EQ(told(english.thereOf(offer, offer.times[0])), "04:00 – 04:30 in New York");
    offer = sampleOffer("Pacific/Kiritimati");
    EXPECT_EQ(told(english.thereOf(offer, offer.times[0])), "23:00 – 23:30 in Kiritimati");
    offer.times[0].theirs.date = {2026, 11, 25};
    EXPECT_EQ(told(english.thereOf(offer, offer.times[0])),
              "Wednesday 25 November, 23:00 – 23:30 in Kiritimati");
    offer = sampleOffer("Europe/Berlin");
    EXPECT_EQ(told(english.thereOf(offer, offer.times[0])), "");
}

TEST(MeetingText, TheBuyerReadsTheirOwnClockAndWhoseItIs)
{
    const domain::MeetingOffer offer = sampleOffer("America/New_York");
    EXPECT_EQ(told(english.proposal(offer, offer.times)),
              "Would one of these times suit you?\n- Tuesday 24 November, 04:00 – 04:30\n"
              "(30 minute(s) each, times in New York)");
}

TEST(MeetingText, WhatIsNotKnownIsSaid)
{
    domain::MeetingOffer offer = sampleOffer("Europe/Berlin");
    EXPECT_EQ(told(english.caveat(offer)), "");
    offer.busyReadMs.reset();
    offer.isTheirZoneKnown = false;
    EXPECT_EQ(told(english.caveat(offer)),
              "No calendar is connected: your own meetings are not considered. "
              "Their time zone is not known: yours is taken.");
    offer.busyReadMs = 1;
    offer.isTheirZoneKnown = true;
    offer.unreadCount = 2;
    EXPECT_EQ(told(english.caveat(offer)), "2 entry(s) of your calendar could not be read.");
}

} // namespace

TEST(MeetingText, TimesComeBeforeTheWordsThatCloseAMail)
{
    const QString words = QStringLiteral("Would one of these times suit you?\n- Monday");
    EXPECT_EQ(told(MeetingText::withProposal(
                  QStringLiteral("Hi Ada,\n\nWhat next?\n\nBest regards,\nSam\n"), words)),
              "Hi Ada,\n\nWhat next?\n\nWould one of these times suit you?\n- Monday\n\n"
              "Best regards,\nSam\n");
    EXPECT_EQ(told(MeetingText::withProposal(QStringLiteral("Hi Ada,\n\nWhat next?\n"), words)),
              "Hi Ada,\n\nWhat next?\n\nWould one of these times suit you?\n- Monday\n");
    EXPECT_EQ(told(MeetingText::withProposal({}, words)), words.toStdString() + "\n");
    EXPECT_EQ(told(MeetingText::withProposal(QStringLiteral("Hi Ada,\nwhat next?"), words)),
              "Hi Ada,\nwhat next?\n\n" + words.toStdString() + "\n");
}

TEST(MeetingText, NoLocaleShowsSecondsOfAMeeting)
{
    const MeetingText plain{QLocale(QLocale::C)};
    domain::ProposedTime time;
    time.ours = {{2026, 11, 24}, 10 * base::hourMs};
    time.theirs = time.ours;
    time.untilMs = 30 * base::minuteMs;
    EXPECT_NE(told(plain.slot(time)).find("10:00 – 10:30"), std::string::npos)
        << told(plain.slot(time));
}

} // namespace topline::ui::text
