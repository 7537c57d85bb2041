#include "core/engine/after_sent.h"

#include "core/engine/approvals.h"
#include "core/engine/mail_intake.h"
#include "core/engine/meeting_booking.h"

namespace topline::engine {

base::Status afterSent(Step &step, const EffectMove &move)
{
    if (move.effect.channel == domain::Channel::Crm)
        return {};
    TRY(rememberSent(step, move.effect, move.action));
    if (move.isNote)
        return {}; // the invitation of a meeting that was noted already
    if (move.effect.channel == domain::Channel::Calendar)
        TRY(inviteByMail(step, move.action, move.effect));
    return noteInCrm(step, move.action);
}

} // namespace topline::engine
