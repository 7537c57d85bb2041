#include "core/engine/approvals.h"

#include "core/actions/action_state.h"
#include "core/actions/outbox.h"

#include <algorithm>
#include <string>

namespace topline::engine {

namespace {

base::Error refused(std::string message, std::string todo)
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "Nothing was changed.",
            .todo = std::move(todo)};
}

// The stage of that name in the pipeline that the deal is in.
base::Result<std::string> stageRemoteId(Step &step, const domain::Deal &deal,
                                        const std::string &name)
{
    TRY_ASSIGN(const auto stages, step.tables().catalogue.stages());
    const auto present = std::find_if(stages.begin(), stages.end(),
                                      [&](const auto &stage) { return stage.id == deal.stage.id; });
    const std::string pipeline = present == stages.end() ? std::string() : present->pipeline;
    const auto target = std::find_if(stages.begin(), stages.end(), [&](const auto &stage) {
        return stage.name == name && stage.pipeline == pipeline;
    });
    if (target == stages.end())
        return refused("The pipeline of this deal has no stage \"" + name + "\".",
                       "Correct the play, or move the deal in the CRM.");
    return target->remoteId;
}

base::Result<actions::EffectTarget> targetOf(Step &step, const domain::Action &action)
{
    auto &tables = step.tables();
    actions::EffectTarget out;
    TRY_ASSIGN(const auto account, tables.records.account(action.account));
    if (account)
        out.accountRemoteId = account->remoteId;
    TRY_ASSIGN(const auto contact, tables.records.contact(action.contact));
    if (contact)
        out.contactRemoteId = contact->remoteId;
    TRY_ASSIGN(const auto owner, tables.catalogue.owner(action.owner));
    if (owner)
        out.ownerRemoteId = owner->remoteId;
    TRY_ASSIGN(const auto deal, tables.records.deal(action.deal));
    if (deal)
        out.dealRemoteId = deal->remoteId;
    if (action.kind == domain::ActionKind::StageChange) {
        if (!deal)
            return refused("There is no deal whose stage could be changed.",
                           "Dismiss this action.");
        TRY_ASSIGN(out.stageRemoteId, stageRemoteId(step, *deal, action.stageTarget));
    }
    return out;
}

} // namespace

base::Result<domain::Action> approveAction(Step &step, const domain::Action &action,
                                           std::string_view approver)
{
    TRY_ASSIGN(domain::Action approved,
               actions::approve(action, step.now(), step.policy().feed.holdMs));
    TRY_ASSIGN(const auto target, targetOf(step, action));
    TRY_ASSIGN(const auto before, step.tables().outbox.effectsOf(action.id));
    const auto ordinal = static_cast<std::int64_t>(before.size()) + 1;
    const domain::Effect effect = actions::buildEffect(approved, target, step.now(), ordinal);
    TRY(step.tables().outbox.addApproval(
        {action.id, std::string(approver), effect.wireSha256, step.now()}));
    TRY(step.update(approved));
    TRY(step.tables().outbox.add(effect));
    TRY(step.log(domain::LedgerKind::Approved, approver, approved,
                 {{"bytes_sha256", effect.wireSha256},
                  {"effect", effect.id.text()},
                  {"hold_until_ms", approved.holdUntilMs.value_or(step.now())}}));
    return approved;
}

base::Status cancelQueuedEffect(Step &step, const base::Uuid &action)
{
    TRY_ASSIGN(const auto effects, step.tables().outbox.effectsOf(action));
    for (domain::Effect effect : effects) {
        if (effect.state != domain::EffectState::Queued)
            continue;
        effect.state = domain::EffectState::Cancelled;
        effect.detail = "called back before it left";
        effect.changedMs = step.now();
        TRY(step.tables().outbox.move(effect));
    }
    return {};
}

} // namespace topline::engine
