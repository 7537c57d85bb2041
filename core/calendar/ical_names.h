// Names of time zones as calendar programs write them, made IANA's: "Europe/Berlin",
// "/example.com/Europe/Berlin", "W. Europe Standard Time". Called by readIcal. Pure; empty for a
// name that nobody knows.
#pragma once

#include <string>
#include <string_view>

namespace topline::calendar {

std::string zoneNamed(std::string_view name);

} // namespace topline::calendar
