// Countries as sources spell them, and the zone of those that have only one. Called where a
// recipient's own zone is not known. Pure, any thread; empty when it cannot be told.
#pragma once

#include <string>
#include <string_view>

namespace topline::plays {

// "Germany", "Deutschland", "de", "DEU" to "DE".
std::string countryCode(std::string_view text);

// "Europe/Berlin" for "DE"; empty for countries with several zones, such as "US".
std::string zoneOfCountry(std::string_view code);

} // namespace topline::plays
