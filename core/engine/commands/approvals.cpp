#include "core/engine/commands/approvals.h"

#include "core/actions/action_state.h"
#include "core/actions/mail_effect.h"
#include "core/actions/outbox.h"
#include "core/base/refusal.h"
#include "core/domain/call.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/channels/effect_target.h"
#include "core/engine/channels/mail_book.h"
#include "core/engine/channels/mail_thread.h"
#include "core/engine/channels/meeting_booking.h"
#include "core/engine/drafts/draft_check.h"

#include <string>
#include <utility>

namespace topline::engine {

namespace {

// A mail goes by the mailbox; without one, what a real CRM would get is the note of a mail that
// nobody sent.
base::Result<domain::Effect> mailEffect(Step &step, const domain::Action &action,
                                        const actions::EffectTarget &target, std::int64_t ordinal)
{
    TRY_ASSIGN(const auto account, senderOf(step, action));
    if (account) {
        TRY_ASSIGN(const auto thread, threadOf(step, action));
        TRY_ASSIGN(const std::string name, recipientName(step, action));
        return actions::buildMailEffect(action, {*account, thread, target, {}, name}, step.now(),
                                        ordinal);
    }
    const domain::Effect effect = actions::buildEffect(action, target, step.now(), ordinal);
    if (!systemOfEffect(effect).empty())
        return base::refusal("There is no mailbox to send this from.",
                             "Connect one on the Sync page, or send it yourself and press E.");
    return effect;
}

// Approving a call rings nobody: until a rep says what came of it, the CRM gets the plan and not a
// call that was made.
domain::Action asItStands(domain::Action action)
{
    if (action.kind == domain::ActionKind::Call && !domain::isCallMade(action))
        action.kind = domain::ActionKind::Task;
    return action;
}

base::Status freeze(Step &step, const domain::Effect &effect, std::string_view approver)
{
    TRY(step.tables().outbox.addApproval(
        {effect.action, std::string(approver), effect.wireSha256, step.now()}));
    return step.tables().outbox.add(effect);
}

} // namespace

base::Result<domain::Action> approveAction(Step &step, const domain::Action &action,
                                           std::string_view approver, const std::string &system)
{
    TRY(checkLeaves(step, action, approver));
    TRY_ASSIGN(domain::Action approved,
               actions::approve(action, step.now(), step.policy().feed.holdMs));
    TRY_ASSIGN(const auto target, targetOf(step, action, system));
    TRY_ASSIGN(const auto before, step.tables().outbox.effectsOf(action.id));
    const auto ordinal = static_cast<std::int64_t>(before.size()) + 1;
    domain::Effect effect;
    if (action.kind == domain::ActionKind::Email) {
        TRY_ASSIGN(effect, mailEffect(step, approved, target, ordinal));
    } else {
        TRY_ASSIGN(const auto booking, meetingEffect(step, approved, target, ordinal));
        effect = booking ? *booking
                         : actions::buildEffect(asItStands(approved), target, step.now(), ordinal);
    }
    TRY(step.update(approved));
    TRY(freeze(step, effect, approver));
    TRY(noteContent(step, approved, effect));
    TRY(step.log(domain::LedgerKind::Approved, approver, approved,
                 {{"bytes_sha256", effect.wireSha256},
                  {"channel", std::string(domain::channelName(effect.channel))},
                  {"effect", effect.id.text()},
                  {"hold_until_ms", approved.holdUntilMs.value_or(step.now())}}));
    return approved;
}

base::Status noteInCrm(Step &step, const domain::Action &action)
{
    TRY_ASSIGN(const auto target, targetOf(step, action));
    TRY_ASSIGN(const auto before, step.tables().outbox.effectsOf(action.id));
    domain::Action noted = action;
    noted.holdUntilMs.reset();
    const domain::Effect effect =
        noteOfMeeting(actions::buildEffect(noted, target, step.now(),
                                           static_cast<std::int64_t>(before.size()) + 1),
                      noted, target);
    if (systemOfEffect(effect).empty())
        return {}; // no CRM has its records
    return freeze(step, effect, actor::policy);
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
