// Public holidays of 2020 to 2035 against dates as published, and against second ways to reckon:
// Easter from the golden number and the epact, weekdays by Zeller's congruence.
#include "core/plays/holidays.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>

using namespace topline;
using base::CivilDate;

namespace {

constexpr int firstYear = 2020;
constexpr int lastYear = 2035;

// 1 is Monday, by Zeller.
int zeller(CivilDate date)
{
    int month = date.month;
    int year = date.year;
    if (month < 3) {
        month += 12;
        --year;
    }
    const int h = (date.day + 13 * (month + 1) / 5 + year % 100 + year % 100 / 4 + year / 100 / 4 +
                   5 * (year / 100)) %
                  7; // 0 is Saturday
    return (h + 5) % 7 + 1;
}

// The Sunday after the full moon of the church's table.
CivilDate easterByEpact(int year)
{
    const int golden = year % 19 + 1;
    const int century = year / 100 + 1;
    const int solar = 3 * century / 4 - 12;
    const int lunar = (8 * century + 5) / 25 - 5;
    int epact = (11 * golden + 20 + lunar - solar) % 30;
    if (epact < 0)
        epact += 30;
    if ((epact == 25 && golden > 11) || epact == 24)
        ++epact;
    int day = 44 - epact; // of March
    if (day < 21)
        day += 30;
    const auto date = [year](int marchDay) {
        return marchDay > 31 ? CivilDate{year, 4, marchDay - 31} : CivilDate{year, 3, marchDay};
    };
    do
        ++day;
    while (zeller(date(day)) != 7);
    return date(day);
}

// "2021-01-18" of those that are no weekend.
std::set<std::string> onWorkdays(std::string_view country, int year)
{
    std::set<std::string> out;
    for (const auto &each : plays::holidaysOf(country, year)) {
        EXPECT_EQ(each.date.year, year);
        if (zeller(each.date) < 6)
            out.insert(each.date.text().substr(5));
    }
    return out;
}

using Days = std::set<std::string>;

} // namespace

TEST(Holidays, EasterIsThatOfTheTablesAndOfASecondMethod)
{
    const std::array<const char *, 16> published = {
        "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31", "2025-04-20",
        "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
        "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25"};
    for (int year = firstYear; year <= lastYear; ++year)
        EXPECT_EQ(plays::easterSunday(year).text(),
                  published[static_cast<std::size_t>(year - 2020)]);
    for (int year = 1900; year < 2200; ++year)
        EXPECT_EQ(plays::easterSunday(year).text(), easterByEpact(year).text());
}

TEST(Holidays, OfTheUnitedStatesAreThoseOfItsGovernment)
{
    const std::map<int, Days> published = {
        {2020,
         {"01-01", "01-20", "02-17", "05-25", "07-03", "09-07", "10-12", "11-11", "11-26",
          "12-25"}},
        {2021,
         {"01-01", "01-18", "02-15", "05-31", "06-18", "07-05", "09-06", "10-11", "11-11", "11-25",
          "12-24", "12-31"}},
        {2022,
         {"01-17", "02-21", "05-30", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24",
          "12-26"}},
        {2023,
         {"01-02", "01-16", "02-20", "05-29", "06-19", "07-04", "09-04", "10-09", "11-10", "11-23",
          "12-25"}},
        {2026,
         {"01-01", "01-19", "02-16", "05-25", "06-19", "07-03", "09-07", "10-12", "11-11", "11-26",
          "12-25"}},
    };
    for (const auto &[year, days] : published)
        EXPECT_EQ(onWorkdays("US", year), days) << year;
}

TEST(Holidays, OfEnglandAreThoseOfItsGovernment)
{
    const std::map<int, Days> published = {
        {2020, {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"}},
        {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}},
        {2022,
         {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26",
          "12-27"}},
        {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
        {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
        {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
        {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
        {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    };
    for (const auto &[year, days] : published)
        EXPECT_EQ(onWorkdays("GB", year), days) << year;
}

TEST(Holidays, OfJapanHaveTheEquinoxesAndTheSubstitutes)
{
    const std::array<int, 16> spring = {20, 20, 21, 21, 20, 20, 20, 21,
                                        20, 20, 20, 21, 20, 20, 20, 21};
    const std::array<int, 16> autumn = {22, 23, 23, 23, 22, 23, 23, 23,
                                        22, 23, 23, 23, 22, 23, 23, 23};
    for (int year = firstYear; year <= lastYear; ++year) {
        const auto at = static_cast<std::size_t>(year - firstYear);
        EXPECT_EQ(plays::holidayOn("JP", {year, 3, spring[at]}), "Vernal Equinox Day") << year;
        EXPECT_EQ(plays::holidayOn("JP", {year, 9, autumn[at]}), "Autumnal Equinox Day") << year;
    }
    const std::map<int, Days> published = {
        {2020,
         {"01-01", "01-13", "02-11", "02-24", "03-20", "04-29", "05-04", "05-05", "05-06", "07-23",
          "07-24", "08-10", "09-21", "09-22", "11-03", "11-23"}},
        {2021,
         {"01-01", "01-11", "02-11", "02-23", "04-29", "05-03", "05-04", "05-05", "07-22", "07-23",
          "08-09", "09-20", "09-23", "11-03", "11-23"}},
        {2025,
         {"01-01", "01-13", "02-11", "02-24", "03-20", "04-29", "05-05", "05-06", "07-21", "08-11",
          "09-15", "09-23", "10-13", "11-03", "11-24"}},
        {2026,
         {"01-01", "01-12", "02-11", "02-23", "03-20", "04-29", "05-04", "05-05", "05-06", "07-20",
          "08-11", "09-21", "09-22", "09-23", "10-12", "11-03", "11-23"}},
    };
    for (const auto &[year, days] : published)
        EXPECT_EQ(onWorkdays("JP", year), days) << year;
    EXPECT_EQ(plays::holidayOn("JP", {2032, 9, 21}), "Citizens' holiday");
}

TEST(Holidays, OfGermanyFranceAndSpainFollowEaster)
{
    EXPECT_EQ(onWorkdays("DE", 2024), (Days{"01-01", "03-29", "04-01", "05-01", "05-09", "05-20",
                                            "10-03", "12-25", "12-26"}));
    EXPECT_EQ(onWorkdays("FR", 2024), (Days{"01-01", "04-01", "05-01", "05-08", "05-09", "05-20",
                                            "08-15", "11-01", "11-11", "12-25"}));
    EXPECT_EQ(onWorkdays("ES", 2025),
              (Days{"01-01", "01-06", "04-18", "05-01", "08-15", "12-08", "12-25"}));
    for (int year = firstYear; year <= lastYear; ++year) {
        const auto easter = easterByEpact(year);
        for (const char *country : {"DE", "FR"}) {
            EXPECT_EQ(plays::holidayOn(country, base::addDays(easter, 1)), "Easter Monday");
            EXPECT_EQ(plays::holidayOn(country, base::addDays(easter, 39)), "Ascension Day");
            EXPECT_EQ(plays::holidayOn(country, base::addDays(easter, 50)), "Whit Monday");
        }
        for (const char *country : {"DE", "ES", "GB"})
            EXPECT_EQ(plays::holidayOn(country, base::addDays(easter, -2)), "Good Friday");
    }
}

TEST(Holidays, OnNthWeekdaysFallWhereTheyCan)
{
    struct Rule {
        const char *country;
        const char *name;
        int month;
        int from; // the first day of the month that it can be
        int weekday;
    };

    const Rule rules[] = {
        {"US", "Martin Luther King Jr. Day", 1, 15, 1},
        {"US", "Washington's Birthday", 2, 15, 1},
        {"US", "Memorial Day", 5, 25, 1},
        {"US", "Labor Day", 9, 1, 1},
        {"US", "Columbus Day", 10, 8, 1},
        {"US", "Thanksgiving Day", 11, 22, 4},
        {"GB", "Summer bank holiday", 8, 25, 1},
        {"JP", "Coming of Age Day", 1, 8, 1},
        {"JP", "Respect for the Aged Day", 9, 15, 1},
    };
    for (const Rule &rule : rules) {
        for (int year = firstYear; year <= lastYear; ++year) {
            int count = 0;
            for (const auto &each : plays::holidaysOf(rule.country, year)) {
                if (each.name != rule.name)
                    continue;
                ++count;
                EXPECT_EQ(each.date.month, rule.month) << rule.name << year;
                EXPECT_EQ(zeller(each.date), rule.weekday) << rule.name << year;
                EXPECT_GE(each.date.day, rule.from) << rule.name << year;
                EXPECT_LT(each.date.day, rule.from + 7) << rule.name << year;
            }
            EXPECT_EQ(count, 1) << rule.name << year;
        }
    }
}

TEST(Holidays, AreNoneInACountryThatIsNotKnown)
{
    EXPECT_FALSE(plays::knowsHolidaysOf("XX"));
    EXPECT_TRUE(plays::holidaysOf("", 2026).empty());
    EXPECT_EQ(plays::holidayOn("XX", {2026, 12, 25}), std::nullopt);
    for (const char *country : {"DE", "ES", "FR", "GB", "JP", "US"})
        EXPECT_TRUE(plays::knowsHolidaysOf(country));
}
