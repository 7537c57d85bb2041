#include "core/metrics/periods.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::metrics;

namespace {

base::TimeZone berlin()
{
    return base::TimeZone::find("Europe/Berlin").value();
}

base::UtcMs utc(int year, int month, int day, int hour = 0)
{
    return base::dayNumber({year, month, day}) * base::dayMs + hour * base::hourMs;
}

} // namespace

TEST(Periods, WeeksBeginOnMondayMidnightOfTheZone)
{
    const auto starts = lastWeekStarts(utc(2025, 11, 18, 10), 2, berlin());
    ASSERT_EQ(starts.size(), 3U);
    EXPECT_EQ(starts[2], utc(2025, 11, 16, 23)); // Monday 17th 00:00 in Berlin
    EXPECT_EQ(starts[1], utc(2025, 11, 9, 23));
    EXPECT_EQ(isoWeekNumber(starts[2], berlin()), 47);
}

TEST(Periods, AWeekWithAClockChangeHas169Hours)
{
    const auto starts = lastWeekStarts(utc(2025, 10, 28), 1, berlin());
    EXPECT_EQ(starts[1] - starts[0], 169 * base::hourMs);
}

TEST(Periods, SundayNightIsStillTheOldWeek)
{
    EXPECT_EQ(lastWeekStarts(utc(2025, 11, 16, 22), 0, berlin()).front(), utc(2025, 11, 9, 23));
    EXPECT_EQ(lastWeekStarts(utc(2025, 11, 16, 23), 0, berlin()).front(), utc(2025, 11, 16, 23));
}

TEST(Periods, QuartersFollowTheZoneAndTheYear)
{
    const Period last = quarterOf(utc(2025, 12, 31, 22), berlin());
    EXPECT_EQ(last.startMs, utc(2025, 9, 30, 22)); // summer time
    EXPECT_EQ(last.endMs, utc(2025, 12, 31, 23));
    EXPECT_EQ(quarterOf(utc(2025, 12, 31, 23), berlin()).startMs, last.endMs);
    EXPECT_EQ(quarterOf(utc(2025, 2, 28), base::TimeZone()).endMs, utc(2025, 4, 1));
}
