// A telephone call as the rep makes it: whom to dial and whether that may be, and what came of it.
// Made by the engine and the window. Plain values, any thread. The names of results are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/action.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace topline::domain {

enum class CallResult {
    Connected = 1,
    LeftMessage = 2,
    NoAnswer = 3,
    WrongNumber = 4, // nobody dials it again
    MeetingAgreed = 5,
};

inline constexpr std::array<std::pair<CallResult, std::string_view>, 5> callResults = {{
    {CallResult::Connected, "connected"},
    {CallResult::LeftMessage, "left_message"},
    {CallResult::NoAnswer, "no_answer"},
    {CallResult::WrongNumber, "wrong_number"},
    {CallResult::MeetingAgreed, "meeting_agreed"},
}};

constexpr std::string_view callResultName(CallResult result)
{
    return callResults[static_cast<std::size_t>(result) - 1].second;
}

constexpr std::optional<CallResult> parseCallResult(std::string_view name)
{
    for (const auto &[result, text] : callResults) {
        if (text == name)
            return result;
    }
    return std::nullopt;
}

// What it counts for where actions are judged: a message that was left is no answer.
constexpr Outcome outcomeOf(CallResult result)
{
    switch (result) {
    case CallResult::Connected:
        return Outcome::Connected;
    case CallResult::MeetingAgreed:
        return Outcome::MeetingBooked;
    case CallResult::WrongNumber:
        return Outcome::Other;
    case CallResult::LeftMessage:
    case CallResult::NoAnswer:
        return Outcome::NoAnswer;
    }
    return Outcome::Other;
}

// A call that was made is told, not asked for: nobody is reached by the note of it.
inline bool isCallMade(const Action &action)
{
    return action.kind == ActionKind::Call && action.outcome != Outcome::None;
}

// Before the call.
struct CallSheet {
    base::Uuid action;
    std::string person;
    std::string phone;  // as the record has it
    std::string dial;   // digits with their plus, for tel:; empty where there is no number
    std::string points; // what to talk about
    std::string why;    // a person, number or hour that speaks against it, an encoded reason
    bool mayDial = false;
    bool operator==(const CallSheet &) const = default;
};

// After it: in the rep's words, for the CRM.
struct CallReport {
    base::Uuid action;
    CallResult result = CallResult::Connected;
    std::string subject;
    std::string text; // result, length and notes
    base::UtcMs startedMs = 0;
    base::DurationMs lengthMs = 0;
};

} // namespace topline::domain
