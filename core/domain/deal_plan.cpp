#include "core/domain/deal_plan.h"

namespace topline::domain {

std::string_view planSideName(PlanSide side)
{
    return side == PlanSide::Us ? "us" : "them";
}

std::optional<PlanSide> parsePlanSide(std::string_view name)
{
    if (name == "us")
        return PlanSide::Us;
    if (name == "them")
        return PlanSide::Them;
    return std::nullopt;
}

std::string_view planTaskStateName(PlanTaskState state)
{
    switch (state) {
    case PlanTaskState::Open:
        return "open";
    case PlanTaskState::Done:
        return "done";
    case PlanTaskState::Dropped:
        return "dropped";
    }
    return {};
}

std::optional<PlanTaskState> parsePlanTaskState(std::string_view name)
{
    for (const auto state : {PlanTaskState::Open, PlanTaskState::Done, PlanTaskState::Dropped}) {
        if (planTaskStateName(state) == name)
            return state;
    }
    return std::nullopt;
}

} // namespace topline::domain
