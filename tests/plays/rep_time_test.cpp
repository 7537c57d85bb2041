// When reps work: the usual hours, and that no step of a cadence lands outside of a rep's own.
#include "core/plays/holidays.h"
#include "core/plays/rep_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

using namespace topline;

namespace {

base::UtcMs utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

base::UtcMs startMs(base::UtcMs at, const std::string &zone)
{
    return plays::WorkClock({}, zone).startMs(at);
}

} // namespace

TEST(ClockStart, RunsAtOnceInsideBusinessHours)
{
    // Tuesday.
    EXPECT_EQ(startMs(utc("2025-11-18T08:00:00Z"), "UTC"), utc("2025-11-18T08:00:00Z"));
    EXPECT_EQ(startMs(utc("2025-11-18T17:59:59Z"), "UTC"), utc("2025-11-18T17:59:59Z"));
}

TEST(ClockStart, WaitsForTheNextOpening)
{
    EXPECT_EQ(startMs(utc("2025-11-18T07:59:59Z"), "UTC"), utc("2025-11-18T08:00:00Z"));
    EXPECT_EQ(startMs(utc("2025-11-18T18:00:00Z"), "UTC"), utc("2025-11-19T08:00:00Z"));
    // Friday evening, Saturday noon and Sunday all wait for Monday.
    for (const char *at : {"2025-11-21T18:00:00Z", "2025-11-22T12:00:00Z", "2025-11-23T23:59:59Z"})
        EXPECT_EQ(startMs(utc(at), "UTC"), utc("2025-11-24T08:00:00Z")) << at;
}

TEST(ClockStart, FollowsTheRepsZoneAcrossTheChangeOfClocks)
{
    // Berlin: Friday before and Monday after the end of summer time.
    EXPECT_EQ(startMs(utc("2025-10-24T05:00:00Z"), "Europe/Berlin"), utc("2025-10-24T06:00:00Z"));
    EXPECT_EQ(startMs(utc("2025-10-25T05:00:00Z"), "Europe/Berlin"), utc("2025-10-27T07:00:00Z"));
    EXPECT_EQ(startMs(utc("2025-11-18T07:00:00Z"), "Nowhere/Such"), utc("2025-11-18T08:00:00Z"));
}

namespace {

constexpr const char *zones[] = {
    "Europe/Berlin",     "Europe/London",       "Europe/Lisbon",       "America/New_York",
    "America/Sao_Paulo", "America/St_Johns",    "America/Los_Angeles", "America/Asuncion",
    "Asia/Tokyo",        "Asia/Kathmandu",      "Asia/Tehran",         "Asia/Gaza",
    "Australia/Sydney",  "Australia/Lord_Howe", "Pacific/Chatham",     "Pacific/Apia",
    "Africa/Casablanca", "Africa/Cairo",        "Antarctica/Troll",    "UTC"};
constexpr const char *countries[] = {"", "DE", "US", "GB", "FR", "ES", "JP"};

// A week with at least one working day, some of them short or at odd hours.
domain::WorkCalendar anyCalendar(std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    domain::WorkCalendar out;
    out.zone = zones[upTo(std::size(zones) - 1)];
    out.country = countries[upTo(std::size(countries) - 1)];
    for (auto &span : out.week) {
        span.reset();
        if (upTo(3) == 0)
            continue;
        const base::DurationMs from = upTo(20 * 4) * 15 * base::minuteMs;
        const base::DurationMs most = base::dayMs - from;
        span = domain::WorkSpan{
            from, from + std::min<base::DurationMs>(most, (1 + upTo(40)) * 15 * base::minuteMs)};
    }
    if (std::none_of(out.week.begin(), out.week.end(), [](const auto &day) { return !!day; }))
        out.week[2] = domain::WorkSpan{};
    const base::CivilDate first{2024, 1, 1};
    for (int day = upTo(30); day > 0; --day)
        out.daysOff.push_back(base::addDays(first, upTo(3'650)));
    std::sort(out.daysOff.begin(), out.daysOff.end());
    return out;
}

bool isWorkingMoment(const domain::WorkCalendar &calendar, base::UtcMs at)
{
    const auto zone = base::TimeZone::find(calendar.zone);
    const auto local = zone->local(at);
    const auto &span = calendar.week[static_cast<std::size_t>(base::weekday(local.date) - 1)];
    const bool isFree =
        std::binary_search(calendar.daysOff.begin(), calendar.daysOff.end(), local.date) ||
        plays::holidayOn(calendar.country, local.date);
    // A changed clock may show an hour before the opening that was skipped, or twice its end.
    return span && !isFree && local.sinceMidnightMs >= span->fromMs - base::hourMs &&
           local.sinceMidnightMs <= span->toMs + base::hourMs &&
           at >= zone->at(local.date, span->fromMs) && at < zone->at(local.date, span->toMs);
}

} // namespace

TEST(RepTime, NoStepLandsWhereItsRepDoesNotWork)
{
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        const auto calendar = anyCalendar(random);
        const plays::WorkClock clock(calendar, "UTC");
        std::uniform_int_distribution<base::UtcMs> moments(utc("2024-01-02T00:00:00Z"),
                                                           utc("2033-01-01T00:00:00Z"));
        for (int turn = 0; turn < 50; ++turn) {
            const auto from = moments(random);
            const std::int64_t days = std::uniform_int_distribution(0, 9)(random);
            std::optional<base::UtcMs> away;
            if (turn % 3 == 0)
                away = from + std::uniform_int_distribution(1, 40)(random) * base::dayMs;
            const auto at = plays::RepTime(clock, away).later(from, days);
            ASSERT_TRUE(isWorkingMoment(calendar, at))
                << "seed " << seed << " turn " << turn << " zone " << calendar.zone;
            ASSERT_GE(at, from) << seed;
            ASSERT_TRUE(!away || at >= *away) << "seed " << seed << " while away";
            ASSERT_TRUE(days == 0 || clock.zone().dateOf(at) > clock.zone().dateOf(from)) << seed;
            ASSERT_LE(at, std::max(from, away.value_or(from)) + 90 * base::dayMs) << seed;
        }
    }
}

TEST(RepTime, DaysAreCountedByTheRepsOwnCalendar)
{
    domain::WorkCalendar calendar;
    calendar.zone = "Europe/Berlin";
    calendar.country = "DE";
    calendar.week[4].reset(); // no Fridays
    calendar.daysOff = {{2026, 12, 28}};
    const plays::RepTime rep{plays::WorkClock(calendar, "UTC")};
    // Wednesday the 23rd, then the 24th; Friday is free, Saturday and Sunday are, Monday is off.
    EXPECT_EQ(rep.later(utc("2026-12-23T09:00:00Z"), 1), utc("2026-12-24T09:00:00Z"));
    EXPECT_EQ(rep.later(utc("2026-12-23T09:00:00Z"), 2), utc("2026-12-29T09:00:00Z"));
    EXPECT_EQ(rep.later(utc("2026-12-25T09:00:00Z"), 0), utc("2026-12-29T07:00:00Z"));
    // Labour Day is a holiday there and nowhere else.
    EXPECT_EQ(rep.later(utc("2029-04-30T09:00:00Z"), 1), utc("2029-05-02T09:00:00Z"));
}

TEST(RepTime, WaitsForARepWhoIsAway)
{
    const plays::WorkClock clock({}, "UTC");
    const auto back = utc("2025-11-22T00:00:00Z"); // a Saturday
    const plays::RepTime rep(clock, back);
    EXPECT_EQ(rep.later(utc("2025-11-18T10:00:00Z"), 1), utc("2025-11-24T08:00:00Z"));
    EXPECT_EQ(rep.later(utc("2025-11-18T10:00:00Z"), 5), utc("2025-11-25T10:00:00Z"));
}
