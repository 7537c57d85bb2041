#include "core/engine/commands/field_edits.h"

#include "core/base/refusal.h"
#include "core/crm/edit_text.h"
#include "core/engine/commands/edited_record.h"
#include "core/engine/step/undo_log.h"

#include <algorithm>
#include <map>
#include <utility>

namespace topline::engine {

namespace {

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
        if (effect.kind != domain::ActionKind::FieldEdit)
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

base::Result<std::vector<domain::FieldChange>> changesOf(Step &step, const EditedRecord &record,
                                                         const domain::FieldEditRequest &request)
{
    TRY_ASSIGN(const auto underWay,
               valuesUnderWay(step, record.action(step, domain::ActionKind::FieldEdit)));
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

} // namespace

base::Result<std::vector<base::Uuid>> editFields(Context &context,
                                                 const domain::FieldEditRequest &request)
{
    TRY_ASSIGN(Step step, Step::begin(context, "field-edit"));
    TRY_ASSIGN(const auto record, EditedRecord::find(step, request));
    TRY_ASSIGN(auto fields, changesOf(step, record, request));
    std::vector<ActionChange> changes;
    if (!fields.empty()) {
        domain::Action action = record.action(step, domain::ActionKind::FieldEdit);
        action.fields = std::move(fields);
        TRY_ASSIGN(auto change, startFieldEdit(step, std::move(action)));
        changes.push_back(std::move(change));
    }
    const auto stage = request.values.find(std::string(stageField));
    if (request.deal.isSet() && stage != request.values.end()) {
        domain::Action action = record.action(step, domain::ActionKind::StageChange);
        action.stageTarget = stage->second;
        TRY_ASSIGN(auto change, startEdit(step, std::move(action)));
        changes.push_back(std::move(change));
    }
    if (changes.empty())
        return base::refusal("These are the values that the record has.");
    TRY(UndoLog(step).remember(CommandKind::FieldEdit, changes));
    TRY(step.commit());
    std::vector<base::Uuid> ids;
    for (const auto &change : changes)
        ids.push_back(change.after.id);
    return ids;
}

} // namespace topline::engine
