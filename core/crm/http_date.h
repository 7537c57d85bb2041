// Dates of HTTP headers (RFC 7231 7.1.1.1): the usual form and the two old ones. Called for Date
// and Retry-After, on any thread. Pure; anything else is nothing, never a guess.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace topline::crm {

// "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" or "Sun Nov  6 08:49:37 1994".
// Two digits of a year are 1970 to 2069. The name of the day is not checked against the date.
std::optional<base::UtcMs> parseHttpDate(std::string_view text);

} // namespace topline::crm
