#include "core/store/action_row.h"

#include "core/store/stored_reason.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

base::Status readAction(Statement &statement, domain::Action &action)
{
    std::string whyNow;
    std::string facts;
    statement.read(action.id, action.kind, action.mode, action.state, action.urgency,
                   action.account, action.contact, action.deal, action.owner, action.playId,
                   action.playVersion, action.stepNo, action.signal, action.dedupeKey, whyNow,
                   action.signalMs, action.repeats, action.gainBasisPoints, action.effortMinutes,
                   action.amount, action.amountEstimated, action.createdMs, action.slaDueMs,
                   action.snoozedUntilMs, action.holdUntilMs, action.changedMs, action.draft.to,
                   action.draft.subject, action.draft.body, facts, action.stageTarget,
                   action.dismissReason, action.outcome, action.failure);
    TRY_ASSIGN(action.whyNow, storedReason(whyNow));
    auto list = decodeTexts(facts);
    if (!list)
        return base::Error{base::ErrorCode::Corrupt, "The facts of a stored draft cannot be read.",
                           "Nothing was changed.", "Restore the newest sound backup."};
    action.draft.facts = std::move(*list);
    return {};
}

} // namespace topline::store
