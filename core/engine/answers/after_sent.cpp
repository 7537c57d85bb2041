#include "core/engine/answers/after_sent.h"

#include "core/engine/answers/mail_intake.h"
#include "core/engine/channels/meeting_booking.h"
#include "core/engine/commands/approvals.h"

namespace topline::engine {

namespace {

base::Status doubtQueued(Step &step, const base::Uuid &action)
{
    TRY_ASSIGN(const auto effects, step.tables().outbox.effectsOf(action));
    for (const auto &effect : effects) {
        if (effect.state != domain::EffectState::Queued)
            continue;
        TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect.id));
        move.effect.detail = frozenCopyText;
        TRY(move.to(domain::EffectState::Unknown, domain::ActionState::Unknown));
        TRY(move.log(domain::LedgerKind::Unknown, actor::courier,
                     {{"detail", std::string(frozenCopyText)}}));
    }
    return {};
}

// What is found out from a file that was put back may have been noted and invited to since that
// file was made, under the same numbers: both are looked for first. What left from here after all
// was not there before.
base::Status doubtWhatFollows(Step &step, const EffectMove &sent)
{
    TRY_ASSIGN(const auto attempts, step.tables().outbox.attempts(sent.effect.id));
    bool isOfCopy = false;
    for (const auto &attempt : attempts) {
        if (attempt.detail == frozenCopyText)
            isOfCopy = true;
        else if (attempt.state == domain::EffectState::OnWire)
            isOfCopy = false;
    }
    if (!isOfCopy)
        return {};
    TRY(doubtQueued(step, sent.action.id));
    return doubtQueued(step, invitationOf(sent.action.id));
}

} // namespace

base::Status afterSent(Step &step, const EffectMove &move)
{
    if (move.effect.channel == domain::Channel::Crm)
        return {};
    TRY(rememberSent(step, move.effect, move.action));
    if (move.isNote)
        return {}; // the invitation of a meeting that was noted already
    if (move.effect.channel == domain::Channel::Calendar)
        TRY(inviteByMail(step, move.action, move.effect));
    TRY(noteInCrm(step, move.action));
    return doubtWhatFollows(step, move);
}

} // namespace topline::engine
