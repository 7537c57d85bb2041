#include "core/engine/deals/plan_work.h"
#include "core/engine/reads/reads.h"

#include <algorithm>

namespace topline::engine {

base::Result<domain::DealPlan> Reads::plan(domain::DealId id)
{
    TRY_ASSIGN(const auto deal, m_tables.records.deal(id));
    if (!deal)
        return base::Error{.code = base::ErrorCode::NotFound, .message = "There is no such deal."};
    domain::DealPlan out;
    out.deal = id;
    out.dealName = deal->name;
    out.stage = deal->stage.id;
    TRY_ASSIGN(out.tasks, m_tables.plans.tasksOf(id));
    std::erase_if(out.tasks,
                  [](const auto &task) { return task.state == domain::PlanTaskState::Dropped; });
    TRY_ASSIGN(const auto stages, m_tables.catalogue.stages());
    const auto stage = std::find_if(stages.begin(), stages.end(),
                                    [&](const auto &one) { return one.id == out.stage; });
    if (stage == stages.end())
        return out;
    out.stageName = stage->name;
    TRY_ASSIGN(const auto own, m_tables.plans.checks(out.stage));
    out.isOwnList = own.has_value();
    for (const auto &check : own ? *own : usualChecks(*stage, stages)) {
        TRY_ASSIGN(const auto metMs, m_tables.plans.metMs(id, check.id));
        out.exits.push_back({check, metMs});
    }
    return out;
}

} // namespace topline::engine
