#include "core/plays/business_hours.h"

#include <QDateTime>
#include <QTimeZone>

#include <gtest/gtest.h>

using namespace topline;

namespace {

base::UtcMs utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

TEST(ClockStart, RunsAtOnceInsideBusinessHours)
{
    // Tuesday.
    EXPECT_EQ(plays::clockStartMs(utc("2025-11-18T08:00:00Z"), "UTC"), utc("2025-11-18T08:00:00Z"));
    EXPECT_EQ(plays::clockStartMs(utc("2025-11-18T17:59:59Z"), "UTC"), utc("2025-11-18T17:59:59Z"));
}

TEST(ClockStart, WaitsForTheNextOpening)
{
    EXPECT_EQ(plays::clockStartMs(utc("2025-11-18T07:59:59Z"), "UTC"), utc("2025-11-18T08:00:00Z"));
    EXPECT_EQ(plays::clockStartMs(utc("2025-11-18T18:00:00Z"), "UTC"), utc("2025-11-19T08:00:00Z"));
    // Friday evening, Saturday noon and Sunday all wait for Monday.
    for (const char *at : {"2025-11-21T18:00:00Z", "2025-11-22T12:00:00Z", "2025-11-23T23:59:59Z"})
        EXPECT_EQ(plays::clockStartMs(utc(at), "UTC"), utc("2025-11-24T08:00:00Z")) << at;
}

TEST(ClockStart, FollowsTheRepsZoneAcrossTheChangeOfClocks)
{
    // Berlin: Friday before and Monday after the end of summer time.
    EXPECT_EQ(plays::clockStartMs(utc("2025-10-24T05:00:00Z"), "Europe/Berlin"),
              utc("2025-10-24T06:00:00Z"));
    EXPECT_EQ(plays::clockStartMs(utc("2025-10-25T05:00:00Z"), "Europe/Berlin"),
              utc("2025-10-27T07:00:00Z"));
    EXPECT_EQ(plays::clockStartMs(utc("2025-11-18T07:00:00Z"), "Nowhere/Such"),
              utc("2025-11-18T08:00:00Z"));
}
