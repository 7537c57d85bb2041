#include "tests/sim/checkers.h"

#include "core/ledger/chain.h"

namespace topline::sim {

using domain::ActionState;
using domain::LedgerKind;

namespace {

constexpr std::int64_t rowsAtOnce = 10'000;
constexpr base::DurationMs weekendMs = 4 * base::dayMs;

bool isOneOf(ActionState state, std::initializer_list<ActionState> states)
{
    for (const ActionState each : states) {
        if (each == state)
            return true;
    }
    return false;
}

} // namespace

void Fold::take(const domain::LedgerEntry &row, std::vector<std::string> &out)
{
    // The chain as the program makes it, from the row before.
    if (m_seq > 0 && ledger::chained(row, m_hash).hash != row.hash)
        out.push_back("P2: ledger row " + std::to_string(row.seq) + " does not follow");
    m_seq = row.seq;
    m_hash = row.hash;
    if (row.subject.isNull())
        return;
    History &history = m_histories[row.subject];
    // What was mailed or booked is noted in the CRM afterwards; the action has ended by then.
    const bool hasLeft = history.last == LedgerKind::Sent ||
                         (history.last == LedgerKind::Resolved && history.hasArrived);
    if (hasLeft && row.payload.find("\"channel\":\"crm\"") != std::string::npos)
        return;
    switch (row.kind) {
    case LedgerKind::Proposed:
    case LedgerKind::HeldOut:
        ++history.begins;
        history.isHeldOut = row.kind == LedgerKind::HeldOut;
        break;
    case LedgerKind::Resolved:
        history.hasArrived = row.payload.find("\"arrived\":true") != std::string::npos;
        history.ends += history.hasArrived;
        break;
    case LedgerKind::Sent:
    case LedgerKind::Done:
    case LedgerKind::Dismissed:
    case LedgerKind::Expired:
        ++history.ends;
        break;
    case LedgerKind::Undone:
        ++history.undone;
        break;
    case LedgerKind::Approved:
    case LedgerKind::Snoozed:
    case LedgerKind::IntentStored:
    case LedgerKind::Failed:
    case LedgerKind::Unknown:
        break;
    default:
        return; // says nothing about the state
    }
    history.last = row.kind;
    history.lastActor = row.actor;
}

bool Fold::fits(const History &history, ActionState state)
{
    switch (history.last) {
    case LedgerKind::Proposed:
        return state == ActionState::Proposed;
    case LedgerKind::HeldOut:
        return state == ActionState::HeldOut;
    case LedgerKind::Snoozed: // waking is only time
        return isOneOf(state, {ActionState::Snoozed, ActionState::Proposed});
    case LedgerKind::Approved:
        return state == ActionState::Approved;
    case LedgerKind::IntentStored: // or it could not leave and waits again
        return isOneOf(state, {ActionState::Executing, ActionState::Approved});
    case LedgerKind::Sent:
    case LedgerKind::Done:
        return state == ActionState::Done;
    case LedgerKind::Failed:
        return state == ActionState::Failed;
    case LedgerKind::Unknown:
        return state == ActionState::Unknown;
    case LedgerKind::Dismissed:
        return state == ActionState::Dismissed;
    case LedgerKind::Expired:
        return state == ActionState::Expired;
    case LedgerKind::Resolved:
        if (history.hasArrived)
            return state == ActionState::Done;
        return state == (history.lastActor == "rep" ? ActionState::Failed : ActionState::Approved);
    case LedgerKind::Undone:
        return isOneOf(state, {ActionState::Proposed, ActionState::Snoozed, ActionState::Dismissed,
                               ActionState::Failed});
    default:
        return false;
    }
}

base::Status Fold::check(engine::Engine &engine, std::vector<std::string> &out)
{
    auto &tables = engine.tables();
    if (m_seq > 0) {
        TRY_ASSIGN(const auto last, tables.ledger.range(m_seq, 1));
        if (last.empty() || last.front().hash != m_hash)
            out.push_back("P2: ledger row " + std::to_string(m_seq) + " is gone or another");
    }
    for (;;) {
        TRY_ASSIGN(const auto rows, tables.ledger.range(m_seq + 1, rowsAtOnce));
        for (const auto &row : rows)
            take(row, out);
        if (rows.size() < static_cast<std::size_t>(rowsAtOnce))
            break;
    }
    TRY_ASSIGN(const auto actions, tables.actions.all());
    for (const auto &action : actions) {
        const auto found = m_histories.find(action.id);
        const std::string name = action.id.text();
        if (found == m_histories.end()) {
            out.push_back("P1: action " + name + " is not in the ledger");
            continue;
        }
        const History &history = found->second;
        // What a person typed begins with its approval.
        const bool isTyped = action.signal.isNull();
        if (history.begins != (isTyped ? 0 : 1) || history.ends - history.undone > 1)
            out.push_back("P1: action " + name + " began " + std::to_string(history.begins) +
                          " times and ended " + std::to_string(history.ends) + " times");
        if (!fits(history, action.state))
            out.push_back(
                "P2: action " + name + " is " + std::string(domain::actionStateName(action.state)) +
                ", the ledger ends with " + std::string(domain::ledgerKindName(history.last)));
        if (history.isHeldOut) {
            TRY_ASSIGN(const auto effects, tables.outbox.effectsOf(action.id));
            if (!effects.empty())
                out.push_back("P3: held-out action " + name + " has an effect");
        }
    }
    if (m_histories.size() != actions.size())
        out.push_back("P1: " + std::to_string(m_histories.size()) + " actions in the ledger, " +
                      std::to_string(actions.size()) + " in the tables");
    return {};
}

base::Status checkBytesThatStand(engine::Engine &engine, const domain::Effect &sent,
                                 const domain::Effect &stands, std::vector<std::string> &out)
{
    if (sent.wire == stands.wire)
        return {};
    const std::string name = "\"effect\":\"" + sent.id.text() + '"';
    TRY_ASSIGN(const auto rows, engine.tables().ledger.ofSubject(sent.action));
    for (const auto &row : rows) {
        if (row.kind == LedgerKind::Sent && row.payload.find(name) != std::string::npos &&
            row.payload.find("\"evidence\":\"answer\"") != std::string::npos)
            out.push_back("P5: effect " + sent.id.text() +
                          " is said to be answered, and other bytes stand there");
    }
    return {};
}

base::Status checkNothingWaits(engine::Engine &engine, bool wasClockWrong,
                               std::vector<std::string> &out)
{
    TRY_ASSIGN(const auto actions, engine.tables().actions.all());
    for (const auto &action : actions) {
        if (!isOneOf(action.state, {ActionState::Approved, ActionState::Executing}))
            continue;
        TRY_ASSIGN(const auto effects, engine.tables().outbox.effectsOf(action.id));
        const base::DurationMs left =
            effects.empty() ? 0 : effects.back().notBeforeMs - engine.now();
        const bool mayWait = action.state == ActionState::Approved && left > 0 &&
                             (wasClockWrong || left < weekendMs);
        if (!mayWait)
            out.push_back("liveness: action " + action.id.text() + " is still " +
                          std::string(domain::actionStateName(action.state)) +
                          (effects.empty() ? ", with no effect"
                                           : ", due in " + std::to_string(left) + " ms") +
                          ": " + action.failure);
    }
    return {};
}

} // namespace topline::sim
