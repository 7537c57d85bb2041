// Nobody is reached outside their hours: 40 zones, every change of the clock from 2020 to 2035,
// checked against Qt's own calendar.
#include "core/plays/business_hours.h"
#include "core/plays/holidays.h"

#include <QDateTime>
#include <QTimeZone>

#include <gtest/gtest.h>

using namespace topline;

namespace {

constexpr const char *zones[] = {
    "Europe/Berlin",     "Europe/London",       "Europe/Lisbon",       "Europe/Dublin",
    "Europe/Athens",     "Europe/Helsinki",     "Europe/Istanbul",     "Europe/Moscow",
    "Europe/Chisinau",   "Atlantic/Azores",     "Africa/Casablanca",   "Africa/Cairo",
    "Africa/Lagos",      "Africa/Johannesburg", "Asia/Jerusalem",      "Asia/Beirut",
    "Asia/Gaza",         "Asia/Tehran",         "Asia/Dubai",          "Asia/Kolkata",
    "Asia/Kathmandu",    "Asia/Shanghai",       "Asia/Tokyo",          "Asia/Singapore",
    "Australia/Sydney",  "Australia/Adelaide",  "Australia/Lord_Howe", "Australia/Eucla",
    "Pacific/Auckland",  "Pacific/Chatham",     "Pacific/Apia",        "Pacific/Kiritimati",
    "America/New_York",  "America/Chicago",     "America/Los_Angeles", "America/St_Johns",
    "America/Sao_Paulo", "America/Santiago",    "America/Mexico_City", "America/Havana",
};
static_assert(std::size(zones) == 40);

// By Qt alone.
bool mayBeReached(base::UtcMs at, const QTimeZone &zone, const std::string &country)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
    const QDate date = local.date();
    const int hour = local.time().hour();
    return date.dayOfWeek() <= 5 && hour >= 8 && hour < 18 &&
           !plays::holidayOn(country, {date.year(), date.month(), date.day()});
}

const char *countryFor(std::size_t index)
{
    static constexpr const char *countries[] = {"DE", "US", "", "JP", "GB", "FR", "ES"};
    return countries[index % std::size(countries)];
}

} // namespace

TEST(ReachHours, AreKeptAcrossEveryChangeOfTheClock)
{
    const domain::GuardPolicy policy;
    const QDateTime from(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to(QDate(2036, 1, 1), QTime(0, 0), Qt::UTC);
    int changes = 0;
    int broken = 0;
    for (std::size_t i = 0; i < std::size(zones); ++i) {
        const QTimeZone zone(zones[i]);
        ASSERT_TRUE(zone.isValid()) << zones[i];
        const auto where = plays::whereabouts(zones[i], countryFor(i), "UTC");
        ASSERT_EQ(where.zone.name(), zones[i]);
        auto transitions = zone.transitions(from, to);
        QTimeZone::OffsetData some;
        some.atUtc = QDateTime(QDate(2024, 12, 24), QTime(12, 0), Qt::UTC);
        transitions.append(some); // also where the clock never changes
        for (const auto &change : transitions) {
            ++changes;
            const base::UtcMs middle = change.atUtc.toMSecsSinceEpoch();
            for (base::DurationMs off = -30 * base::hourMs; off <= 30 * base::hourMs;
                 off += 45 * base::minuteMs) {
                const base::UtcMs at = middle + off;
                const auto wait = plays::waitToReach(at, where, policy);
                const bool may = mayBeReached(at, zone, where.country);
                broken += wait.has_value() == may;
                if (!wait)
                    continue;
                broken += wait->untilMs <= at;
                broken += !mayBeReached(wait->untilMs, zone, where.country);
                broken += mayBeReached(wait->untilMs - 1, zone, where.country);
            }
        }
    }
    EXPECT_EQ(broken, 0);
    EXPECT_GT(changes, 600);
}

TEST(ReachHours, WaitForTheFirstMomentAndNoLater)
{
    const domain::GuardPolicy policy;
    const auto where = plays::whereabouts("America/Los_Angeles", "US", "UTC");
    for (base::UtcMs at = 1'793'600'000'000; at < 1'793'600'000'000 + 9 * base::dayMs;
         at += 37 * base::minuteMs) {
        const auto wait = plays::waitToReach(at, where, policy);
        if (!wait)
            continue;
        for (base::UtcMs between = at; between < wait->untilMs; between += 15 * base::minuteMs)
            EXPECT_TRUE(plays::waitToReach(between, where, policy)) << between;
    }
}

TEST(ReachHours, GoByThePersonThenTheCountryThenTheRep)
{
    EXPECT_EQ(plays::whereabouts("Asia/Tokyo", "Germany", "America/New_York").zone.name(),
              "Asia/Tokyo");
    EXPECT_EQ(plays::whereabouts("", "Germany", "America/New_York").zone.name(), "Europe/Berlin");
    EXPECT_EQ(plays::whereabouts("Mars/Base", "United States", "America/New_York").zone.name(),
              "America/New_York");
    EXPECT_EQ(plays::whereabouts("", "", "nonsense").zone.name(), "UTC");
    EXPECT_EQ(plays::whereabouts("Asia/Tokyo", "Germany", "UTC").country, "DE");
}

TEST(ReachHours, SayWhichHolidayItIs)
{
    const auto where = plays::whereabouts("Europe/Berlin", "DE", "UTC");
    const base::UtcMs dayOfUnity = where.zone.at({2025, 10, 3}, 10 * base::hourMs);
    const auto wait = plays::waitToReach(dayOfUnity, where, {});
    ASSERT_TRUE(wait);
    EXPECT_EQ(wait->holiday, "Day of German Unity");
    EXPECT_EQ(base::localText(where.zone, wait->untilMs), "2025-10-06 08:00"); // a Monday
}
