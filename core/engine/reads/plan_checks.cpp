// The checklists that stages begin with, until a workspace has its own.
#include "core/engine/deals/plan_work.h"

#include <algorithm>
#include <iterator>

namespace topline::engine {

namespace {

constexpr std::string_view early[] = {
    "The buyer has named the problem and what it costs them",
    "We know who decides and who else is asked",
    "A next meeting is in both calendars",
};
constexpr std::string_view middle[] = {
    "The buyer has said what success looks like",
    "The budget is known, and where it comes from",
    "Everybody who decides has seen the solution",
};
constexpr std::string_view late[] = {
    "Price and scope are agreed in writing",
    "Legal and security have what they asked for",
    "The person who signs and the date are known",
};

} // namespace

std::vector<domain::ExitCheck> usualChecks(const domain::Stage &stage,
                                           const std::vector<domain::Stage> &stages)
{
    std::vector<domain::ExitCheck> out;
    if (stage.kind != domain::StageKind::Open)
        return out;
    std::ptrdiff_t before = 0;
    std::ptrdiff_t open = 0;
    for (const auto &other : stages) {
        if (other.pipeline != stage.pipeline || other.kind != domain::StageKind::Open)
            continue;
        ++open;
        before += other.order < stage.order;
    }
    const auto third = open > 0 ? before * 3 / open : 0;
    const auto add = [&](const auto &lines) {
        for (const auto line : lines)
            out.push_back({base::Uuid::named("exit check", std::to_string(stage.id.value) + "|" +
                                                               std::string(line)),
                           std::string(line)});
    };
    if (third == 0)
        add(early);
    else if (third == 1)
        add(middle);
    else
        add(late);
    return out;
}

} // namespace topline::engine
