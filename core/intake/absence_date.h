// When somebody who is away says that they are back: dates as people write them in English, German,
// French, Spanish and Japanese. Called for out-of-office notes. Pure, linear in the text, cannot
// fail; what is not clearly a return gives nothing.
#pragma once

#include "core/base/time.h"

#include <optional>
#include <string_view>

namespace topline::intake {

// The first moment (00:00 UTC) of the day on which they are back: the stated day after "back on",
// the day after it after "until". A day without a year is the one that comes next, weekdays and
// "tomorrow" count from `sentMs`. Of several the last one; nothing that is past or over a year off.
std::optional<base::UtcMs> returnDate(std::string_view text, base::UtcMs sentMs);

} // namespace topline::intake
