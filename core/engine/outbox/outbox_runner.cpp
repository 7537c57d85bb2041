#include "core/engine/outbox/outbox_runner.h"

#include "core/actions/action_state.h"
#include "core/actions/outbox.h"
#include "core/engine/answers/after_sent.h"
#include "core/engine/channels/effect_move.h"
#include "core/engine/channels/effect_route.h"
#include "core/engine/commands/conflicts.h"
#include "core/engine/guards/send_guards.h"
#include "core/engine/guards/send_limits.h"
#include "core/engine/intake/record_intake.h"
#include "core/engine/outbox/outbox_notes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;
using domain::LedgerKind;

namespace {

constexpr std::int64_t triesMax = 8;
constexpr int putOffInARowMax = 5;
// Of those that guards keep back, per claim: a long backlog is not gone through in one step.
constexpr int lookedAtMost = 256;

// Where one thread does both: the mark is made at once.
class OwnGate : public crm::PushGate {
public:
    OwnGate(OutboxRunner &runner, const Context &context)
        : m_runner(runner)
        , m_context(context)
    {
    }

    base::Status pass(std::span<const domain::Effect> effects) override
    {
        const base::Status marked = m_runner.markOnWire(effects);
        if (marked.ok())
            m_context.crashPoint("push:before");
        else if (marked.error().code != base::ErrorCode::Cancelled)
            m_status = marked; // else a guard said no: it goes back to the queue
        return marked;
    }

    // A failure of the store, which the answers do not tell.
    const base::Status &status() const { return m_status; }

private:
    OutboxRunner &m_runner;
    const Context &m_context;
    base::Status m_status;
};

void countIn(DrainReport &report, crm::PushState state)
{
    report.sent += state == crm::PushState::Applied || state == crm::PushState::AlreadyApplied;
    report.failed += state == crm::PushState::Refused;
    report.conflicts += state == crm::PushState::Conflict;
    report.unknown += state == crm::PushState::Unknown;
}

} // namespace

bool holdsTheOthers(const crm::PushAnswer &answer, int &putOff)
{
    if (answer.state != crm::PushState::NotSent) {
        putOff = 0;
        return false;
    }
    return !answer.othersMayGo || ++putOff >= putOffInARowMax;
}

base::Status OutboxRunner::recover()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "recover"));
    auto &outbox = step.tables().outbox;
    TRY_ASSIGN(const bool isCopy, step.tables().settings.frozen());
    TRY_ASSIGN(auto effects, outbox.unresolved());
    if (isCopy) {
        TRY_ASSIGN(const auto queued, outbox.inState(EffectState::Queued));
        effects.insert(effects.end(), queued.begin(), queued.end());
        // Those that were in doubt before too: whatever became known of them since, and followed
        // from it, is not known here.
        std::erase_if(effects, [](const auto &effect) {
            return effect.state == EffectState::Unknown && effect.detail == frozenCopyText;
        });
    }
    bool isChanged = false;
    for (const auto &effect : effects) {
        const EffectState to =
            isCopy ? EffectState::Unknown : actions::stateAfterRestart(effect.state);
        if (to == effect.state && !isCopy)
            continue;
        isChanged = true;
        TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect.id));
        if (to == EffectState::Queued)
            TRY(move.to(to, ActionState::Approved));
        else
            TRY(noteUnknown(move, isCopy ? frozenCopyText : "the program ended"));
    }
    return isChanged ? step.commit() : base::Status();
}

base::Result<bool> OutboxRunner::intend(Step &step, const base::Uuid &effect,
                                        std::vector<domain::Effect> &claimed)
{
    TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect));
    std::optional<Objection> objection;
    const bool isCrmNote = move.isNote && move.effect.channel == domain::Channel::Crm;
    if (!isCrmNote) {
        domain::Action asked = move.action;
        if (move.isNote) // an invitation: its meeting is done, its recipient is asked about still
            asked.state = ActionState::Approved;
        TRY_ASSIGN(objection, objectionTo(step, move.effect, asked));
    }
    if (objection) {
        TRY(objection->untilMs ? noteDeferred(step, move, *objection)
                               : noteWithheld(move, *objection));
        return false;
    }
    ++move.effect.attempts;
    move.action.failure.clear(); // what it waited for
    TRY(move.to(EffectState::Intent, ActionState::Executing));
    TRY(move.log(LedgerKind::IntentStored, actor::engine, {{"attempt", move.effect.attempts}}));
    claimed.push_back(move.effect);
    return true;
}

base::Result<std::vector<domain::Effect>>
OutboxRunner::claim(const store::EffectRoute &route, const SendRoom &room, std::int64_t *withheld)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "claim"));
    std::vector<domain::Effect> out;
    TRY_ASSIGN(const bool mayLeave, anythingMayLeave(step));
    bool isChanged = false;
    std::size_t most = 1; // the smallest room of those that go together
    std::optional<ChannelState> channel;
    for (int looked = 0; mayLeave && out.size() < most && looked < lookedAtMost; ++looked) {
        TRY_ASSIGN(const auto due, step.tables().outbox.nextDue(step.now(), route));
        const std::size_t own = due && room ? std::max<std::size_t>(room(due->kind), 1) : 1;
        most = out.empty() ? own : std::min(most, own);
        if (!due || out.size() >= most)
            break;
        if (!channel) { // a route has one channel
            TRY_ASSIGN(channel, channelState(step, due->channel));
            isChanged = channel->isNew;
        }
        if (channel->isPaused)
            break;
        TRY_ASSIGN(const bool isClaimed, intend(step, due->id, out));
        if (withheld)
            *withheld += !isClaimed;
        isChanged = true;
    }
    if (isChanged)
        TRY(step.commit());
    return out;
}

base::Status OutboxRunner::storeMarks(std::span<const domain::Effect> effects)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "onwire"));
    TRY_ASSIGN(const bool mayLeave, anythingMayLeave(step));
    if (!mayLeave)
        return base::Error{.code = base::ErrorCode::Cancelled,
                           .message = "Sending was stopped.",
                           .kept = "Nothing left."};
    for (const domain::Effect &effect : effects) {
        TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect.id));
        TRY_ASSIGN(const auto objection, lateObjectionTo(step, move.effect, move.action));
        if (objection)
            return base::Error{.code = base::ErrorCode::Cancelled,
                               .message = "It must not leave any more: " + objection->text(),
                               .kept = "Nothing left."};
        TRY(move.to(EffectState::OnWire, ActionState::Executing));
    }
    return step.commit();
}

base::Status OutboxRunner::markOnWire(std::span<const domain::Effect> effects)
{
    auto marked = m_install.beforeWire();
    if (marked.ok())
        marked = storeMarks(effects);
    if (marked.ok())
        marked = m_install.afterWire();
    if (!marked.ok() && m_install.why() != domain::FreezeReason::None)
        TRY(recover());
    return marked;
}

base::Status OutboxRunner::recordAnswer(const base::Uuid &effect, const crm::PushAnswer &answer)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "answer"));
    TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect));
    switch (answer.state) {
    case crm::PushState::Applied:
        TRY(noteSent(step, move, answer, "answer"));
        break;
    case crm::PushState::AlreadyApplied:
        TRY(noteSent(step, move, answer, "already there"));
        break;
    case crm::PushState::Refused:
        TRY(noteFailed(move, answer.detail));
        break;
    case crm::PushState::Unknown:
        TRY(noteUnknown(move, answer.detail));
        break;
    case crm::PushState::Conflict:
        TRY(noteFailed(move, clashText(move.effect, answer)));
        break;
    case crm::PushState::NotSent:
        TRY(noteNotSent(step, move, answer));
        break;
    }
    // The effect has ended by now, so that what comes back is not taken for a clash with it.
    TRY_ASSIGN(const auto applied, takeIn(step, answer.fresh, systemOfEffect(move.effect)));
    TRY(takeVerdicts(step, applied));
    if (answer.state == crm::PushState::Conflict)
        TRY(takeClashes(step, move, answer));
    return step.commit();
}

base::Result<std::vector<domain::Effect>>
OutboxRunner::unknown(const store::EffectRoute &route) const
{
    TRY_ASSIGN(auto out, m_context.tables().outbox.inState(EffectState::Unknown));
    std::erase_if(out, [&](const auto &effect) { return !isOnRoute(effect, route); });
    return out;
}

base::Status OutboxRunner::recordLookUp(const base::Uuid &effect, const crm::PushAnswer &answer)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "lookup"));
    TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect));
    if (move.effect.state != EffectState::Unknown || answer.state == crm::PushState::Unknown)
        return {}; // a person was faster, or there is nothing new
    if (answer.state != crm::PushState::Refused) {
        TRY(noteSent(step, move, answer, "look-up"));
        // As after an answer; of what goes again, the next push reads it anew.
        TRY_ASSIGN(const auto applied, takeIn(step, answer.fresh, systemOfEffect(move.effect)));
        TRY(takeVerdicts(step, applied));
    } else if (move.effect.attempts >= triesMax) {
        TRY(noteFailed(move, "It did not arrive after " + std::to_string(triesMax) + " tries."));
    } else {
        move.effect.detail = answer.detail;
        move.effect.notBeforeMs = step.now() + waitAfter(move.effect.attempts);
        TRY(move.to(EffectState::Queued, ActionState::Approved));
        TRY(move.log(LedgerKind::Resolved, actor::courier, {{"arrived", false}}));
    }
    return step.commit();
}

base::Status OutboxRunner::resolve(const base::Uuid &action, bool arrived)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "resolve"));
    TRY_ASSIGN(const auto effects, step.tables().outbox.effectsOf(action));
    const auto effect = std::find_if(effects.begin(), effects.end(), [](const auto &each) {
        return each.state == EffectState::Unknown;
    });
    if (effect == effects.end())
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "It is not in doubt what became of this action.",
                           .kept = "Nothing was changed."};
    TRY_ASSIGN(EffectMove move, EffectMove::of(step, effect->id));
    TRY_ASSIGN(const auto resolved, actions::resolveUnknown(move.action, step.now(), arrived));
    if (!arrived)
        move.action.failure = "It did not arrive.";
    TRY(move.to(arrived ? EffectState::Sent : EffectState::Failed, resolved.state));
    TRY(move.log(LedgerKind::Resolved, actor::rep, {{"arrived", arrived}}));
    if (arrived)
        TRY(afterSent(step, move));
    return step.commit();
}

base::Result<DrainReport> OutboxRunner::drain(crm::Connector &connector,
                                              const store::EffectRoute &route,
                                              const crm::CancelToken &cancel)
{
    DrainReport report;
    TRY_ASSIGN(const auto doubtful, unknown(route));
    for (const auto &effect : doubtful) {
        if (cancel.cancelled)
            break;
        TRY(recordLookUp(effect.id, connector.lookUp(effect, cancel)));
    }
    bool goesOn = true; // false: the next one would fare no better
    int putOff = 0;     // in a row
    while (goesOn && !cancel.cancelled) {
        const auto room = [&](domain::ActionKind kind) { return connector.pushMax(kind); };
        TRY_ASSIGN(const auto effects, claim(route, room, &report.withheld));
        if (effects.empty())
            break;
        OwnGate gate(*this, m_context);
        const auto answers = connector.pushGated(effects, gate, cancel);
        TRY(gate.status());
        m_context.crashPoint("push:after");
        for (std::size_t at = 0; at < effects.size(); ++at) {
            TRY(recordAnswer(effects[at].id, answers[at]));
            countIn(report, answers[at].state);
            goesOn = goesOn && !holdsTheOthers(answers[at], putOff);
        }
    }
    TRY_ASSIGN(report.waiting, m_context.tables().outbox.pendingCount());
    return report;
}

} // namespace topline::engine
