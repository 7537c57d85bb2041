// A change of a deal's progress as one line of JSON, for the undo log: what to put where to be as
// before or after it. Pure, any thread; decoding gives nullopt for text that is not ours.
#pragma once

#include "core/domain/deal_plan.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace topline::engine {

struct ExitMet {
    domain::DealId deal;
    base::Uuid check;
    std::string text; // of the check, for the ledger
    std::optional<base::UtcMs> metMs;
    bool operator==(const ExitMet &) const = default;
};

struct StageChecks {
    domain::StageId stage;
    std::optional<std::vector<domain::ExitCheck>> checks; // absent: the usual ones
    bool operator==(const StageChecks &) const = default;
};

using PlanChange = std::variant<domain::PlanTask, ExitMet, StageChecks>;

std::string encodePlanChange(const PlanChange &change);
std::optional<PlanChange> decodePlanChange(const std::string &text);

} // namespace topline::engine
