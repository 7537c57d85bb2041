#include "core/store/action_row.h"

#include "core/store/stored_reason.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

namespace {

base::Status readFields(const std::string &text, std::vector<domain::FieldChange> &fields)
{
    auto list = decodeTexts(text);
    if (!list || list->size() % 3 != 0)
        return base::Error{base::ErrorCode::Corrupt, "The fields of a stored edit cannot be read.",
                           "Nothing was changed.", "Restore the newest sound backup."};
    for (std::size_t i = 0; i < list->size(); i += 3)
        fields.push_back(
            {std::move((*list)[i]), std::move((*list)[i + 1]), std::move((*list)[i + 2])});
    return {};
}

} // namespace

std::string encodeFieldChanges(const std::vector<domain::FieldChange> &fields)
{
    std::vector<std::string> list;
    for (const auto &one : fields) {
        list.push_back(one.field);
        list.push_back(one.base);
        list.push_back(one.value);
    }
    return encodeTexts(list);
}

base::Status readAction(Statement &statement, domain::Action &action)
{
    std::string whyNow;
    std::string facts;
    std::string fields;
    statement.read(action.id, action.kind, action.mode, action.state, action.urgency,
                   action.account, action.contact, action.deal, action.owner, action.playId,
                   action.playVersion, action.stepNo, action.signal, action.dedupeKey, whyNow,
                   action.signalMs, action.repeats, action.gainBasisPoints, action.effortMinutes,
                   action.amount, action.amountEstimated, action.createdMs, action.slaDueMs,
                   action.snoozedUntilMs, action.holdUntilMs, action.changedMs, action.draft.to,
                   action.draft.subject, action.draft.body, facts, action.stageTarget,
                   action.dismissReason, action.outcome, action.failure, fields, action.variant,
                   action.isEdited, action.untilReply, action.duplicateOf);
    TRY_ASSIGN(action.whyNow, storedReason(whyNow));
    auto list = decodeTexts(facts);
    if (!list)
        return base::Error{base::ErrorCode::Corrupt, "The facts of a stored draft cannot be read.",
                           "Nothing was changed.", "Restore the newest sound backup."};
    action.draft.facts = std::move(*list);
    return readFields(fields, action.fields);
}

} // namespace topline::store
