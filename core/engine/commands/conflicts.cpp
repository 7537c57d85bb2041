#include "core/engine/commands/conflicts.h"

#include "core/actions/action_state.h"
#include "core/base/refusal.h"
#include "core/domain/crm_system.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/commands/edited_record.h"

#include <algorithm>
#include <set>
#include <utility>

namespace topline::engine {

using domain::ActionKind;
using domain::ActionState;
using domain::RecordKind;

namespace {

std::string nameOfAction(const domain::Conflict &conflict)
{
    return conflict.action.isNull() ? std::string() : conflict.action.text();
}

base::Status logDecision(Step &step, const domain::Conflict &conflict, std::string_view who,
                         bool keepOurs)
{
    return step.log(domain::LedgerKind::ConflictDecided, who, domain::AccountId{},
                    {{"action", nameOfAction(conflict)},
                     {"conflict", conflict.id.text()},
                     {"field", conflict.field},
                     {"kept", keepOurs ? conflict.ours : conflict.theirs},
                     {"lost", keepOurs ? conflict.theirs : conflict.ours},
                     {"system", conflict.system},
                     {"was", std::string(domain::conflictStateName(conflict.state))}});
}

base::Status logFound(Step &step, const domain::Conflict &conflict)
{
    TRY(step.log(domain::LedgerKind::ConflictFound, actor::courier, domain::AccountId{},
                 {{"action", nameOfAction(conflict)},
                  {"base", conflict.base},
                  {"conflict", conflict.id.text()},
                  {"field", conflict.field},
                  {"ours", conflict.ours},
                  {"system", conflict.system},
                  {"theirs", conflict.theirs}}));
    if (conflict.state == domain::ConflictState::ByRule)
        TRY(logDecision(step, conflict, actor::policy, conflict.oursStands));
    return {};
}

bool standsOurs(const domain::Conflict &conflict)
{
    return conflict.state == domain::ConflictState::KeptOurs ||
           (conflict.state == domain::ConflictState::ByRule && conflict.oursStands);
}

base::Status endEdit(Step &step, const domain::Action &action)
{
    TRY_ASSIGN(const domain::Action gone,
               actions::dismiss(action, step.now(), domain::DismissReason::NotRelevant));
    TRY(step.update(gone));
    return step.log(domain::LedgerKind::Dismissed, actor::rep, gone,
                    {{"reason", std::string("the other side's value was taken")}});
}

// Every conflict of a failed edit has been decided: what was decided for us is written again, over
// what the decision was about.
base::Status settleEdit(Step &step, domain::Action action)
{
    TRY_ASSIGN(const auto open, step.tables().conflicts.openOfAction(action.id));
    if (!open.empty())
        return {};
    TRY_ASSIGN(const auto decided, step.tables().conflicts.ofAction(action.id));
    const auto isLost = [&](std::string_view field) {
        return std::any_of(decided.begin(), decided.end(), [&](const auto &conflict) {
            return conflict.field == field && !standsOurs(conflict);
        });
    };
    if (action.kind == ActionKind::FieldEdit) {
        const auto found = EditedRecord::find(step, recordOf(action));
        if (!found.ok() && found.error().code == base::ErrorCode::NotFound)
            return {}; // deleted meanwhile: the edit has failed, and there is nothing to write
        TRY_ASSIGN(const auto record, found);
        std::vector<domain::FieldChange> left;
        for (auto change : action.fields) {
            // What was before the person who decided; a value that came since is another clash.
            for (const auto &conflict : decided) {
                if (conflict.field == change.field)
                    change.base = conflict.theirs;
            }
            if (!isLost(change.field) && record.text(change.field) != change.value)
                left.push_back(std::move(change));
        }
        if (left.empty())
            return endEdit(step, action);
        action.fields = std::move(left);
        TRY(step.update(action));
    } else if (isLost(stageField)) {
        return endEdit(step, action);
    }
    TRY(approveAction(step, action, actor::rep));
    return {};
}

// An edit that has not left: out of the queue, and on as its conflicts say.
base::Status holdEdit(Step &step, const sync::EditVerdict &verdict)
{
    TRY_ASSIGN(auto action, step.tables().actions.action(verdict.edit.action));
    if (!action || action->state != ActionState::Approved)
        return {};
    TRY(cancelQueuedEffect(step, action->id));
    action->state = ActionState::Failed;
    action->changedMs = step.now();
    action->holdUntilMs.reset();
    action->failure = "It was changed in the CRM as well: " + verdict.edit.field + " is \"" +
                      verdict.theirs + "\" there now, \"" + verdict.edit.value + "\" here.";
    TRY(step.update(*action));
    TRY(step.log(domain::LedgerKind::Failed, actor::engine, *action,
                 {{"withheld", action->failure}}));
    return settleEdit(step, *action);
}

domain::FieldEditRequest recordOf(const domain::Conflict &conflict)
{
    domain::FieldEditRequest out;
    if (conflict.kind == RecordKind::Deal)
        out.deal.value = conflict.record;
    else if (conflict.kind == RecordKind::Contact)
        out.contact.value = conflict.record;
    else
        out.account.value = conflict.record;
    return out;
}

// The CRM that does not have the wanted value, by name.
std::string systemWithout(const domain::Conflict &conflict, bool wantsOurs)
{
    if (wantsOurs || !conflict.action.isNull())
        return conflict.system;
    for (const char *system : {"hubspot", "salesforce"}) {
        if (domain::systemTitle(system) == conflict.oursFrom)
            return system;
    }
    return {};
}

// Writes the value that was decided for, where it does not stand already.
base::Status writeDecided(Step &step, const domain::Conflict &conflict, bool keepOurs)
{
    const auto found = EditedRecord::find(step, recordOf(conflict));
    if (!found.ok() && found.error().code == base::ErrorCode::NotFound)
        return {}; // deleted meanwhile: the decision stands, and there is nothing to write
    TRY_ASSIGN(const auto record, found);
    const std::string &value = keepOurs ? conflict.ours : conflict.theirs;
    if (conflict.field == stageField) {
        domain::Action move = record.action(step, ActionKind::StageChange);
        TRY_ASSIGN(const auto stages, step.tables().catalogue.stages());
        const auto named = std::find_if(stages.begin(), stages.end(), [&](const auto &stage) {
            return stage.remoteId == value || stage.name == value;
        });
        if (named == stages.end())
            return base::refusal("The pipeline has no stage \"" + value + "\" any more.");
        move.stageTarget = named->name;
        TRY(startEdit(step, std::move(move)));
        return {};
    }
    domain::Action edit = record.action(step, ActionKind::FieldEdit);
    const std::string lost = keepOurs ? conflict.theirs : conflict.ours;
    edit.fields = {{conflict.field, lost, value}};
    TRY(startFieldEdit(step, std::move(edit), systemWithout(conflict, keepOurs)));
    return {};
}

base::Status carryOutDecision(Step &step, const domain::Conflict &conflict, bool keepOurs)
{
    if (conflict.action.isNull())
        return writeDecided(step, conflict, keepOurs);
    TRY_ASSIGN(auto action, step.tables().actions.action(conflict.action));
    if (!action)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The edit is no longer there.",
                           .kept = "Nothing was changed."};
    switch (action->state) {
    case ActionState::Failed:
        return settleEdit(step, *action);
    case ActionState::Approved: // ours waits to be written
        if (keepOurs)
            return {};
        TRY(cancelQueuedEffect(step, action->id));
        action->state = ActionState::Failed;
        return settleEdit(step, *action);
    case ActionState::Done:
    case ActionState::Dismissed:
        return writeDecided(step, conflict, keepOurs);
    default:
        return base::refusal("The edit is being carried out.",
                             "Decide when it is known what became of it.");
    }
}

domain::Conflict conflictOf(Step &step, const EffectMove &move, const crm::FieldClash &clash,
                            const domain::FieldRules &rules)
{
    const domain::Action &action = move.action;
    domain::Conflict out;
    out.id = base::Uuid::named("conflict", move.effect.id.text() + ":" + clash.field);
    out.system = systemOfEffect(move.effect);
    const bool isOfContact = !action.deal.isSet() && action.contact.isSet();
    out.kind = action.deal.isSet() ? RecordKind::Deal
               : isOfContact       ? RecordKind::Contact
                                   : RecordKind::Account;
    out.record = action.deal.isSet() ? action.deal.value
                 : isOfContact       ? action.contact.value
                                     : action.account.value;
    out.field = clash.field;
    out.base = clash.base;
    out.ours = clash.ours;
    out.theirs = clash.theirs;
    out.oursFrom = "Topline";
    out.atMs = step.now();
    out.action = action.id;
    using Winner = domain::FieldRule::Winner;
    const auto rule = rules.of(out.kind, out.field);
    const bool isOurs = rule && rule->winner == Winner::Local;
    const bool isTheirs = rule && rule->winner == Winner::System && rule->system == out.system;
    if (isOurs || isTheirs) {
        out.state = domain::ConflictState::ByRule;
        out.resolvedMs = step.now();
        out.oursStands = isOurs;
    }
    return out;
}

} // namespace

base::Status resolveConflict(Context &context, const base::Uuid &id, bool keepOurs)
{
    TRY_ASSIGN(Step step, Step::begin(context, "conflict"));
    TRY_ASSIGN(const auto conflict, step.tables().conflicts.conflict(id));
    if (!conflict)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no conflict " + id.text() + ".",
                           .kept = "Nothing was changed."};
    if (conflict->state != domain::ConflictState::Open && standsOurs(*conflict) == keepOurs)
        return {};
    TRY(step.tables().conflicts.decide(
        id, keepOurs ? domain::ConflictState::KeptOurs : domain::ConflictState::TookTheirs,
        keepOurs, step.now()));
    TRY(logDecision(step, *conflict, actor::rep, keepOurs));
    TRY(carryOutDecision(step, *conflict, keepOurs));
    step.changes().sync = true;
    return step.commit();
}

base::Status takeClashes(Step &step, const EffectMove &move, const crm::PushAnswer &answer)
{
    const domain::Action &action = move.action;
    TRY_ASSIGN(const auto rules, step.tables().settings.fieldRules());
    for (const auto &clash : answer.clashes) {
        const domain::Conflict conflict = conflictOf(step, move, clash, rules);
        TRY_ASSIGN(const bool isNew, step.tables().conflicts.add(conflict));
        if (isNew)
            TRY(logFound(step, conflict));
    }
    step.changes().sync = true;
    return answer.clashes.empty() ? base::Status() : settleEdit(step, action);
}

base::Status takeVerdicts(Step &step, const sync::Applied &applied)
{
    for (const auto &conflict : applied.conflicts)
        TRY(logFound(step, conflict));
    std::set<base::Uuid> seen;
    for (const auto &verdict : applied.edits) {
        if (verdict.fate != sync::EditFate::Satisfied && seen.insert(verdict.edit.action).second)
            TRY(holdEdit(step, verdict));
    }
    return {};
}

std::string clashText(const domain::Effect &effect, const crm::PushAnswer &answer)
{
    std::string out;
    for (const auto &clash : answer.clashes)
        out += (out.empty() ? "" : "; ") + clash.field + " is \"" + clash.theirs +
               "\" there now, \"" + clash.ours + "\" here";
    if (out.empty())
        return answer.detail;
    const std::string system = systemOfEffect(effect);
    return (system.empty() ? std::string("The CRM") : std::string(domain::systemTitle(system))) +
           " was changed as well: " + out + ".";
}

} // namespace topline::engine
