#include "core/engine/guards/routing_choice.h"

#include <algorithm>
#include <tuple>

namespace topline::engine {

namespace {

bool isThere(const domain::RoutingSeat &seat, base::UtcMs now)
{
    const bool isBack = seat.awayUntilMs && now >= *seat.awayUntilMs;
    return seat.weight > 0 && (seat.isPresent || isBack);
}

// The load that the seat would have with this one too, per weight: compared without dividing.
bool isLighter(const SeatLoad &a, const SeatLoad &b)
{
    const auto left = (a.open + 1) * b.seat.weight;
    const auto right = (b.open + 1) * a.seat.weight;
    return std::tuple(left, a.seat.owner) < std::tuple(right, b.seat.owner);
}

} // namespace

RouteChoice chooseSeat(const std::vector<SeatLoad> &seats, domain::OwnerId accountOwner,
                       domain::OwnerId skip, base::UtcMs now)
{
    const auto canTake = [&](const SeatLoad &each) {
        return isThere(each.seat, now) && each.seat.owner != skip && each.open < each.seat.capacity;
    };
    const bool isAnyWorking = std::any_of(seats.begin(), seats.end(), [&](const auto &each) {
        return canTake(each) && each.isWorking;
    });
    const SeatLoad *best = nullptr;
    for (const SeatLoad &each : seats) {
        if (!canTake(each) || (isAnyWorking && !each.isWorking))
            continue;
        if (each.seat.owner == accountOwner)
            return {accountOwner, domain::RouteWhy::AccountOwner, each.open, each.seat.capacity};
        if (!best || isLighter(each, *best))
            best = &each;
    }
    if (!best)
        return {};
    return {best->seat.owner, domain::RouteWhy::LeastLoaded, best->open, best->seat.capacity};
}

} // namespace topline::engine
