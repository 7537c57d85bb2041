// Forty zones with every kind of clock change that people live with: both hemispheres, half hours,
// a skipped day, changes around Ramadan, zones that gave changes up. Constant.
#pragma once

#include <array>

namespace topline::calendar {

inline constexpr std::array<const char *, 40> sampleZones = {
    "Europe/Berlin",       "Europe/London",    "Europe/Dublin",       "Europe/Istanbul",
    "Europe/Moscow",       "Europe/Lisbon",    "Europe/Kyiv",         "America/New_York",
    "America/Chicago",     "America/Denver",   "America/Los_Angeles", "America/Phoenix",
    "America/Sao_Paulo",   "America/Santiago", "America/Asuncion",    "America/Havana",
    "America/Mexico_City", "America/St_Johns", "America/Nuuk",        "America/Caracas",
    "Africa/Casablanca",   "Africa/Cairo",     "Africa/Johannesburg", "Africa/El_Aaiun",
    "Asia/Tehran",         "Asia/Kolkata",     "Asia/Kathmandu",      "Asia/Beirut",
    "Asia/Gaza",           "Asia/Amman",       "Asia/Jerusalem",      "Asia/Tokyo",
    "Asia/Pyongyang",      "Australia/Sydney", "Australia/Adelaide",  "Australia/Lord_Howe",
    "Pacific/Auckland",    "Pacific/Chatham",  "Pacific/Apia",        "Antarctica/Troll"};

} // namespace topline::calendar
