#include "core/store/deal_plan_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;
using domain::PlanTask;

#define TOPLINE_PLAN_TASK                                                                          \
    "SELECT uuid, deal_id, task, side, due_ms, state, changed_ms FROM plan_task "

static void readRow(Statement &statement, PlanTask &task)
{
    statement.read(task.id, task.deal, task.task, task.side, task.dueMs, task.state,
                   task.changedMs);
}

static void readRow(Statement &statement, domain::ExitCheck &check)
{
    statement.read(check.id, check.text);
}

base::Status DealPlanStore::put(const PlanTask &task)
{
    return write(m_database,
                 "INSERT INTO plan_task (uuid, deal_id, task, side, due_ms, state, changed_ms) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (uuid) DO UPDATE SET task = ?3, "
                 "side = ?4, due_ms = ?5, state = ?6, changed_ms = ?7",
                 task.id, task.deal, task.task, task.side, task.dueMs, task.state, task.changedMs);
}

Result<std::optional<PlanTask>> DealPlanStore::task(const base::Uuid &id) const
{
    return readFirst<PlanTask>(m_database, TOPLINE_PLAN_TASK "WHERE uuid = ?", id);
}

Result<std::vector<PlanTask>> DealPlanStore::tasksOf(domain::DealId deal) const
{
    return readAll<PlanTask>(m_database,
                             TOPLINE_PLAN_TASK
                             "WHERE deal_id = ? ORDER BY state <> 0, CASE WHEN state = 0 THEN "
                             "coalesce(due_ms, 9223372036854775807) ELSE -changed_ms END, id",
                             deal);
}

Result<std::vector<PlanTask>> DealPlanStore::lateUnnudged(base::UtcMs dueMs) const
{
    return readAll<PlanTask>(m_database,
                             TOPLINE_PLAN_TASK
                             "WHERE state = 0 AND side = 1 AND due_ms <= ? "
                             "AND nudged_due_ms IS NOT due_ms ORDER BY due_ms, id",
                             dueMs);
}

base::Status DealPlanStore::setNudged(const base::Uuid &id, base::UtcMs dueMs)
{
    return write(m_database, "UPDATE plan_task SET nudged_due_ms = ? WHERE uuid = ?", dueMs, id);
}

Result<std::optional<std::vector<domain::ExitCheck>>>
DealPlanStore::checks(domain::StageId stage) const
{
    TRY_ASSIGN(const bool isOwn,
               readOne(m_database, "SELECT 1 FROM exit_list WHERE stage_id = ?", false, stage));
    if (!isOwn)
        return std::optional<std::vector<domain::ExitCheck>>();
    TRY_ASSIGN(auto rows, readAll<domain::ExitCheck>(m_database,
                                                     "SELECT uuid, text FROM exit_check "
                                                     "WHERE stage_id = ? ORDER BY position",
                                                     stage));
    return std::optional(std::move(rows));
}

base::Status DealPlanStore::setChecks(domain::StageId stage,
                                      const std::optional<std::vector<domain::ExitCheck>> &checks)
{
    TRY(write(m_database, "DELETE FROM exit_check WHERE stage_id = ?", stage));
    if (!checks)
        return write(m_database, "DELETE FROM exit_list WHERE stage_id = ?", stage);
    TRY(write(m_database, "INSERT INTO exit_list (stage_id) VALUES (?) ON CONFLICT DO NOTHING",
              stage));
    std::int64_t position = 0;
    for (const auto &check : *checks)
        TRY(write(m_database,
                  "INSERT INTO exit_check (stage_id, position, uuid, text) VALUES (?, ?, ?, ?)",
                  stage, ++position, check.id, check.text));
    return {};
}

Result<std::optional<base::UtcMs>> DealPlanStore::metMs(domain::DealId deal,
                                                        const base::Uuid &check) const
{
    return readOne(m_database, "SELECT met_ms FROM exit_met WHERE deal_id = ? AND uuid = ?",
                   std::optional<base::UtcMs>(), deal, check);
}

base::Status DealPlanStore::setMet(domain::DealId deal, const base::Uuid &check,
                                   std::optional<base::UtcMs> metMs)
{
    if (!metMs)
        return write(m_database, "DELETE FROM exit_met WHERE deal_id = ? AND uuid = ?", deal,
                     check);
    return write(m_database,
                 "INSERT INTO exit_met (deal_id, uuid, met_ms) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT DO UPDATE SET met_ms = ?3",
                 deal, check, *metMs);
}

} // namespace topline::store
