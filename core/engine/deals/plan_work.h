// What people do with the progress of a deal: rows of its mutual plan, ticks on the exit checklist
// of its stage, and the checklists themselves. Used by Engine and by undo, on the engine's thread.
// Each change is one transaction with its ledger row and one step of undo; a refusal changes
// nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/deal_plan.h"
#include "core/domain/records.h"
#include "core/domain/status.h"
#include "core/engine/deals/plan_image.h"
#include "core/engine/step/step.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::engine {

// Under which the undo log keeps these changes.
inline constexpr std::string_view planCommand = "plan";
inline constexpr std::size_t planTextMax = 500; // bytes

class PlanWork {
public:
    explicit PlanWork(Context &context)
        : m_context(context)
    {
    }

    // A new task (null id) or a changed one; its id. InvalidInput without words, NotFound for a
    // task or deal that is not there.
    base::Result<base::Uuid> setTask(domain::PlanTask task);
    base::Status setMet(domain::DealId deal, const base::Uuid &check, bool isMet);
    // The lines of the stage's own list, without empty ones and repeats; absent: the usual list.
    base::Status setChecklist(domain::StageId stage,
                              const std::optional<std::vector<std::string>> &lines);

private:
    base::Status finish(Step &step, const PlanChange &before, const PlanChange &after);

    Context &m_context;
};

// Puts a kept plan change back (undo: its `before`), with its ledger row; in the caller's step.
base::Status applyPlanRow(Step &step, const store::CommandRow &row, bool isUndo);

// What a stage asks for that has no list of its own: by how far along it is among the open stages
// of its pipeline. Stages that are won or lost ask for nothing. Pure.
std::vector<domain::ExitCheck> usualChecks(const domain::Stage &stage,
                                           const std::vector<domain::Stage> &stages);

} // namespace topline::engine
