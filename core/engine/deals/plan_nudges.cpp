#include "core/engine/deals/plan_nudges.h"

#include "core/actions/draft.h"
#include "core/actions/template_fields.h"

#include <algorithm>
#include <optional>
#include <string>

namespace topline::engine {

namespace {

constexpr std::int64_t nudgeMinutes = 3;
constexpr std::int64_t nudgeGainBasisPoints = 200;

bool isOpen(const domain::Deal &deal, const std::vector<domain::Stage> &stages)
{
    return !deal.deleted && std::any_of(stages.begin(), stages.end(), [&](const auto &stage) {
        return stage.id == deal.stage.id && stage.kind == domain::StageKind::Open;
    });
}

// The words of the task are put in between rendered parts: they are never read as a template.
base::Result<domain::Draft> draftOf(Step &step, const domain::PlanTask &task,
                                    const domain::Deal &deal)
{
    auto &tables = step.tables();
    TRY_ASSIGN(const auto account, tables.records.account(deal.account.id));
    TRY_ASSIGN(const auto contact, tables.records.contact(deal.contact.id));
    TRY_ASSIGN(const auto owner, tables.catalogue.owner(deal.owner.id));
    const auto fields = actions::mergeFields({.contact = contact ? &*contact : nullptr,
                                              .account = account ? &*account : nullptr,
                                              .deal = &deal,
                                              .owner = owner ? &*owner : nullptr});
    domain::PlayStep words;
    words.kind =
        contact && !contact->email.empty() ? domain::ActionKind::Email : domain::ActionKind::Task;
    words.subject = "Our plan for {{account.name|us}}: ";
    words.body = "Hi {{contact.first_name|there}},\n\nin our plan we had put down for you: ";
    domain::Draft out = actions::draftWithGaps(words, fields);
    domain::PlayStep rest;
    rest.body = "\n\nIs that still on its way, or shall we agree on another date?\n\n"
                "{{owner.first_name|}}";
    out.subject += task.task;
    out.body += task.task + actions::draftWithGaps(rest, fields).body;
    return out;
}

base::Result<domain::Action> nudgeFor(Step &step, const domain::PlanTask &task,
                                      const domain::Deal &deal)
{
    domain::Action out;
    out.id = base::Uuid::named("plan nudge", task.id.text() + "|" + std::to_string(*task.dueMs));
    out.account = deal.account.id;
    out.contact = deal.contact.id;
    out.deal = deal.id;
    out.owner = deal.owner.id;
    out.dedupeKey = "plan|" + task.id.text();
    out.whyNow = {domain::ReasonCode::PlanTaskLate, {task.task, domain::AtTime{*task.dueMs}}};
    out.effortMinutes = nudgeMinutes;
    out.gainBasisPoints = nudgeGainBasisPoints;
    out.amount = deal.amount;
    out.createdMs = out.signalMs = out.changedMs = step.now();
    TRY_ASSIGN(out.draft, draftOf(step, task, deal));
    out.kind = out.draft.to.empty() ? domain::ActionKind::Task : domain::ActionKind::Email;
    return out;
}

} // namespace

base::Result<bool> nudgeLateTasks(Step &step)
{
    auto &tables = step.tables();
    TRY_ASSIGN(const auto late, tables.plans.lateUnnudged(step.now() - planGraceMs));
    if (late.empty())
        return false;
    TRY_ASSIGN(const auto stages, tables.catalogue.stages());
    for (const auto &task : late) {
        TRY(tables.plans.setNudged(task.id, *task.dueMs));
        TRY_ASSIGN(const auto deal, tables.records.deal(task.deal));
        if (!deal || !isOpen(*deal, stages))
            continue;
        TRY_ASSIGN(const auto arm, tables.decisions.assignment(deal->account.id));
        if (arm && arm->heldOut)
            continue;
        TRY_ASSIGN(const auto open, tables.actions.openOf(deal->account.id));
        const std::string key = "plan|" + task.id.text();
        const bool isAsked = std::any_of(open.begin(), open.end(), [&key](const auto &action) {
            return action.dedupeKey == key;
        });
        if (isAsked)
            continue; // the card of an earlier date is still there
        TRY_ASSIGN(const auto nudge, nudgeFor(step, task, *deal));
        TRY_ASSIGN(const auto made, tables.actions.action(nudge.id));
        if (made)
            continue; // moved away and back to the same date
        TRY(step.add(nudge));
        TRY(step.log(domain::LedgerKind::Proposed, actor::engine, nudge,
                     {{"kind", std::string(domain::actionKindName(nudge.kind))},
                      {"plan_task", task.id.text()}}));
    }
    return true;
}

} // namespace topline::engine
