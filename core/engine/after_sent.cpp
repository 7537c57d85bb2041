#include "core/engine/after_sent.h"

#include "core/engine/approvals.h"
#include "core/engine/mail_intake.h"
#include "core/engine/meeting_booking.h"

#include <algorithm>

namespace topline::engine {

namespace {

// What is found in the calendar from a file that was put back may have been invited to since that
// file was made: then the invitation, which has the same number there, is looked for first.
base::Status doubtInvitation(Step &step, const EffectMove &booked)
{
    TRY_ASSIGN(const auto attempts, step.tables().outbox.attempts(booked.effect.id));
    const bool wasFrozen = std::any_of(attempts.begin(), attempts.end(), [](const auto &attempt) {
        return attempt.detail == frozenCopyText;
    });
    if (!wasFrozen)
        return {};
    TRY_ASSIGN(const auto effects, step.tables().outbox.effectsOf(invitationOf(booked.action.id)));
    for (const auto &effect : effects) {
        if (effect.state != domain::EffectState::Queued)
            continue;
        TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect.id));
        move.effect.detail = frozenCopyText;
        TRY(move.to(domain::EffectState::Unknown, domain::ActionState::Unknown));
        TRY(move.log(domain::LedgerKind::Unknown, actor::courier, {{"detail", frozenCopyText}}));
    }
    return {};
}

} // namespace

base::Status afterSent(Step &step, const EffectMove &move)
{
    if (move.effect.channel == domain::Channel::Crm)
        return {};
    TRY(rememberSent(step, move.effect, move.action));
    if (move.isNote)
        return {}; // the invitation of a meeting that was noted already
    if (move.effect.channel == domain::Channel::Calendar) {
        TRY(inviteByMail(step, move.action, move.effect));
        TRY(doubtInvitation(step, move));
    }
    return noteInCrm(step, move.action);
}

} // namespace topline::engine
