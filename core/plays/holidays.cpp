#include "core/plays/holidays.h"

#include <algorithm>
#include <array>

namespace topline::plays {

using base::CivilDate;

namespace {

constexpr int saturday = 6;
constexpr int sunday = 7;

// The n-th weekday of a month, from 1; -1: the last one.
CivilDate nthWeekday(int year, int month, int day, int n)
{
    if (n < 0) {
        const CivilDate last = base::addDays(base::addMonths({year, month, 1}, 1), -1);
        return base::addDays(last, -((base::weekday(last) - day + 7) % 7));
    }
    const CivilDate first{year, month, 1};
    return base::addDays(first, (day - base::weekday(first) + 7) % 7 + 7 * (n - 1));
}

bool isWeekend(CivilDate date)
{
    return base::weekday(date) >= saturday;
}

using Holidays = std::vector<Holiday>;

// Federal holidays on a Saturday are kept on the Friday before, those on a Sunday on the Monday.
void addObserved(Holidays &out, CivilDate date, std::string_view name)
{
    out.push_back({date, name});
    if (base::weekday(date) == saturday)
        out.push_back({base::addDays(date, -1), name});
    else if (base::weekday(date) == sunday)
        out.push_back({base::addDays(date, 1), name});
}

Holidays unitedStates(int year)
{
    Holidays out;
    addObserved(out, {year, 1, 1}, "New Year's Day");
    out.push_back({nthWeekday(year, 1, 1, 3), "Martin Luther King Jr. Day"});
    out.push_back({nthWeekday(year, 2, 1, 3), "Washington's Birthday"});
    out.push_back({nthWeekday(year, 5, 1, -1), "Memorial Day"});
    if (year >= 2021)
        addObserved(out, {year, 6, 19}, "Juneteenth");
    addObserved(out, {year, 7, 4}, "Independence Day");
    out.push_back({nthWeekday(year, 9, 1, 1), "Labor Day"});
    out.push_back({nthWeekday(year, 10, 1, 2), "Columbus Day"});
    addObserved(out, {year, 11, 11}, "Veterans Day");
    out.push_back({nthWeekday(year, 11, 4, 4), "Thanksgiving Day"});
    addObserved(out, {year, 12, 25}, "Christmas Day");
    if (base::weekday({year + 1, 1, 1}) == saturday)
        out.push_back({{year, 12, 31}, "New Year's Day"});
    std::erase_if(out, [year](const auto &each) { return each.date.year != year; });
    return out;
}

// A holiday on a weekend is made up for on the next working day that is none.
void addSubstituted(Holidays &out, CivilDate date, std::string_view name)
{
    out.push_back({date, name});
    if (!isWeekend(date))
        return;
    const auto isTaken = [&out](CivilDate day) {
        return isWeekend(day) || std::any_of(out.begin(), out.end(),
                                             [day](const auto &each) { return each.date == day; });
    };
    CivilDate instead = base::addDays(date, 1);
    while (isTaken(instead))
        instead = base::addDays(instead, 1);
    out.push_back({instead, name});
}

Holidays unitedKingdom(int year)
{
    Holidays out;
    const CivilDate easter = easterSunday(year);
    addSubstituted(out, {year, 1, 1}, "New Year's Day");
    out.push_back({base::addDays(easter, -2), "Good Friday"});
    out.push_back({base::addDays(easter, 1), "Easter Monday"});
    out.push_back({year == 2020 ? CivilDate{2020, 5, 8} : nthWeekday(year, 5, 1, 1),
                   "Early May bank holiday"});
    out.push_back(
        {year == 2022 ? CivilDate{2022, 6, 2} : nthWeekday(year, 5, 1, -1), "Spring bank holiday"});
    if (year == 2022) {
        out.push_back({{2022, 6, 3}, "Platinum Jubilee"});
        out.push_back({{2022, 9, 19}, "State Funeral of Queen Elizabeth II"});
    }
    if (year == 2023)
        out.push_back({{2023, 5, 8}, "Coronation of King Charles III"});
    out.push_back({nthWeekday(year, 8, 1, -1), "Summer bank holiday"});
    // Boxing Day first where both are on the weekend's days: Christmas takes the later one only if
    // the earlier is Boxing Day's own.
    const CivilDate christmas{year, 12, 25};
    const CivilDate boxing{year, 12, 26};
    out.push_back({boxing, "Boxing Day"});
    addSubstituted(out, christmas, "Christmas Day");
    if (isWeekend(boxing)) {
        std::erase_if(out, [boxing](const auto &each) { return each.date == boxing; });
        addSubstituted(out, boxing, "Boxing Day");
    }
    return out;
}

Holidays germany(int year)
{
    const CivilDate easter = easterSunday(year);
    return {{{year, 1, 1}, "New Year's Day"},
            {base::addDays(easter, -2), "Good Friday"},
            {base::addDays(easter, 1), "Easter Monday"},
            {{year, 5, 1}, "Labour Day"},
            {base::addDays(easter, 39), "Ascension Day"},
            {base::addDays(easter, 50), "Whit Monday"},
            {{year, 10, 3}, "Day of German Unity"},
            {{year, 12, 25}, "Christmas Day"},
            {{year, 12, 26}, "Second Day of Christmas"}};
}

Holidays france(int year)
{
    const CivilDate easter = easterSunday(year);
    return {{{year, 1, 1}, "New Year's Day"},
            {base::addDays(easter, 1), "Easter Monday"},
            {{year, 5, 1}, "Labour Day"},
            {{year, 5, 8}, "Victory in Europe Day"},
            {base::addDays(easter, 39), "Ascension Day"},
            {base::addDays(easter, 50), "Whit Monday"},
            {{year, 7, 14}, "National Day"},
            {{year, 8, 15}, "Assumption of Mary"},
            {{year, 11, 1}, "All Saints' Day"},
            {{year, 11, 11}, "Armistice Day"},
            {{year, 12, 25}, "Christmas Day"}};
}

Holidays spain(int year)
{
    return {{{year, 1, 1}, "New Year's Day"},
            {{year, 1, 6}, "Epiphany"},
            {base::addDays(easterSunday(year), -2), "Good Friday"},
            {{year, 5, 1}, "Labour Day"},
            {{year, 8, 15}, "Assumption of Mary"},
            {{year, 10, 12}, "National Day"},
            {{year, 11, 1}, "All Saints' Day"},
            {{year, 12, 6}, "Constitution Day"},
            {{year, 12, 8}, "Immaculate Conception"},
            {{year, 12, 25}, "Christmas Day"}};
}

// The day of an equinox in Japan, by the usual approximation for 1980 to 2099.
int equinoxDay(int year, double base)
{
    const int since = year - 1980;
    return static_cast<int>(base + 0.242194 * since) - since / 4;
}

// The days that were moved for the Olympic Games, by law for these years only.
Holidays movableInJapan(int year)
{
    if (year == 2020)
        return {{{2020, 7, 23}, "Marine Day"},
                {{2020, 7, 24}, "Sports Day"},
                {{2020, 8, 10}, "Mountain Day"}};
    if (year == 2021)
        return {{{2021, 7, 22}, "Marine Day"},
                {{2021, 7, 23}, "Sports Day"},
                {{2021, 8, 8}, "Mountain Day"}};
    return {{nthWeekday(year, 7, 1, 3), "Marine Day"},
            {{year, 8, 11}, "Mountain Day"},
            {nthWeekday(year, 10, 1, 2), "Sports Day"}};
}

Holidays japan(int year)
{
    Holidays out = movableInJapan(year);
    const Holidays fixed = {{{year, 1, 1}, "New Year's Day"},
                            {nthWeekday(year, 1, 1, 2), "Coming of Age Day"},
                            {{year, 2, 11}, "National Foundation Day"},
                            {{year, 2, 23}, "Emperor's Birthday"},
                            {{year, 3, equinoxDay(year, 20.8431)}, "Vernal Equinox Day"},
                            {{year, 4, 29}, "Showa Day"},
                            {{year, 5, 3}, "Constitution Memorial Day"},
                            {{year, 5, 4}, "Greenery Day"},
                            {{year, 5, 5}, "Children's Day"},
                            {nthWeekday(year, 9, 1, 3), "Respect for the Aged Day"},
                            {{year, 9, equinoxDay(year, 23.2488)}, "Autumnal Equinox Day"},
                            {{year, 11, 3}, "Culture Day"},
                            {{year, 11, 23}, "Labor Thanksgiving Day"}};
    out.insert(out.end(), fixed.begin(), fixed.end());
    std::sort(out.begin(), out.end());
    const auto isHoliday = [&out](CivilDate day) {
        return std::any_of(out.begin(), out.end(),
                           [day](const auto &each) { return each.date == day; });
    };
    Holidays added;
    for (const auto &each : out) {
        if (base::weekday(each.date) == sunday) {
            CivilDate instead = base::addDays(each.date, 1);
            while (isHoliday(instead))
                instead = base::addDays(instead, 1);
            added.push_back({instead, "Substitute holiday"});
        }
        const CivilDate between = base::addDays(each.date, 1);
        if (!isHoliday(between) && base::weekday(between) != sunday &&
            isHoliday(base::addDays(each.date, 2)))
            added.push_back({between, "Citizens' holiday"});
    }
    out.insert(out.end(), added.begin(), added.end());
    return out;
}

struct Country {
    std::string_view code;
    Holidays (*of)(int year);
};

constexpr std::array countries = {
    Country{"DE", germany},       Country{"ES", spain}, Country{"FR", france},
    Country{"GB", unitedKingdom}, Country{"JP", japan}, Country{"US", unitedStates},
};

const Country *find(std::string_view code)
{
    const auto found = std::find_if(countries.begin(), countries.end(),
                                    [code](const auto &each) { return each.code == code; });
    return found == countries.end() ? nullptr : &*found;
}

} // namespace

bool knowsHolidaysOf(std::string_view countryCode)
{
    return find(countryCode) != nullptr;
}

std::vector<Holiday> holidaysOf(std::string_view countryCode, int year)
{
    const Country *country = find(countryCode);
    if (!country)
        return {};
    auto out = country->of(year);
    std::sort(out.begin(), out.end());
    const auto last = std::unique(out.begin(), out.end(),
                                  [](const auto &a, const auto &b) { return a.date == b.date; });
    out.erase(last, out.end());
    return out;
}

std::optional<std::string_view> holidayOn(std::string_view countryCode, CivilDate date)
{
    for (const auto &each : holidaysOf(countryCode, date.year)) {
        if (each.date == date)
            return each.name;
    }
    return std::nullopt;
}

CivilDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

} // namespace topline::plays
