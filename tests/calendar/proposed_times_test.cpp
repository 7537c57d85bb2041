// Every change of clocks 2020-2035 in forty zones, from both sides of the table.
#include "core/base/random.h"
#include "core/calendar/proposed_times.h"
#include "tests/calendar/sample_zones.h"

#include <gtest/gtest.h>

namespace topline::calendar {
namespace {

using base::CivilTime;

domain::BusyTimes nothingBusy(base::UtcMs from, int days)
{
    domain::BusyTimes out;
    out.fromMs = from;
    out.untilMs = from + days * base::dayMs;
    return out;
}

// Empty when it may be proposed, judged by means of its own.
std::string faultOf(const MeetingWish &wish, const domain::BusyTimes &busy,
                    const domain::ProposedTime &slot)
{
    if (slot.fromMs < wish.nowMs + wish.noticeMs)
        return "too soon";
    if (slot.untilMs - slot.fromMs != wish.minutes * base::minuteMs)
        return "wrong length";
    for (const domain::BusySpan &span : busy.spans) {
        if (span.fromMs < slot.untilMs && slot.fromMs < span.untilMs)
            return "busy";
    }
    for (const auto &[hours, wall] :
         {std::pair(&wish.ours, slot.ours), std::pair(&wish.theirs, slot.theirs)}) {
        const auto zone = base::TimeZone::find(hours->zone);
        if (!zone.ok() || zone->local(slot.fromMs) != wall)
            return "a clock shows something else in " + hours->zone;
        if (zone->resolve(wall).kind != base::LocalKind::Unique)
            return "a doubtful time in " + hours->zone;
        const CivilTime end = zone->local(slot.untilMs);
        const auto &open = hours->week[static_cast<std::size_t>(base::weekday(wall.date) - 1)];
        if (!open || end.date != wall.date || wall.sinceMidnightMs < open->fromMs ||
            end.sinceMidnightMs > open->toMs)
            return "outside the hours of " + hours->zone;
        for (const base::CivilDate holiday : hours->daysOff) {
            if (holiday == wall.date)
                return "a holiday";
        }
    }
    return {};
}

// From Monday to Friday, or every day.
void setHours(domain::WorkCalendar &calendar, domain::WorkSpan hours, bool isEveryDay)
{
    for (std::size_t day = 0; day < calendar.week.size(); ++day) {
        if (isEveryDay || day < 5)
            calendar.week[day] = hours;
    }
}

constexpr domain::WorkSpan allDay = {0, base::dayMs - 1};

MeetingWish wishOf(const char *ours, const char *theirs, base::UtcMs now)
{
    MeetingWish out;
    out.ours.zone = ours;
    out.theirs.zone = theirs;
    out.nowMs = now;
    return out;
}

TEST(ProposedTimes, SuitBothSidesAroundEveryChangeOfClocks)
{
    int changes = 0;
    int proposed = 0;
    for (std::size_t i = 0; i < sampleZones.size(); ++i) {
        const auto zone = base::TimeZone::find(sampleZones[i]);
        ASSERT_TRUE(zone.ok());
        for (base::UtcMs day = base::dayNumber({2020, 1, 1}) * base::dayMs;
             day < base::dayNumber({2036, 1, 1}) * base::dayMs; day += base::dayMs) {
            if (zone->offsetMs(day) == zone->offsetMs(day + base::dayMs))
                continue;
            ++changes;
            // Night work on every day, so that the change itself lies within the hours.
            const char *other =
                sampleZones[(i + static_cast<std::size_t>(changes)) % sampleZones.size()];
            for (const bool isNight : {false, true}) {
                MeetingWish wish = wishOf(sampleZones[i], other, day - 2 * base::dayMs);
                wish.days = 6;
                wish.count = 40;
                if (isNight) {
                    setHours(wish.ours, allDay, true);
                    setHours(wish.theirs, allDay, true);
                    wish.count = 300;
                }
                const domain::BusyTimes busy = nothingBusy(wish.nowMs, 8);
                const auto slots = proposeTimes(wish, busy);
                ASSERT_TRUE(slots.ok());
                for (const domain::ProposedTime &slot : *slots)
                    ASSERT_EQ(faultOf(wish, busy, slot), "")
                        << sampleZones[i] << " " << other << " " << base::utcText(slot.fromMs);
                proposed += static_cast<int>(slots->size());
                if (isNight) {
                    EXPECT_GT(slots->size(), 150U) << sampleZones[i];
                }
            }
        }
    }
    EXPECT_GT(changes, 600);
    EXPECT_GT(proposed, 100'000);
}

TEST(ProposedTimes, NoSlotIsOnADayThatWasSkipped)
{
    // Apia went from 29 to 31 December 2011.
    MeetingWish wish = wishOf("Pacific/Apia", "UTC", base::dayNumber({2011, 12, 28}) * base::dayMs);
    setHours(wish.ours, allDay, true);
    setHours(wish.theirs, allDay, true);
    wish.count = 500;
    wish.days = 5;
    const domain::BusyTimes busy = nothingBusy(wish.nowMs, 8);
    const auto slots = proposeTimes(wish, busy);
    ASSERT_TRUE(slots.ok());
    EXPECT_GT(slots->size(), 100U);
    for (const domain::ProposedTime &slot : *slots) {
        EXPECT_NE(slot.ours.date, (base::CivilDate{2011, 12, 30}));
        EXPECT_EQ(faultOf(wish, busy, slot), "");
    }
}

std::string told(const std::vector<domain::ProposedTime> &slots)
{
    std::string out;
    for (const domain::ProposedTime &slot : slots)
        out += base::localText(base::TimeZone(), slot.fromMs) + "\n";
    return out;
}

TEST(ProposedTimes, AreSpreadOverDaysMorningsAndAfternoons)
{
    // A Monday, 07:00.
    MeetingWish wish =
        wishOf("UTC", "UTC", base::dayNumber({2026, 11, 23}) * base::dayMs + 7 * base::hourMs);
    domain::BusyTimes busy = nothingBusy(wish.nowMs, 30);
    EXPECT_EQ(told(*proposeTimes(wish, busy)),
              "2026-11-23 11:00\n2026-11-24 12:00\n2026-11-25 08:00\n"
              "2026-11-26 12:00\n2026-11-27 08:00\n");
    wish.theirs.daysOff = {{2026, 11, 24}};
    busy.spans = {{wish.nowMs, wish.nowMs + base::dayMs}};
    EXPECT_EQ(told(*proposeTimes(wish, busy)).substr(0, 17), "2026-11-25 08:00\n");
    // Where days are few, some have several, none of them at one time.
    wish.days = 3;
    busy.spans.clear();
    EXPECT_EQ(told(*proposeTimes(wish, busy)),
              "2026-11-23 11:00\n2026-11-23 11:30\n2026-11-23 12:00\n2026-11-25 08:00\n"
              "2026-11-25 12:00\n");
}

TEST(ProposedTimes, EachWeekdayHasHoursOfItsOwn)
{
    MeetingWish wish = wishOf("UTC", "UTC", base::dayNumber({2026, 11, 22}) * base::dayMs);
    setHours(wish.theirs, allDay, true);
    wish.ours.week = {};
    wish.ours.week[1] = domain::WorkSpan{13 * base::hourMs, 14 * base::hourMs};
    wish.ours.week[5] = domain::WorkSpan{9 * base::hourMs + 10 * base::minuteMs, 10 * base::hourMs};
    wish.days = 7;
    const domain::BusyTimes busy = nothingBusy(wish.nowMs, 8);
    EXPECT_EQ(told(*proposeTimes(wish, busy)),
              "2026-11-24 13:00\n2026-11-24 13:30\n2026-11-28 09:30\n");
}

TEST(ProposedTimes, NothingIsProposedBehindWhatIsKnown)
{
    MeetingWish wish = wishOf("UTC", "UTC", base::dayNumber({2026, 11, 23}) * base::dayMs);
    EXPECT_TRUE(proposeTimes(wish, domain::BusyTimes{})->empty());
    const auto oneDay = proposeTimes(wish, nothingBusy(wish.nowMs, 1));
    EXPECT_EQ(oneDay->size(), 5U);
    for (const domain::ProposedTime &slot : *oneDay)
        EXPECT_EQ(slot.ours.date, (base::CivilDate{2026, 11, 23}));
    // Tokyo and New York share no working hours.
    EXPECT_TRUE(proposeTimes(wishOf("Asia/Tokyo", "America/New_York", wish.nowMs),
                             nothingBusy(wish.nowMs, 30))
                    ->empty());
    EXPECT_FALSE(proposeTimes(wishOf("UTC", "Europe/Nowhere", wish.nowMs), {}).ok());
    wish.minutes = 0;
    EXPECT_FALSE(proposeTimes(wish, {}).ok());
}

TEST(ProposedTimes, RandomWishesAreAllMet)
{
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        base::Random random(seed);
        MeetingWish wish =
            wishOf(random.pick(sampleZones), random.pick(sampleZones),
                   random.between(base::dayNumber({2020, 1, 1}), base::dayNumber({2035, 1, 1})) *
                           base::dayMs +
                       random.between(0, base::dayMs));
        wish.minutes = random.between(1, 40) * 15;
        // Another opening on each day of the week.
        for (auto &hours : wish.ours.week) {
            const base::DurationMs from = random.between(0, 12 * 60) * base::minuteMs;
            hours = domain::WorkSpan{from, from + random.between(30, 600) * base::minuteMs};
            if (random.between(0, 4) == 0)
                hours.reset();
        }
        wish.count = 20;
        wish.theirs.daysOff = {base::dateOfDayNumber(wish.nowMs / base::dayMs + 2)};
        domain::BusyTimes busy = nothingBusy(wish.nowMs, 21);
        for (int i = 0; i < 30; ++i) {
            const base::UtcMs from = wish.nowMs + random.between(0, 21 * base::dayMs);
            busy.spans.push_back({from, from + random.between(1, 5 * base::hourMs)});
        }
        const auto slots = proposeTimes(wish, busy);
        ASSERT_TRUE(slots.ok());
        for (const domain::ProposedTime &slot : *slots)
            ASSERT_EQ(faultOf(wish, busy, slot), "") << "seed " << seed;
    }
}

} // namespace
} // namespace topline::calendar
