// Mutual plans of deals and exit checklists of stages: facts that people enter. Written by
// core/engine's plan_work inside its transaction; tasks are dropped, never deleted (the database
// refuses). Read for inspectors, the terminal and reminders.
#pragma once

#include "core/base/result.h"
#include "core/domain/deal_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class DealPlanStore {
public:
    explicit DealPlanStore(Database &database)
        : m_database(database)
    {
    }

    // New, or in place of the one with this id; the deal of a known one stays.
    base::Status put(const domain::PlanTask &task);
    base::Result<std::optional<domain::PlanTask>> task(const base::Uuid &id) const;
    // Dropped ones too; open ones first by due time (none last), then the others, newest first.
    base::Result<std::vector<domain::PlanTask>> tasksOf(domain::DealId deal) const;
    // Open ones of the buyer's side, due at or before this, that no reminder was made for as they
    // are due now; by due time.
    base::Result<std::vector<domain::PlanTask>> lateUnnudged(base::UtcMs dueMs) const;
    base::Status setNudged(const base::Uuid &id, base::UtcMs dueMs);

    // nullopt: the stage has no list of its own.
    base::Result<std::optional<std::vector<domain::ExitCheck>>> checks(domain::StageId stage) const;
    // nullopt: back to the usual one.
    base::Status setChecks(domain::StageId stage,
                           const std::optional<std::vector<domain::ExitCheck>> &checks);
    base::Result<std::optional<base::UtcMs>> metMs(domain::DealId deal,
                                                   const base::Uuid &check) const;
    base::Status setMet(domain::DealId deal, const base::Uuid &check,
                        std::optional<base::UtcMs> metMs);

private:
    Database &m_database;
};

} // namespace topline::store
