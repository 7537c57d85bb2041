#include "core/base/calendar.h"

#include <array>
#include <gtest/gtest.h>

using namespace topline::base;

namespace {

TimeZone zone(const char *name)
{
    auto out = TimeZone::find(name);
    EXPECT_TRUE(out.ok()) << name;
    return out.ok() ? *out : TimeZone();
}

CivilTime clock(int year, int month, int day, int hour, int minute)
{
    return {{year, month, day}, hour * hourMs + minute * minuteMs};
}

} // namespace

TEST(Calendar, DayNumbersAndDatesAreInversesOverTheWholeRange)
{
    EXPECT_EQ(dayNumber({1970, 1, 1}), 0);
    EXPECT_EQ(dayNumber({2000, 3, 1}), 11'017);
    EXPECT_EQ(dayNumber({1, 1, 1}), -719'162);
    EXPECT_EQ(dayNumber({9999, 12, 31}), 2'932'896);
    CivilDate previous = dateOfDayNumber(-719'163);
    for (std::int64_t day = -719'162; day <= 2'932'896; day += 1) {
        const CivilDate date = dateOfDayNumber(day);
        ASSERT_EQ(dayNumber(date), day);
        ASSERT_TRUE(date.isValid() && date > previous);
        previous = date;
    }
}

TEST(Calendar, KnowsWeekdaysAndIsoWeeks)
{
    EXPECT_EQ(weekday({2017, 3, 1}), 3);
    EXPECT_EQ(weekday({1969, 12, 28}), 7);
    EXPECT_EQ(mondayOf(CivilDate{2017, 3, 5}), (CivilDate{2017, 2, 27}));
    EXPECT_EQ(isoWeek({2016, 1, 3}), (IsoWeek{2015, 53}));
    EXPECT_EQ(isoWeek({2018, 12, 31}), (IsoWeek{2019, 1}));
    EXPECT_EQ(isoWeek({2017, 3, 1}).text(), "2017-W09");
    for (int day = 0; day < 4000; ++day) {
        const CivilDate date = dateOfDayNumber(14'000 + day);
        ASSERT_EQ(mondayOf(isoWeek(date)), mondayOf(date)) << date.text();
    }
}

TEST(Calendar, MonthsEndWhereTheyEnd)
{
    EXPECT_EQ(addMonths({2017, 1, 31}, 1), (CivilDate{2017, 2, 28}));
    EXPECT_EQ(addMonths({2016, 1, 31}, 1), (CivilDate{2016, 2, 29}));
    EXPECT_EQ(addMonths({2017, 1, 15}, -1), (CivilDate{2016, 12, 15}));
    EXPECT_EQ(addMonths({2017, 12, 31}, 14), (CivilDate{2019, 2, 28}));
    EXPECT_FALSE((CivilDate{2100, 2, 29}).isValid());
    EXPECT_TRUE((CivilDate{2000, 2, 29}).isValid());
    EXPECT_FALSE((CivilDate{2017, 13, 1}).isValid());
}

TEST(TimeZone, UnknownNamesAreErrors)
{
    for (const char *name : {"", "Berlin", "Europe/Nowhere", "UTC+25", "CEST"})
        EXPECT_FALSE(TimeZone::find(name).ok()) << name;
    EXPECT_EQ(TimeZone::find("UTC")->name(), "UTC");
}

TEST(TimeZone, ASkippedTimeIsRejectedAndARepeatedOneIsTheFirst)
{
    const TimeZone berlin = zone("Europe/Berlin");
    const auto skipped = berlin.toUtc(clock(2017, 3, 26, 2, 30));
    ASSERT_FALSE(skipped.ok());
    EXPECT_NE(skipped.error().message.find("2017-03-26"), std::string::npos);
    const ResolvedTime moved = berlin.resolve(clock(2017, 3, 26, 2, 30));
    EXPECT_EQ(moved.kind, LocalKind::Skipped);
    EXPECT_EQ(utcText(moved.utcMs), "2017-03-26T01:30:00Z");

    const ResolvedTime repeated = berlin.resolve(clock(2017, 10, 29, 2, 30));
    EXPECT_EQ(repeated.kind, LocalKind::Repeated);
    EXPECT_EQ(utcText(repeated.utcMs), "2017-10-29T00:30:00Z");
    EXPECT_EQ(*berlin.toUtc(clock(2017, 10, 29, 2, 30)), repeated.utcMs);

    EXPECT_EQ(berlin.resolve(clock(2017, 3, 26, 1, 59)).kind, LocalKind::Unique);
    EXPECT_EQ(utcText(*berlin.toUtc(clock(2017, 3, 26, 3, 0))), "2017-03-26T01:00:00Z");
    EXPECT_EQ(utcText(*berlin.toUtc(clock(2017, 7, 1, 9, 0))), "2017-07-01T07:00:00Z");
}

TEST(TimeZone, ADayMayBeginAfterMidnight)
{
    // Clocks there went from 00:00 to 01:00 on this day.
    const TimeZone zone_ = zone("America/Sao_Paulo");
    const UtcMs start = zone_.startOfDay({2017, 10, 15});
    EXPECT_EQ(localText(zone_, start), "2017-10-15 01:00");
    EXPECT_EQ(localText(zone_, start - 1), "2017-10-14 23:59");
}

TEST(TimeZone, LocalAndUtcAreInversesThroughAYearOfHours)
{
    for (const char *name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
                             "Asia/Kolkata", "Pacific/Apia"}) {
        const TimeZone there = zone(name);
        for (UtcMs at = 1'300'000'000'000; at < 1'340'000'000'000;
             at += 5 * hourMs + 17 * minuteMs) {
            const ResolvedTime back = there.resolve(there.local(at));
            ASSERT_NE(back.kind, LocalKind::Skipped) << name << " " << utcText(at);
            if (back.kind == LocalKind::Unique)
                ASSERT_EQ(back.utcMs, at) << name << " " << utcText(at);
            else
                ASSERT_LE(back.utcMs, at);
        }
    }
}

TEST(TimeZone, PutsWorkOffToMorningsAndMondays)
{
    const TimeZone berlin = zone("Europe/Berlin");
    const DurationMs nine = 9 * hourMs;
    const UtcMs friday = *berlin.toUtc(clock(2017, 3, 24, 22, 30));
    EXPECT_EQ(localText(berlin, tomorrowAt(berlin, friday, nine)), "2017-03-25 09:00");
    EXPECT_EQ(localText(berlin, nextBusinessDayAt(berlin, friday, nine)), "2017-03-27 09:00");
    const UtcMs monday = *berlin.toUtc(clock(2017, 3, 27, 8, 0));
    EXPECT_EQ(localText(berlin, nextMondayAt(berlin, monday, nine)), "2017-04-03 09:00");
    const std::array holidays = {CivilDate{2017, 4, 17}, CivilDate{2017, 4, 14}};
    const UtcMs maundy = *berlin.toUtc(clock(2017, 4, 13, 12, 0));
    EXPECT_EQ(localText(berlin, nextBusinessDayAt(berlin, maundy, nine, holidays)),
              "2017-04-18 09:00");
    EXPECT_EQ(localText(berlin, nextMondayAt(berlin, maundy, nine, holidays)), "2017-04-18 09:00");
    // Late in the evening here is already the next day there.
    EXPECT_EQ(localText(zone("Asia/Tokyo"), tomorrowAt(zone("Asia/Tokyo"), friday, nine)),
              "2017-03-26 09:00");
}

TEST(TimeZone, WritesTimes)
{
    EXPECT_EQ(utcText(1'488'377'109'000), "2017-03-01T14:05:09Z");
    EXPECT_EQ(utcText(1'488'377'109'007), "2017-03-01T14:05:09.007Z");
    EXPECT_EQ(utcText(-1), "1969-12-31T23:59:59.999Z");
    EXPECT_EQ(localText(zone("America/New_York"), 1'488'377'109'000), "2017-03-01 09:05");
}
