// Names of time zones as HubSpot has them. Called by the HubSpot connector when it reads an account
// or a contact and when it writes one, on the courier thread. Pure but for the system's list of
// zones. A zone that is not known is empty text, never a guess.
#pragma once

#include <string>
#include <string_view>

namespace topline::crm {

// The IANA name that every system knows: "US/Eastern" is "America/New_York". Others stay.
std::string currentZoneName(const std::string &name);

// The IANA name of an option of the property hs_timezone, in which signs are words:
// "america_slash_port_hyphen_au_hyphen_prince".
std::string hubspotZoneName(std::string_view option);

// And back; every name has an option, whether or not the account offers it.
std::string hubspotZoneOption(std::string_view name);

} // namespace topline::crm
