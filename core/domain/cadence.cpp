#include "core/domain/cadence.h"

#include "core/domain/play_view.h"

namespace topline::domain {

std::string_view runStateName(RunState state)
{
    switch (state) {
    case RunState::Active:
        return "active";
    case RunState::Paused:
        return "paused";
    case RunState::Ended:
        return "ended";
    }
    return "";
}

std::string_view playOriginName(PlayOrigin origin)
{
    switch (origin) {
    case PlayOrigin::Shipped:
        return "shipped";
    case PlayOrigin::Own:
        return "own";
    case PlayOrigin::Imported:
        return "imported";
    }
    return "";
}

} // namespace topline::domain
