// Who is given an inbound action: the account's owner first, then who has the least on the table
// for their weight. Used when an action is proposed and when one escalates. Pure, any thread; the
// same seats and loads give the same choice.
#pragma once

#include "core/domain/routing.h"

#include <vector>

namespace topline::engine {

struct SeatLoad {
    domain::RoutingSeat seat;
    std::int64_t open = 0; // inbound actions that wait for this rep
    bool isWorking = true; // by the rep's calendar, now
};

struct RouteChoice {
    domain::OwnerId owner; // unset: nobody is there
    domain::RouteWhy why = domain::RouteWhy::Nobody;
    std::int64_t open = 0;
    std::int64_t capacity = 0;
    bool operator==(const RouteChoice &) const = default;
};

// `skip` is not chosen: who has had it too long. Somebody who works now goes before somebody who
// does not; nobody gets more than their capacity.
RouteChoice chooseSeat(const std::vector<SeatLoad> &seats, domain::OwnerId accountOwner,
                       domain::OwnerId skip, base::UtcMs now);

} // namespace topline::engine
