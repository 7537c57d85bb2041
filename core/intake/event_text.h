// The fields of an event as texts, under any of the names that files give them, and the event that
// they make. Called by the event import for every row; pure, any thread. What cannot be an event is
// an EventFault with the field and one sentence.
#pragma once

#include "core/base/number_text.h"
#include "core/domain/event.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace topline::intake {

enum class EventField {
    Id,
    Source,
    Kind,
    At,
    ContactEmail,
    ContactId,
    AccountDomain,
    AccountId,
    AccountName,
    DealId,
    Title,
    Body,
    Amount,
    SuspectBot,
    AnonymousId,
    UserId,
};

inline constexpr std::size_t eventFieldCount = 16;

// The name that messages use and that comes first among the names a file may use.
std::string_view eventFieldName(EventField field);

// The field that a column or key stands for, and how good the name is (0 is best): a file that has
// "email" and "contact_email" means the latter. Case, spaces and punctuation do not count.
std::optional<std::pair<EventField, int>> eventFieldOf(std::string_view name);

using EventTexts = std::array<std::string_view, eventFieldCount>;

struct EventTextFormat {
    std::string source = "events"; // whose ids these are, where no column says it
    base::TimeFormat time = {};    // epoch seconds and milliseconds are found by their length
    std::map<std::string, std::string> kinds = {}; // name in the file → name of a kind
    base::UtcMs nowMs = 0;                         // when the events count as received
};

struct EventFault {
    EventField field = EventField::Kind;
    std::string reason;
};

// `rowKey` stands in for the id of an event without one.
std::variant<domain::EventDraft, EventFault>
makeEvent(const EventTexts &texts, const EventTextFormat &format, std::string_view rowKey);

} // namespace topline::intake
