#include "core/engine/field_edits.h"

#include "core/actions/action_state.h"
#include "core/crm/edit_text.h"
#include "core/domain/crm_system.h"
#include "core/engine/approvals.h"
#include "core/engine/effect_route.h"
#include "core/engine/undo_log.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::engine {

using domain::ActionKind;
using domain::ActionState;
using domain::RecordKind;

namespace {

constexpr std::string_view stageField = "stage";
constexpr std::int64_t editMinutes = 1;

base::Error refused(std::string message, std::string todo = {})
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "Nothing was changed.",
            .todo = std::move(todo)};
}

base::Error noSuchRecord()
{
    return {.code = base::ErrorCode::NotFound,
            .message = "This record is no longer there.",
            .kept = "Nothing was changed."};
}

// The record that a person edits: first the one that was named, as text by field.
class EditedRecord {
public:
    static base::Result<EditedRecord> find(Step &step, const domain::FieldEditRequest &which)
    {
        EditedRecord out;
        auto &records = step.tables().records;
        if (which.deal.isSet()) {
            TRY_ASSIGN(out.m_deal, records.deal(which.deal));
        } else if (which.contact.isSet()) {
            TRY_ASSIGN(out.m_contact, records.contact(which.contact));
        } else {
            TRY_ASSIGN(out.m_account, records.account(which.account));
        }
        if (!(out.m_deal && !out.m_deal->deleted) && !(out.m_contact && !out.m_contact->deleted) &&
            !(out.m_account && !out.m_account->deleted))
            return noSuchRecord();
        return out;
    }

    crm::FileKind kind() const
    {
        return m_deal      ? crm::FileKind::Deals
               : m_contact ? crm::FileKind::Contacts
                           : crm::FileKind::Accounts;
    }

    std::string text(const std::string &field) const
    {
        const auto out = m_deal      ? crm::fieldText(*m_deal, field)
                         : m_contact ? crm::fieldText(*m_contact, field)
                                     : crm::fieldText(*m_account, field);
        return out.value_or(std::string());
    }

    // The same value as this program writes it.
    base::Result<std::string> normal(const std::string &field, const std::string &text) const
    {
        EditedRecord copy = *this;
        TRY(copy.m_deal      ? crm::setFieldText(*copy.m_deal, field, text)
            : copy.m_contact ? crm::setFieldText(*copy.m_contact, field, text)
                             : crm::setFieldText(*copy.m_account, field, text));
        return copy.text(field);
    }

    domain::Action action(Step &step, ActionKind kind) const
    {
        domain::Action out;
        out.id = step.context().ids.next();
        out.kind = kind;
        out.effortMinutes = editMinutes;
        out.createdMs = out.signalMs = out.changedMs = step.now();
        if (m_deal) {
            out.deal = m_deal->id;
            out.account = m_deal->account.id;
            out.owner = m_deal->owner.id;
        } else if (m_contact) {
            out.contact = m_contact->id;
            out.account = m_contact->account.id;
        } else {
            out.account = m_account->id;
            out.owner = m_account->owner.id;
        }
        return out;
    }

private:
    std::optional<domain::Deal> m_deal;
    std::optional<domain::Contact> m_contact;
    std::optional<domain::Account> m_account;
};

domain::FieldEditRequest recordOf(const domain::Action &action)
{
    return {
        .deal = action.deal, .contact = action.contact, .account = action.account, .values = {}};
}

bool isSameRecord(const domain::Action &a, const domain::Action &b)
{
    if (a.deal.isSet() || b.deal.isSet())
        return a.deal == b.deal;
    if (a.contact.isSet() || b.contact.isSet())
        return a.contact == b.contact;
    return a.account == b.account;
}

// What edits on their way will make of these fields: a further edit begins from there.
base::Result<std::map<std::string, std::string>> valuesUnderWay(Step &step,
                                                                const domain::Action &like)
{
    auto &outbox = step.tables().outbox;
    TRY_ASSIGN(auto effects, outbox.inState(domain::EffectState::Queued));
    TRY_ASSIGN(const auto unresolved, outbox.unresolved());
    effects.insert(effects.end(), unresolved.begin(), unresolved.end());
    std::vector<domain::Action> edits;
    for (const auto &effect : effects) {
        if (effect.kind != ActionKind::FieldEdit)
            continue;
        TRY_ASSIGN(const auto action, step.tables().actions.action(effect.action));
        if (action && isSameRecord(*action, like))
            edits.push_back(*action);
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const auto &a, const auto &b) { return a.createdMs < b.createdMs; });
    std::map<std::string, std::string> out;
    for (const auto &edit : edits) {
        for (const auto &change : edit.fields)
            out[change.field] = change.value;
    }
    return out;
}

std::string subjectOf(const domain::Action &action)
{
    std::string out = "Edit ";
    for (const auto &change : action.fields)
        out += (out.size() > 5 ? ", " : "") + change.field;
    return out;
}

base::Result<std::vector<domain::FieldChange>> changesOf(Step &step, const EditedRecord &record,
                                                         const domain::FieldEditRequest &request)
{
    TRY_ASSIGN(const auto underWay,
               valuesUnderWay(step, record.action(step, ActionKind::FieldEdit)));
    std::vector<domain::FieldChange> out;
    for (const auto &[field, text] : request.values) {
        if (request.deal.isSet() && field == stageField)
            continue;
        if (!crm::isEditable(record.kind(), field))
            return base::Error{.code = base::ErrorCode::InvalidInput,
                               .message = "The field \"" + field + "\" cannot be edited here.",
                               .kept = "Nothing was changed."};
        TRY_ASSIGN(const std::string value, record.normal(field, text));
        const auto pending = underWay.find(field);
        const std::string base = pending == underWay.end() ? record.text(field) : pending->second;
        if (value != base)
            out.push_back({field, base, value});
    }
    return out;
}

// Asked for by its author, so approved at once.
base::Result<ActionChange> startEdit(Step &step, domain::Action action,
                                     const std::string &system = {})
{
    TRY(step.add(action));
    TRY_ASSIGN(domain::Action after, approveAction(step, action, actor::rep, system));
    action.state = ActionState::Dismissed; // what undo leads to
    return ActionChange{std::move(action), std::move(after)};
}

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

// Every conflict of a failed edit has been decided: what was decided for us is written again, from
// what the CRM has now.
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
        TRY_ASSIGN(const auto record, EditedRecord::find(step, recordOf(action)));
        std::vector<domain::FieldChange> left;
        for (auto change : action.fields) {
            change.base = record.text(change.field);
            if (!isLost(change.field) && change.base != change.value)
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
    TRY_ASSIGN(const auto record, EditedRecord::find(step, recordOf(conflict)));
    const std::string &value = keepOurs ? conflict.ours : conflict.theirs;
    if (conflict.field == stageField) {
        domain::Action move = record.action(step, ActionKind::StageChange);
        TRY_ASSIGN(const auto stages, step.tables().catalogue.stages());
        const auto named = std::find_if(stages.begin(), stages.end(), [&](const auto &stage) {
            return stage.remoteId == value || stage.name == value;
        });
        if (named == stages.end())
            return refused("The pipeline has no stage \"" + value + "\" any more.");
        move.stageTarget = named->name;
        TRY(startEdit(step, std::move(move)));
        return {};
    }
    domain::Action edit = record.action(step, ActionKind::FieldEdit);
    const std::string lost = keepOurs ? conflict.theirs : conflict.ours;
    const std::string present = conflict.action.isNull() ? lost : record.text(conflict.field);
    if (present == value)
        return {};
    edit.fields = {{conflict.field, present, value}};
    edit.draft.subject = subjectOf(edit);
    TRY(startEdit(step, std::move(edit), systemWithout(conflict, keepOurs)));
    return {};
}

base::Status carryOutDecision(Step &step, const domain::Conflict &conflict, bool keepOurs)
{
    if (conflict.action.isNull())
        return writeDecided(step, conflict, keepOurs);
    TRY_ASSIGN(auto action, step.tables().actions.action(conflict.action));
    if (!action)
        return noSuchRecord();
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
        return refused("The edit is being carried out.",
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

base::Result<std::vector<base::Uuid>> FieldEdits::edit(const domain::FieldEditRequest &request)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "field-edit"));
    TRY_ASSIGN(const auto record, EditedRecord::find(step, request));
    TRY_ASSIGN(auto fields, changesOf(step, record, request));
    std::vector<ActionChange> changes;
    if (!fields.empty()) {
        domain::Action action = record.action(step, ActionKind::FieldEdit);
        action.fields = std::move(fields);
        action.draft.subject = subjectOf(action);
        TRY_ASSIGN(auto change, startEdit(step, std::move(action)));
        changes.push_back(std::move(change));
    }
    const auto stage = request.values.find(std::string(stageField));
    if (request.deal.isSet() && stage != request.values.end()) {
        domain::Action action = record.action(step, ActionKind::StageChange);
        action.stageTarget = stage->second;
        TRY_ASSIGN(auto change, startEdit(step, std::move(action)));
        changes.push_back(std::move(change));
    }
    if (changes.empty())
        return refused("These are the values that the record has.");
    TRY(UndoLog(step).remember(CommandKind::FieldEdit, changes));
    TRY(step.commit());
    std::vector<base::Uuid> ids;
    for (const auto &change : changes)
        ids.push_back(change.after.id);
    return ids;
}

base::Status FieldEdits::resolve(const base::Uuid &id, bool keepOurs)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "conflict"));
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
        if (!isNew)
            continue;
        TRY(step.log(domain::LedgerKind::ConflictFound, actor::courier, action,
                     {{"base", clash.base},
                      {"conflict", conflict.id.text()},
                      {"field", clash.field},
                      {"ours", clash.ours},
                      {"system", conflict.system},
                      {"theirs", clash.theirs}}));
        if (conflict.state == domain::ConflictState::ByRule)
            TRY(logDecision(step, conflict, actor::policy, conflict.oursStands));
    }
    step.changes().sync = true;
    return answer.clashes.empty() ? base::Status() : settleEdit(step, action);
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
