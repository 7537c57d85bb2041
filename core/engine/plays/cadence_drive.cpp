#include "core/engine/plays/cadence_drive.h"

#include "core/engine/commands/approvals.h"
#include "core/engine/guards/play_set.h"
#include "core/engine/plays/cadence_handoff.h"
#include "core/engine/plays/play_decider.h"
#include "core/plays/cadence.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::engine {

using domain::ActionState;
using domain::LedgerKind;
using domain::PlayRun;
using domain::Reason;
using domain::ReasonCode;
using domain::RunState;

namespace {

// The ledger names the run by the action that it stands at.
base::Status logRun(Step &step, LedgerKind kind, const PlayRun &run, Payload payload = {})
{
    domain::Action subject;
    subject.id = run.action;
    subject.signal = run.signal;
    subject.account = run.account;
    payload.emplace("play", run.playId);
    payload.emplace("run", run.id.text());
    payload.emplace("step", run.stepNo);
    payload.emplace("version", run.playVersion);
    return step.log(kind, actor::engine, subject, payload);
}

PlayRun runOf(const domain::Action &first, const domain::Play &play, base::UtcMs now)
{
    PlayRun out;
    out.id = base::Uuid::named("run", play.id + "|" + std::to_string(play.version) + "|" +
                                          first.signal.text());
    out.playId = play.id;
    out.playVersion = play.version;
    out.account = first.account;
    out.contact = first.contact;
    out.deal = first.deal;
    out.signal = first.signal;
    out.action = first.id;
    out.startedMs = out.stepMs = now;
    out.reason = {ReasonCode::Proposed, {}};
    return out;
}

base::Status begin(Step &step, const PlayRun &run)
{
    TRY(step.tables().runs.add(run));
    return logRun(step, LedgerKind::RunStarted, run);
}

// A later step that has not left is withdrawn with its run.
base::Status withdraw(Step &step, const PlayRun &run)
{
    if (run.stepNo == 1)
        return {}; // the card of the trigger stands by itself
    TRY_ASSIGN(const auto stored, step.tables().actions.action(run.action));
    if (!stored)
        return {};
    const bool isOpen = stored->state == ActionState::Proposed ||
                        stored->state == ActionState::Snoozed ||
                        stored->state == ActionState::Approved;
    if (!isOpen)
        return {};
    TRY(cancelQueuedEffect(step, stored->id));
    domain::Action gone = *stored;
    gone.state = ActionState::Expired;
    gone.changedMs = step.now();
    TRY(step.update(gone));
    return step.log(LedgerKind::Expired, actor::engine, gone, {{"run", run.id.text()}});
}

base::Status end(Step &step, PlayRun run, Reason reason)
{
    TRY(withdraw(step, run));
    run.state = RunState::Ended;
    run.endedMs = step.now();
    run.dueMs.reset();
    run.reason = std::move(reason);
    TRY(step.tables().runs.update(run));
    return logRun(step, LedgerKind::RunEnded, run, {{"reason", domain::encodeReason(run.reason)}});
}

// What a rule against a step means for its run.
enum class Against { Waits, Passes, Ends };

Against meaningOf(ReasonCode code)
{
    switch (code) {
    case ReasonCode::OptedOut:
    case ReasonCode::Bounced:
    case ReasonCode::DoNotContact:
    case ReasonCode::HeldOut:
    case ReasonCode::NoContact:
    case ReasonCode::OutsideAudience:
        return Against::Ends;
    case ReasonCode::NoAddress:
    case ReasonCode::NoConsent:
        return Against::Passes; // another channel may still do
    default:
        return Against::Waits;
    }
}

class Driver {
public:
    Driver(PlayDecider &decider, PlayRun &run)
        : m_decider(decider)
        , m_step(decider.step())
        , m_run(run)
        , m_rep(decider.repTime(run.deal))
    {
    }

    base::Status drive()
    {
        TRY_ASSIGN(const domain::Play *const play,
                   m_step.context().playSet->version(m_step.tables().plays, m_run.playId,
                                                     m_run.playVersion));
        TRY_ASSIGN(const auto action, m_step.tables().actions.action(m_run.action));
        CHECK(action.has_value());
        // At most one step is taken at a time; those that are passed over cost a turn each.
        for (std::size_t turn = 0; turn <= play->steps.size(); ++turn) {
            TRY_ASSIGN(const bool again, turnOf(*play, *action));
            if (!again)
                return {};
        }
        return {};
    }

private:
    base::Result<bool> turnOf(const domain::Play &play, const domain::Action &action)
    {
        plays::RunFacts facts{m_run,
                              play,
                              action,
                              m_decider.derived().history,
                              m_decider.derived().signals,
                              m_step.policy(),
                              m_decider.heldOut(),
                              {},
                              m_step.now(),
                              &m_rep};
        TRY_ASSIGN(facts.threadReplyMs, threadReplyMs(m_step, m_run, m_decider.allActions()));
        plays::RunMove move = plays::advance(facts);
        const bool isHeldByPerson = m_run.state == RunState::Paused &&
                                    m_run.reason.code == ReasonCode::RunStopped &&
                                    m_run.dueMs.value_or(0) > m_step.now();
        if (isHeldByPerson && move.kind != plays::RunMoveKind::End)
            return false;
        for (const auto &passed : move.passed)
            TRY(logRun(m_step, LedgerKind::RunMoved, m_run,
                       {{"passed", passed.stepNo},
                        {"when", std::string(domain::stepWhenName(passed.when))}}));
        switch (move.kind) {
        case plays::RunMoveKind::Stay:
            TRY(waitUntil(RunState::Active, move.dueMs, {ReasonCode::Proposed, {}}));
            return false;
        case plays::RunMoveKind::Pause:
            TRY(waitUntil(RunState::Paused, move.dueMs, std::move(move.reason)));
            return false;
        case plays::RunMoveKind::End:
            TRY(finish(std::move(move.reason)));
            return false;
        case plays::RunMoveKind::Take:
            return take(play, move);
        }
        return false;
    }

    base::Status finish(Reason reason)
    {
        const bool isAnswer = reason.code == ReasonCode::RunReplied;
        TRY(end(m_step, m_run, reason));
        TRY(m_decider.readOpenAgain());
        m_run.state = RunState::Ended;
        m_run.endedMs = m_step.now();
        if (isAnswer)
            TRY(handOff(m_step, m_run, m_decider.derived().history));
        return {};
    }

    base::Status waitUntil(RunState state, std::optional<base::UtcMs> dueMs, Reason reason)
    {
        const PlayRun before = m_run;
        m_run.state = state;
        m_run.dueMs = dueMs;
        m_run.reason = std::move(reason);
        if (m_run == before)
            return {};
        TRY(m_step.tables().runs.update(m_run));
        if (before.state == m_run.state && before.reason.code == m_run.reason.code)
            return {};
        return logRun(m_step, LedgerKind::RunMoved, m_run,
                      {{"reason", domain::encodeReason(m_run.reason)},
                       {"state", std::string(domain::runStateName(state))}});
    }

    // True: the step was passed over, and the next one is to be looked at.
    base::Result<bool> take(const domain::Play &play, const plays::RunMove &move)
    {
        plays::StepAsked asked;
        asked.stepNo = move.stepNo;
        asked.contact = m_run.contact;
        asked.deal = m_run.deal;
        asked.signalMs = move.signal ? move.signal->occurredMs : m_step.now();
        TRY_ASSIGN(asked.whyNow, whyNow(move));
        TRY_ASSIGN(Reason reason, m_decider.decideStep(m_run, play, asked));
        if (reason.code == ReasonCode::Proposed) {
            m_run.state = RunState::Active;
            m_run.stepNo = move.stepNo;
            m_run.action = plays::actionId(play, move.stepNo, m_run.signal);
            ++m_run.stepsTaken;
            m_run.stepMs = m_step.now();
            m_run.dueMs.reset();
            m_run.reason = {ReasonCode::Proposed, {}};
            TRY(m_step.tables().runs.update(m_run));
            TRY(logRun(m_step, LedgerKind::RunMoved, m_run, {{"taken", m_run.stepsTaken}}));
            return false;
        }
        switch (meaningOf(reason.code)) {
        case Against::Ends:
            TRY(finish(std::move(reason)));
            return false;
        case Against::Passes:
            TRY(pass(play, move.stepNo, reason));
            return m_run.state != RunState::Ended;
        case Against::Waits:
            TRY(waitUntil(RunState::Active, retryMs(reason), std::move(reason)));
            return false;
        }
        return false;
    }

    base::Status pass(const domain::Play &play, std::int64_t stepNo, const Reason &reason)
    {
        TRY(logRun(m_step, LedgerKind::RunMoved, m_run,
                   {{"passed", stepNo}, {"reason", domain::encodeReason(reason)}}));
        if (stepNo == static_cast<std::int64_t>(play.steps.size()))
            return finish({ReasonCode::RunFinished, {m_run.stepsTaken}});
        m_run.stepNo = stepNo; // days count on from the step that was last taken
        return m_step.tables().runs.update(m_run);
    }

    // When the rule may no longer apply: as it says itself, else the next business day.
    base::UtcMs retryMs(const Reason &reason) const
    {
        const auto now = m_step.now();
        if (reason.code == ReasonCode::ChannelCooldown && reason.arguments.size() == 2) {
            const auto *const since = std::get_if<domain::Span>(&reason.arguments[0]);
            const auto *const window = std::get_if<domain::Span>(&reason.arguments[1]);
            if (since && window && window->ms > since->ms)
                return m_rep.later(now + window->ms - since->ms, 0);
        }
        return m_rep.later(now, 1);
    }

    base::Result<Reason> whyNow(const plays::RunMove &move)
    {
        if (move.signal)
            return move.signal->reason;
        TRY_ASSIGN(const auto action, m_step.tables().actions.action(m_run.action));
        return action ? action->whyNow : Reason{ReasonCode::Proposed, {}};
    }

    PlayDecider &m_decider;
    Step &m_step;
    PlayRun &m_run;
    plays::RepTime m_rep;
};

} // namespace

base::Result<bool> hasRunsUnderWay(Step &step, domain::AccountId account)
{
    TRY_ASSIGN(const auto runs, step.tables().runs.ofAccount(account, step.now() + 1));
    return !runs.empty();
}

base::Status startRun(Step &step, const domain::Action &first, const domain::Play &play)
{
    if (play.steps.size() < 2)
        return {};
    return begin(step, runOf(first, play, step.now()));
}

base::Status startRun(PlayDecider &decider, const domain::Action &first, const domain::Play &play)
{
    if (play.steps.size() < 2)
        return {};
    Step &step = decider.step();
    for (auto &other : decider.runs()) {
        const bool isTheirs = other.state != RunState::Ended && other.contact.isSet() &&
                              other.contact == first.contact;
        if (!isTheirs)
            continue;
        TRY(end(step, other, {ReasonCode::OtherCadence, {play.name}}));
        TRY(decider.readOpenAgain());
        other.state = RunState::Ended;
        other.endedMs = step.now();
    }
    const PlayRun run = runOf(first, play, step.now());
    decider.runs().push_back(run);
    return begin(step, run);
}

base::Status driveRuns(PlayDecider &decider)
{
    for (std::size_t i = 0; i < decider.runs().size(); ++i) {
        auto &run = decider.runs()[i];
        if (run.state != RunState::Ended)
            TRY(Driver(decider, run).drive());
    }
    return {};
}

base::Status endRunOf(Step &step, const domain::Action &action, Reason reason)
{
    TRY_ASSIGN(const auto runs, step.tables().runs.ofAccount(action.account, step.now() + 1));
    for (const auto &run : runs) {
        if (run.action == action.id && run.state != RunState::Ended)
            TRY(end(step, run, reason));
    }
    return {};
}

base::Status stopRun(Step &step, const base::Uuid &id)
{
    TRY_ASSIGN(const auto run, step.tables().runs.run(id));
    if (!run)
        return base::Error{base::ErrorCode::NotFound, "There is no such run."};
    if (run->state == RunState::Ended)
        return base::Error{base::ErrorCode::Refused, "The run has ended already."};
    return end(step, *run, {ReasonCode::RunStopped, {}});
}

base::Status pauseRun(Step &step, const base::Uuid &id, base::UtcMs untilMs)
{
    TRY_ASSIGN(auto run, step.tables().runs.run(id));
    if (!run)
        return base::Error{base::ErrorCode::NotFound, "There is no such run."};
    if (run->state == RunState::Ended)
        return base::Error{base::ErrorCode::Refused, "The run has ended already."};
    if (untilMs <= step.now())
        return base::Error{base::ErrorCode::InvalidInput, "The time to go on is past."};
    run->state = RunState::Paused;
    run->dueMs = untilMs;
    run->reason = {ReasonCode::RunStopped, {}};
    TRY(step.tables().runs.update(*run));
    return logRun(step, LedgerKind::RunMoved, *run, {{"until_ms", untilMs}});
}

} // namespace topline::engine
