#include "core/engine/outbox/outbox_notes.h"

#include "core/domain/reason.h"
#include "core/engine/answers/after_sent.h"

#include <algorithm>
#include <string>

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;
using domain::LedgerKind;

namespace {

constexpr base::DurationMs waitLongest = 6 * base::hourMs;
// When nothing left and the CRM gave no time.
constexpr base::DurationMs notSentWait = base::minuteMs;
// A recipient that is put off (greylisting) is tried again after 5, 10 … 120 minutes, for three
// days.
constexpr base::DurationMs putOffWait = 5 * base::minuteMs;
constexpr base::DurationMs putOffLongest = 2 * base::hourMs;
constexpr std::int64_t putOffMax = 40;

// The server was asked and put this one off, so that the try counts and each further wait is
// longer.
base::Status notePutOff(const Step &step, EffectMove &move, const crm::PushAnswer &answer)
{
    const std::int64_t tries = std::max<std::int64_t>(move.effect.attempts, 1);
    if (tries >= putOffMax)
        return noteFailed(move, "It was put off for three days. " + answer.detail);
    const base::DurationMs wait =
        std::min(putOffWait << std::min<std::int64_t>(tries - 1, 5), putOffLongest);
    move.effect.notBeforeMs = std::max(answer.retryAtMs.value_or(0), step.now() + wait);
    move.effect.detail = answer.detail;
    return move.to(EffectState::Queued, ActionState::Approved);
}

} // namespace

base::DurationMs waitAfter(std::int64_t attempts)
{
    if (attempts <= 1)
        return 0;
    const auto doublings = std::min<std::int64_t>(attempts - 2, 10);
    return std::min(base::minuteMs << doublings, waitLongest);
}

base::Status noteUnknown(EffectMove &move, const std::string &why)
{
    move.effect.detail = why;
    TRY(move.to(EffectState::Unknown, ActionState::Unknown));
    return move.log(LedgerKind::Unknown, actor::courier, {{"detail", why}});
}

base::Status noteSent(Step &step, EffectMove &move, const crm::PushAnswer &answer,
                      std::string_view evidence)
{
    move.effect.remoteId = answer.remoteId;
    move.effect.detail = answer.detail;
    TRY(move.to(EffectState::Sent, ActionState::Done));
    TRY(move.log(LedgerKind::Sent, actor::courier,
                 {{"evidence", std::string(evidence)}, {"remote_id", answer.remoteId}}));
    return afterSent(step, move);
}

base::Status noteFailed(EffectMove &move, const std::string &why)
{
    move.effect.detail = why;
    move.action.failure = why;
    TRY(move.to(EffectState::Failed, ActionState::Failed));
    return move.log(LedgerKind::Failed, actor::courier, {{"detail", why}});
}

base::Status noteNotSent(const Step &step, EffectMove &move, const crm::PushAnswer &answer)
{
    if (move.effect.state == EffectState::Unknown)
        return {}; // frozen meanwhile: another copy may have sent it
    if (answer.othersMayGo)
        return notePutOff(step, move, answer);
    move.effect.notBeforeMs =
        std::max(answer.retryAtMs.value_or(step.now() + notSentWait), step.now() + base::secondMs);
    --move.effect.attempts;
    move.effect.detail = answer.detail;
    return move.to(EffectState::Queued, ActionState::Approved);
}

base::Status noteWithheld(EffectMove &move, const Objection &objection)
{
    const std::string why = objection.text();
    move.effect.detail = why;
    move.action.failure = why;
    TRY(move.to(EffectState::Cancelled, ActionState::Failed));
    return move.log(LedgerKind::Failed, actor::engine, {{"withheld", why}});
}

base::Status noteDeferred(Step &step, EffectMove &move, const Objection &objection)
{
    const auto before = domain::decodeReason(move.action.failure);
    move.effect.notBeforeMs = *objection.untilMs;
    move.effect.changedMs = step.now();
    TRY(step.tables().outbox.defer(move.effect));
    move.action.holdUntilMs = objection.untilMs; // until then it can be called back
    if (objection.reason)
        move.action.failure = domain::encodeReason(*objection.reason);
    TRY(step.update(move.action));
    if (!objection.reason || (before && before->code == objection.reason->code))
        return {};
    return move.log(LedgerKind::Deferred, actor::engine,
                    {{"not_before_ms", move.effect.notBeforeMs}, {"reason", move.action.failure}});
}

} // namespace topline::engine
