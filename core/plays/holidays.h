// Public holidays by rule: US (federal), GB (England and Wales), DE (everywhere in Germany), FR, ES
// (national), JP. Called where it is asked whether a day is a working day. Pure, any thread; a
// country that is not known has none. Right for 2020 to 2099 as the laws stand; what was decreed
// once (a jubilee) is listed.
#pragma once

#include "core/base/calendar.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::plays {

struct Holiday {
    base::CivilDate date;
    std::string_view name; // in English
    auto operator<=>(const Holiday &) const = default;
};

// "US", "GB" …
bool knowsHolidaysOf(std::string_view countryCode);

// Of the year, by date; with the days that replace those on a weekend.
std::vector<Holiday> holidaysOf(std::string_view countryCode, int year);

std::optional<std::string_view> holidayOn(std::string_view countryCode, base::CivilDate date);

// Western Easter by the anonymous Gregorian method (Meeus, Astronomical Algorithms, chapter 8).
base::CivilDate easterSunday(int year);

} // namespace topline::plays
