// Whom an action can be given to, with what they have on the table, and why a person gave it on.
// Made by the engine for the chooser in the window and the terminal. Plain values, any thread. The
// names of reasons are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::domain {

enum class HandOnWhy { Unsaid = 0, Away = 1, TooMuch = 2, KnowsThem = 3, Place = 4, Other = 5 };

inline constexpr std::array<std::pair<HandOnWhy, std::string_view>, 6> handOnWhys = {{
    {HandOnWhy::Unsaid, "unsaid"},
    {HandOnWhy::Away, "away"},
    {HandOnWhy::TooMuch, "too_much"},
    {HandOnWhy::KnowsThem, "knows_them"},
    {HandOnWhy::Place, "place"}, // language, region, hours
    {HandOnWhy::Other, "other"},
}};

constexpr std::string_view handOnWhyName(HandOnWhy why)
{
    return handOnWhys[static_cast<std::size_t>(why)].second;
}

constexpr std::optional<HandOnWhy> parseHandOnWhy(std::string_view name)
{
    for (const auto &[why, text] : handOnWhys) {
        if (text == name)
            return why;
    }
    return std::nullopt;
}

// A rep who could take it.
struct HandOnRow {
    OwnerId owner;
    std::string name;
    bool hasSeat = false;      // takes inbound actions
    std::int64_t open = 0;     // inbound actions that wait for this rep
    std::int64_t capacity = 0; // 0 without a seat
    bool isAway = false;
    std::optional<base::UtcMs> awayUntilMs; // back by then; absent: nobody said
    bool isWorking = true;                  // by the rep's calendar, now
    bool isHolder = false;                  // has all of them already
    bool operator==(const HandOnRow &) const = default;
};

struct HandOnOffer {
    std::vector<base::Uuid> actions; // those that wait, and so can be given on
    std::vector<HandOnRow> rows;     // who has room first; who is away and the holder last
    bool operator==(const HandOnOffer &) const = default;
};

} // namespace topline::domain
