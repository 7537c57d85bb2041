// What the cockpit does with cards and deals beyond single keys: putting aside until an answer,
// duplicates, mutual plans and checklists. A part of Cockpit (which ui includes): the same threads,
// callbacks and failures. All of it is undone by Cockpit::undo.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/deal_plan.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

template <typename T> using Answer = std::function<void(base::Result<T>)>;
using Done = std::function<void(base::Status)>;

class Desk {
public:
    virtual ~Desk() = default;

    // Until the buyer answers or visits, and at the latest then.
    virtual void snoozeUntilReply(std::vector<base::Uuid> ids, base::UtcMs lastMs, Done done) = 0;
    virtual void markDuplicate(base::Uuid id, base::Uuid of, Done done) = 0;

    virtual void loadPlan(domain::DealId deal, Answer<domain::DealPlan> answer) = 0;
    // A new one (null id) or a changed one; dropping it is a state.
    virtual void setPlanTask(domain::PlanTask task, Done done) = 0;
    virtual void setExitMet(domain::DealId deal, base::Uuid check, bool isMet, Done done) = 0;
    // Of every deal in the stage; absent: the usual list again.
    virtual void setChecklist(domain::StageId stage, std::optional<std::vector<std::string>> lines,
                              Done done) = 0;
};

} // namespace topline::engine
