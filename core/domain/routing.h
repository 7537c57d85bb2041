// Who is given an inbound action: seats with a weight and a capacity, what was decided, and how
// fast buyers were answered. Made and read by the engine; plain values, any thread. Numbers of
// enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace topline::domain {

// A rep who takes inbound actions.
struct RoutingSeat {
    OwnerId owner;
    std::int64_t weight = 1;    // share of the work, 1 to 100
    std::int64_t capacity = 20; // open inbound actions at a time, 1 to 1,000
    bool isPresent = true;
    std::optional<base::UtcMs> awayUntilMs = {}; // of one who is not present: back by itself
    bool operator==(const RoutingSeat &) const = default;
};

enum class RouteKind : std::int32_t { Routed = 1, Reassigned = 2, Escalated = 3 };
enum class RouteWhy : std::int32_t {
    AccountOwner = 1, // there, with room
    LeastLoaded = 2,  // for the weight
    Nobody = 3,       // is there with room: it stays where it is
    ByHand = 4,
    Manager = 5, // of who has had it too long
    Named = 6,   // by the play, for what nobody takes up in time
};

constexpr std::string_view routeWhyName(RouteWhy why)
{
    switch (why) {
    case RouteWhy::AccountOwner:
        return "account_owner";
    case RouteWhy::LeastLoaded:
        return "least_loaded";
    case RouteWhy::Nobody:
        return "nobody";
    case RouteWhy::ByHand:
        return "by_hand";
    case RouteWhy::Manager:
        return "manager";
    case RouteWhy::Named:
        return "named";
    }
    return {};
}

// One decision, kept as it was made.
struct RouteDecision {
    base::Uuid action;
    RouteKind kind = RouteKind::Routed;
    RouteWhy why = RouteWhy::AccountOwner;
    OwnerId from;          // unset: nobody
    OwnerId to;            // unset: nobody
    std::int64_t open = 0; // what waited for `to` before this one
    std::int64_t capacity = 0;
    base::UtcMs atMs = 0;
    bool operator==(const RouteDecision &) const = default;
};

// How fast inbound actions were answered: from the buyer's moment to the first touch after it.
struct SpeedFigures {
    base::DurationMs medianMs = 0;
    base::DurationMs p90Ms = 0;
    std::int64_t within5MinPermille = 0;
    bool operator==(const SpeedFigures &) const = default;
};

struct SpeedReport {
    std::int64_t answered = 0; // what the figures are of
    std::int64_t waiting = 0;  // in none of them
    SpeedFigures clock;
    SpeedFigures work; // by the working hours of who had to answer
    bool operator==(const SpeedReport &) const = default;
};

} // namespace topline::domain
