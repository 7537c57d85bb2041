#include "ui/text/moment_entry.h"

#include <gtest/gtest.h>
#include <random>

using namespace topline;
using ui::text::Format;
using ui::text::MomentEntry;
using ui::text::MomentProblem;
using ui::text::readMoment;

namespace {

base::TimeZone zone(const char *name)
{
    return base::TimeZone::find(name).value();
}

base::UtcMs utc(const char *zoneName, base::CivilDate date, int hour, int minute = 0)
{
    return zone(zoneName).at(date, hour * base::hourMs + minute * base::minuteMs);
}

// Seen from Tuesday, 18 November 2025, 11:14 in Berlin, unless said otherwise.
struct Reader {
    QLocale locale{QLocale::English, QLocale::UnitedStates};
    std::string zoneName = "Europe/Berlin";
    base::UtcMs now = utc("Europe/Berlin", {2025, 11, 18}, 11, 14);

    MomentEntry entry(const char *text) const
    {
        return readMoment(QString::fromUtf8(text), Format(locale, zone(zoneName.c_str()), now));
    }

    // "2025-11-19 14:00", or the number of the problem.
    std::string operator()(const char *text) const
    {
        const MomentEntry found = entry(text);
        return found.ok() ? base::localText(zone(zoneName.c_str()), found.atMs)
                          : std::to_string(static_cast<int>(found.problem));
    }
};

const std::string notUnderstood = std::to_string(static_cast<int>(MomentProblem::NotUnderstood));
const std::string noSuchDay = std::to_string(static_cast<int>(MomentProblem::NoSuchDay));
const std::string past = std::to_string(static_cast<int>(MomentProblem::Past));
const std::string tooFar = std::to_string(static_cast<int>(MomentProblem::TooFar));

} // namespace

TEST(MomentEntry, AmountsOfTimeCountFromNow)
{
    const Reader read;
    EXPECT_EQ(read("in 3 h"), "2025-11-18 14:14");
    EXPECT_EQ(read("3h"), "2025-11-18 14:14");
    EXPECT_EQ(read("+90 min"), "2025-11-18 12:44");
    EXPECT_EQ(read("1.5 h"), "2025-11-18 12:44");
    EXPECT_EQ(read("1 h 30 min"), "2025-11-18 12:44");
    EXPECT_EQ(read("in an hour"), "2025-11-18 12:14");
    EXPECT_EQ(read("half an hour"), "2025-11-18 11:44");
    EXPECT_EQ(read("in 2 days"), "2025-11-20 11:14");
    EXPECT_EQ(read("in 2 days 14:00"), "2025-11-20 14:00");
    EXPECT_EQ(read("2 weeks"), "2025-12-02 11:14");
    EXPECT_EQ(read("in a month at 9"), "2025-12-18 09:00");
}

TEST(MomentEntry, DaysAndTimesInAnyOrder)
{
    const Reader read;
    EXPECT_EQ(read("tomorrow 14:00"), "2025-11-19 14:00");
    EXPECT_EQ(read("14:00 tomorrow"), "2025-11-19 14:00");
    EXPECT_EQ(read("Tomorrow"), "2025-11-19 09:00");
    EXPECT_EQ(read("tomorrow morning"), "2025-11-19 09:00");
    EXPECT_EQ(read("this afternoon"), "2025-11-18 15:00");
    EXPECT_EQ(read("fri 9"), "2025-11-21 09:00");
    EXPECT_EQ(read("friday at 9:30 pm"), "2025-11-21 21:30");
    EXPECT_EQ(read("9am fri"), "2025-11-21 09:00");
    EXPECT_EQ(read("fri noon"), "2025-11-21 12:00");
    EXPECT_EQ(read("next week"), "2025-11-24 09:00");
    EXPECT_EQ(read("next monday 8"), "2025-11-24 08:00");
    EXPECT_EQ(read("12 am tomorrow"), "2025-11-19 00:00");
}

TEST(MomentEntry, TodaysWeekdayIsTodayWhileItsTimeIsAhead)
{
    const Reader read;
    EXPECT_EQ(read("tue 15:00"), "2025-11-18 15:00");
    EXPECT_EQ(read("tue 9"), "2025-11-25 09:00");
    EXPECT_EQ(read("next tue 15:00"), "2025-11-25 15:00");
}

TEST(MomentEntry, ATimeAloneIsItsNextOccurrence)
{
    const Reader read;
    EXPECT_EQ(read("14:00"), "2025-11-18 14:00");
    EXPECT_EQ(read("9:00"), "2025-11-19 09:00");
    EXPECT_EQ(read("at 9"), "2025-11-19 09:00");
    EXPECT_EQ(read("noon"), "2025-11-18 12:00");
}

TEST(MomentEntry, DatesWithoutAYearAreTheNextOnes)
{
    const Reader read;
    EXPECT_EQ(read("30 nov 10:00"), "2025-11-30 10:00");
    EXPECT_EQ(read("nov 30"), "2025-11-30 09:00");
    EXPECT_EQ(read("november 30th, 10:00"), "2025-11-30 10:00");
    EXPECT_EQ(read("2 march"), "2026-03-02 09:00");
    EXPECT_EQ(read("30 nov 2026 8"), "2026-11-30 08:00");
    EXPECT_EQ(read("2025-12-01"), "2025-12-01 09:00");
    EXPECT_EQ(read("29 feb"), "2028-02-29 09:00");
    EXPECT_EQ(read("the 5th"), "2025-12-05 09:00");
    EXPECT_EQ(read("the 31st"), "2025-12-31 09:00");
    EXPECT_EQ(read("sun 30 nov"), "2025-11-30 09:00");
}

TEST(MomentEntry, SlashesFollowTheOrderOfTheLocale)
{
    Reader read;
    EXPECT_EQ(read("12/3"), "2025-12-03 09:00");
    read.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    EXPECT_EQ(read("12/3"), "2026-03-12 09:00");
}

TEST(MomentEntry, GermanIsUnderstood)
{
    for (const QLocale &locale : {QLocale(QLocale::German), QLocale(QLocale::English)}) {
        Reader read;
        read.locale = locale;
        EXPECT_EQ(read("in 3 Stunden"), "2025-11-18 14:14");
        EXPECT_EQ(read("in einer halben Stunde"), "2025-11-18 11:44");
        EXPECT_EQ(read("in einer Woche"), "2025-11-25 11:14");
        EXPECT_EQ(read("in 3 Tagen um 9"), "2025-11-21 09:00");
        EXPECT_EQ(read("1,5 Std."), "2025-11-18 12:44");
        EXPECT_EQ(read("morgen"), "2025-11-19 09:00");
        EXPECT_EQ(read("morgen früh"), "2025-11-19 09:00");
        EXPECT_EQ(read("morgen 14 Uhr"), "2025-11-19 14:00");
        EXPECT_EQ(read("heute um 14.30 Uhr"), "2025-11-18 14:30");
        EXPECT_EQ(read("heute Abend"), "2025-11-18 18:00");
        EXPECT_EQ(read("übermorgen nachmittags"), "2025-11-20 15:00");
        EXPECT_EQ(read("Do 9"), "2025-11-20 09:00");
        EXPECT_EQ(read("nächsten Freitag"), "2025-11-21 09:00");
        EXPECT_EQ(read("nächste Woche"), "2025-11-24 09:00");
        EXPECT_EQ(read("am 30. November um 10"), "2025-11-30 10:00");
        EXPECT_EQ(read("30.11."), "2025-11-30 09:00");
        EXPECT_EQ(read("30.11 10:00"), "2025-11-30 10:00");
        EXPECT_EQ(read("3.12.2025 8:15"), "2025-12-03 08:15");
        EXPECT_EQ(read("5. März"), "2026-03-05 09:00");
    }
}

TEST(MomentEntry, NamesOfTheLocaleAreUnderstood)
{
    Reader read;
    read.locale = QLocale(QLocale::French);
    EXPECT_EQ(read("vendredi 9"), "2025-11-21 09:00");
    EXPECT_EQ(read("30 novembre 14h30"), "2025-11-30 14:30");
}

TEST(MomentEntry, WhatIsNotUnderstoodIsNeverGuessed)
{
    const Reader read;
    for (const char *text : {"soon", "9", "fri fri", "in 3", "3 h fri", "25:00 tomorrow",
                             "fri 9 10", "h", "next", "in fri", "1.5 days", "13 pm", "at", "the",
                             "tomorrow 99999999999 h", "½", "--", "\xf0\x9f\x98\x80"})
        EXPECT_EQ(read(text), notUnderstood) << text;
    EXPECT_EQ(read.entry("  ").problem, MomentProblem::Empty);
    EXPECT_EQ(read("30 feb"), noSuchDay);
    EXPECT_EQ(read("31.4."), noSuchDay);
    EXPECT_EQ(read("mon 30 nov"), noSuchDay) << "it is a Sunday";
    EXPECT_EQ(read("today 9"), past);
    EXPECT_EQ(read("2025-11-17"), past);
    EXPECT_EQ(read("0 h"), past);
    EXPECT_EQ(read("999999 weeks"), tooFar);
    EXPECT_EQ(read("1 jan 2099"), tooFar);
}

TEST(MomentEntry, TodayWithoutATimeIsItsNextPart)
{
    Reader read;
    EXPECT_EQ(read("today"), "2025-11-18 12:00");
    read.now = utc("Europe/Berlin", {2025, 11, 18}, 16);
    EXPECT_EQ(read("today"), "2025-11-18 18:00");
    read.now = utc("Europe/Berlin", {2025, 11, 18}, 19);
    EXPECT_EQ(read("today"), past);
}

TEST(MomentEntry, ASkippedTimeIsMovedBehindTheClockChangeAndSaysSo)
{
    Reader read;
    read.now = utc("Europe/Berlin", {2026, 3, 28}, 12);
    const MomentEntry skipped = read.entry("tomorrow 2:30");
    ASSERT_TRUE(skipped.ok());
    EXPECT_TRUE(skipped.movedByClockChange);
    EXPECT_EQ(read("tomorrow 2:30"), "2026-03-29 03:30");
    EXPECT_FALSE(read.entry("tomorrow 3:30").movedByClockChange);
    // Real hours cross the change; days keep the wall clock.
    EXPECT_EQ(read("in 24 h"), "2026-03-29 13:00");
    EXPECT_EQ(read("in 1 day"), "2026-03-29 12:00");
}

TEST(MomentEntry, ARepeatedTimeIsTheFirstThatIsStillAhead)
{
    Reader read;
    const base::UtcMs firstHalfPastTwo =
        zone("Europe/Berlin").at({2026, 10, 25}, 150 * base::minuteMs);
    read.now = firstHalfPastTwo - base::hourMs;
    EXPECT_EQ(read.entry("2:30").atMs, firstHalfPastTwo);
    read.now = firstHalfPastTwo + base::minuteMs;
    EXPECT_EQ(read.entry("2:30").atMs, firstHalfPastTwo + base::hourMs);
    read.now = firstHalfPastTwo + base::hourMs + base::minuteMs;
    EXPECT_EQ(read("2:30"), "2026-10-26 02:30");
}

TEST(MomentEntry, AnyTextGivesAMomentAheadOrAProblem)
{
    constexpr unsigned seed = 20'251'118;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    const char *parts[] = {"in",    "3",    "h",     "tomorrow", "14:00", "fri",  "30",
                           "nov",   "at",   "9",     "30.",      "next",  "week", "morgen",
                           "12/31", "half", "an",    "am",       "pm",    "1,5",  "days",
                           "2026",  "uhr",  "29.2.", "99",       "mo",    "xyz"};
    int understood = 0;
    for (int round = 0; round < 20'000; ++round) {
        Reader read;
        read.now += static_cast<base::DurationMs>(random() % 400) * 7 * base::hourMs;
        std::string text;
        for (unsigned i = 0; i < 1 + random() % 5; ++i)
            text += std::string(i ? " " : "") + parts[random() % std::size(parts)];
        const MomentEntry found = read.entry(text.c_str());
        if (!found.ok())
            continue;
        ++understood;
        ASSERT_GT(found.atMs, read.now) << text;
        ASSERT_LT(found.atMs, read.now + 3'700 * base::dayMs) << text;
    }
    EXPECT_GT(understood, 1'000);
}
