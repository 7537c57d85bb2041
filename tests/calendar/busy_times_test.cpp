// Entries as other programs write them, as spans.
#include "core/calendar/busy_times.h"

#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

std::string busyIn(const std::string &events, const std::string &home = "Europe/Berlin")
{
    const auto read = readIcal("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n", home);
    if (!read.ok())
        return read.error().text();
    const base::UtcMs from = base::dayNumber({2026, 3, 23}) * base::dayMs; // a Monday
    const domain::BusyTimes busy =
        busyTimes(read->entries, {from, from + 10 * base::dayMs, "Rep@ours.example"});
    std::string out;
    for (const domain::BusySpan &span : busy.spans)
        out += base::utcText(span.fromMs).substr(5, 11) + "-" +
               base::utcText(span.untilMs).substr(5, 11) + " ";
    return out + (busy.unreadCount > 0 ? "?" : "");
}

std::string event(const std::string &lines)
{
    return "BEGIN:VEVENT\nUID:a\n" + lines + "END:VEVENT\n";
}

const std::string weekly = "DTSTART;TZID=Europe/Berlin:20260302T100000\nDURATION:PT1H\n"
                           "RRULE:FREQ=WEEKLY\n";

TEST(BusyTimes, ARecurringEntryKeepsItsWallTime)
{
    // The clocks went forward on 29 March.
    EXPECT_EQ(busyIn(event(weekly)), "03-23T09:00-03-23T10:00 03-30T08:00-03-30T09:00 ");
}

TEST(BusyTimes, ExceptionsAndStandInsReplaceOccurrences)
{
    EXPECT_EQ(busyIn(event(weekly + "EXDATE;TZID=Europe/Berlin:20260330T100000\n")),
              "03-23T09:00-03-23T10:00 ");
    EXPECT_EQ(busyIn(event(weekly) + event("RECURRENCE-ID:20260330T080000Z\n"
                                           "DTSTART:20260331T120000Z\nDURATION:PT30M\n")),
              "03-23T09:00-03-23T10:00 03-31T12:00-03-31T12:30 ");
    EXPECT_EQ(busyIn(event(weekly) + event("RECURRENCE-ID:20260330T080000Z\nSTATUS:CANCELLED\n"
                                           "DTSTART:20260330T080000Z\nDURATION:PT1H\n")),
              "03-23T09:00-03-23T10:00 ");
    EXPECT_EQ(busyIn(event(weekly + "RDATE;TZID=Europe/Berlin:20260325T100000\n")),
              "03-23T09:00-03-23T10:00 03-25T09:00-03-25T10:00 03-30T08:00-03-30T09:00 ");
}

TEST(BusyTimes, WhatDoesNotKeepTheRepBusyIsLeftOut)
{
    const std::string once = "DTSTART:20260324T100000Z\nDTEND:20260324T110000Z\n";
    EXPECT_EQ(busyIn(event(once)), "03-24T10:00-03-24T11:00 ");
    EXPECT_EQ(busyIn(event(once + "TRANSP:TRANSPARENT\n")), "");
    EXPECT_EQ(busyIn(event(once + "STATUS:CANCELLED\n")), "");
    EXPECT_EQ(busyIn(event(once + "ATTENDEE;PARTSTAT=DECLINED:mailto:REP@ours.example\n")), "");
    EXPECT_EQ(busyIn(event(once + "ATTENDEE;PARTSTAT=DECLINED:mailto:other@ours.example\n")),
              "03-24T10:00-03-24T11:00 ");
    EXPECT_EQ(busyIn(event("DTSTART:20260324T100000Z\n")), ""); // no time at all
    EXPECT_EQ(busyIn(event("DTSTART:20250324T100000Z\nDTEND:20250324T110000Z\n")), "");
}

TEST(BusyTimes, SpansThatTouchBecomeOneAndAreCutAtTheWindow)
{
    EXPECT_EQ(busyIn(event("DTSTART:20260322T230000Z\nDTEND:20260323T010000Z\n") +
                     event("DTSTART:20260323T010000Z\nDTEND:20260323T020000Z\n") +
                     event("DTSTART:20260323T013000Z\nDTEND:20260323T014000Z\n") +
                     event("DTSTART:20260401T230000Z\nDTEND:20260502T010000Z\n")),
              "03-23T00:00-03-23T02:00 04-01T23:00-04-02T00:00 ");
}

TEST(BusyTimes, AWholeDayIsAsLongAsTheClocksMakeIt)
{
    EXPECT_EQ(busyIn(event("DTSTART;VALUE=DATE:20260329\n")), "03-28T23:00-03-29T22:00 ");
    EXPECT_EQ(busyIn(event("DTSTART;VALUE=DATE:20260328\nDTEND;VALUE=DATE:20260331\n")),
              "03-27T23:00-03-30T22:00 ");
    EXPECT_EQ(busyIn(event("DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=MONTHLY;BYMONTHDAY=29\n")),
              "03-28T23:00-03-29T22:00 ");
}

TEST(BusyTimes, WhatCannotBeWorkedOutIsCounted)
{
    EXPECT_EQ(busyIn(event("DTSTART:20260323T100000Z\nDURATION:PT1M\nRRULE:FREQ=SECONDLY\n")),
              "03-23T10:00-03-23T10:01 ?");
    EXPECT_EQ(busyIn(event("DTSTART:20260323T100000Z\nDURATION:PT1M\nRRULE:FREQ=DAILY\n"
                           "RRULE:FREQ=WEEKLY\n")),
              "03-23T10:00-03-23T10:01 ?");
}

} // namespace
} // namespace topline::calendar
