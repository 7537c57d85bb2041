// Deal progression: the mutual plan of a deal (who does what by when, us and them) and the exit
// checklists of stages. Facts that people enter; kept by core/store, changed by core/engine, shown
// by the window and the terminal. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class PlanSide : std::int32_t { Us = 0, Them = 1 };
enum class PlanTaskState : std::int32_t { Open = 0, Done = 1, Dropped = 2 };

std::string_view planSideName(PlanSide side); // "us", "them"
std::optional<PlanSide> parsePlanSide(std::string_view name);
std::string_view planTaskStateName(PlanTaskState state); // "open", "done", "dropped"
std::optional<PlanTaskState> parsePlanTaskState(std::string_view name);

struct PlanTask {
    base::Uuid id; // null: a new one
    DealId deal;
    std::string task;
    PlanSide side = PlanSide::Us;
    std::optional<base::UtcMs> dueMs;
    PlanTaskState state = PlanTaskState::Open;
    base::UtcMs changedMs = 0;
    bool operator==(const PlanTask &) const = default;
};

// One line of a stage's checklist. The same words in the same stage keep their id.
struct ExitCheck {
    base::Uuid id;
    std::string text;
    bool operator==(const ExitCheck &) const = default;
};

struct ExitLine {
    ExitCheck check;
    std::optional<base::UtcMs> metMs; // ticked for the deal
    bool operator==(const ExitLine &) const = default;
};

struct DealPlan {
    DealId deal;
    std::string dealName;
    StageId stage;
    std::string stageName;
    bool isOwnList = false;      // the workspace has its own checklist for the stage
    std::vector<PlanTask> tasks; // open ones first, by due time; then the others
    std::vector<ExitLine> exits; // of the stage that the deal is in
    bool operator==(const DealPlan &) const = default;
};

} // namespace topline::domain
