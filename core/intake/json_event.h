// One JSON object of a JSON Lines file as event texts. Called by the event import for every line;
// pure, any thread. A line that is not one object within the limits is a fault with its column.
#pragma once

#include "core/intake/event_text.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline::intake {

// Deeper nesting is refused before the parser sees it.
inline constexpr std::size_t jsonDepthLimit = 16;

struct JsonFault {
    std::int64_t column = 1; // in characters, from 1
    std::string reason;
};

// Texts of one object; EventTexts views into it.
struct JsonEvent {
    std::array<std::string, eventFieldCount> texts;

    EventTexts views() const;
};

// Values of nested objects go by the path of their keys ("contact": {"email": …} is
// "contact.email"). Numbers keep their digits; null is nothing; lists are not looked into.
std::optional<JsonFault> parseJsonEvent(std::string_view line, JsonEvent &out);

} // namespace topline::intake
