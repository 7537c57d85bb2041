#include "core/engine/deals/plan_work.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

using domain::LedgerKind;

base::Error notThere(const std::string &what)
{
    return {.code = base::ErrorCode::NotFound,
            .message = "There is no such " + what + ".",
            .kept = "Nothing was changed."};
}

std::string trimmed(const std::string &text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

base::Status checkWords(const std::string &words)
{
    if (words.empty() || words.size() > planTextMax)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = words.empty() ? "A line needs words."
                                                    : "A line is at most 500 bytes long.",
                           .kept = "Nothing was changed."};
    return {};
}

base::Status logOf(Step &step, domain::DealId deal, Payload payload)
{
    domain::AccountId account;
    if (deal.isSet()) {
        TRY_ASSIGN(const auto record, step.tables().records.deal(deal));
        if (record) {
            account = record->account.id;
            payload.emplace("deal", record->remoteId);
        }
        step.changes().deals.insert(deal);
        if (account.isSet())
            step.changes().accounts.insert(account);
    }
    return step.log(LedgerKind::DealPlanChanged, actor::rep, account, payload);
}

// Stores one change as it is, with its ledger row.
struct Putter {
    Step &step;

    base::Status operator()(const domain::PlanTask &task) const
    {
        TRY(step.tables().plans.put(task));
        return logOf(step, task.deal,
                     {{"due_ms", task.dueMs.value_or(0)},
                      {"side", std::string(domain::planSideName(task.side))},
                      {"state", std::string(domain::planTaskStateName(task.state))},
                      {"task", task.task},
                      {"task_id", task.id.text()}});
    }

    base::Status operator()(const ExitMet &met) const
    {
        TRY(step.tables().plans.setMet(met.deal, met.check, met.metMs));
        return logOf(step, met.deal, {{"check", met.text}, {"met", met.metMs.has_value()}});
    }

    base::Status operator()(const StageChecks &list) const
    {
        TRY(step.tables().plans.setChecks(list.stage, list.checks));
        const std::int64_t lines =
            list.checks ? static_cast<std::int64_t>(list.checks->size()) : -1;
        return logOf(step, {}, {{"lines", lines}, {"stage", list.stage.value}});
    }
};

base::Result<domain::Stage> stageOf(Step &step, domain::StageId id,
                                    std::vector<domain::Stage> &stages)
{
    TRY_ASSIGN(stages, step.tables().catalogue.stages());
    const auto found = std::find_if(stages.begin(), stages.end(),
                                    [id](const auto &stage) { return stage.id == id; });
    if (found == stages.end())
        return notThere("stage");
    return *found;
}

} // namespace

base::Status PlanWork::finish(Step &step, const PlanChange &before, const PlanChange &after)
{
    if (before == after)
        return {};
    TRY(std::visit(Putter{step}, after));
    const auto id = m_context.ids.next(); // the row stands for no action
    TRY(step.tables().commands.push(std::string(planCommand), step.now(),
                                    {{id, encodePlanChange(before), encodePlanChange(after)}}));
    return step.commit();
}

base::Result<base::Uuid> PlanWork::setTask(domain::PlanTask task)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "plan"));
    task.task = trimmed(task.task);
    TRY(checkWords(task.task));
    domain::PlanTask before = task;
    if (task.id.isNull()) {
        TRY_ASSIGN(const auto deal, step.tables().records.deal(task.deal));
        if (!deal || deal->deleted)
            return notThere("deal");
        task.id = m_context.ids.next();
        task.changedMs = step.now();
        before = task;
        before.state = domain::PlanTaskState::Dropped; // what undo leads to
    } else {
        TRY_ASSIGN(const auto known, step.tables().plans.task(task.id));
        if (!known)
            return notThere("task in a plan");
        before = *known;
        task.deal = known->deal;
        task.changedMs = known->changedMs;
        if (task != before)
            task.changedMs = step.now();
    }
    TRY(finish(step, before, task));
    return task.id;
}

base::Status PlanWork::setMet(domain::DealId deal, const base::Uuid &check, bool isMet)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "exit"));
    TRY_ASSIGN(const auto record, step.tables().records.deal(deal));
    if (!record || record->deleted)
        return notThere("deal");
    std::vector<domain::Stage> stages;
    TRY_ASSIGN(const auto stage, stageOf(step, record->stage.id, stages));
    TRY_ASSIGN(const auto own, step.tables().plans.checks(stage.id));
    const auto checks = own ? *own : usualChecks(stage, stages);
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [&check](const auto &line) { return line.id == check; });
    if (found == checks.end())
        return notThere("line in the checklist of this deal's stage");
    ExitMet before{deal, check, found->text, {}};
    TRY_ASSIGN(before.metMs, step.tables().plans.metMs(deal, check));
    ExitMet after = before;
    if (isMet != before.metMs.has_value())
        after.metMs = isMet ? std::optional(step.now()) : std::nullopt;
    return finish(step, before, after);
}

base::Status PlanWork::setChecklist(domain::StageId stage,
                                    const std::optional<std::vector<std::string>> &lines)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "checklist"));
    std::vector<domain::Stage> stages;
    TRY_ASSIGN(const auto known, stageOf(step, stage, stages));
    StageChecks before{known.id, {}};
    TRY_ASSIGN(before.checks, step.tables().plans.checks(stage));
    StageChecks after{known.id, {}};
    if (lines) {
        after.checks.emplace();
        for (const auto &line : *lines) {
            const auto words = trimmed(line);
            if (words.empty())
                continue;
            TRY(checkWords(words));
            // The same words keep their id, and with it the ticks of deals.
            const auto id =
                base::Uuid::named("exit check", std::to_string(stage.value) + "|" + words);
            const bool isRepeat = std::any_of(after.checks->begin(), after.checks->end(),
                                              [&id](const auto &check) { return check.id == id; });
            if (!isRepeat)
                after.checks->push_back({id, words});
        }
    }
    return finish(step, before, after);
}

base::Status applyPlanRow(Step &step, const store::CommandRow &row, bool isUndo)
{
    for (const auto &kept : row.changes) {
        const auto change = decodePlanChange(isUndo ? kept.before : kept.after);
        if (!change)
            return base::Error{.code = base::ErrorCode::Corrupt,
                               .message = "The undo log has an entry that cannot be read.",
                               .kept = "Nothing was changed."};
        TRY(std::visit(Putter{step}, *change));
    }
    return {};
}

} // namespace topline::engine
