#include "core/engine/plays/upkeep.h"

#include "core/actions/action_state.h"
#include "core/engine/deals/plan_nudges.h"
#include "core/engine/guards/routing_desk.h"
#include "core/engine/plays/derive.h"

#include <map>

namespace topline::engine {

namespace {

constexpr std::int64_t sliceAccounts = 32;
constexpr std::int64_t sliceEvents = 4'000;

// Snoozed ones whose time has come and open ones of the age at which cards expire, once each.
base::Result<std::map<base::Uuid, domain::Action>> timedActions(Step &step)
{
    const auto &actions = step.tables().actions;
    std::map<base::Uuid, domain::Action> out;
    TRY_ASSIGN(const auto asleep, actions.snoozedUntil(step.now()));
    TRY_ASSIGN(const auto old, actions.createdBefore(step.now() - step.policy().feed.expireMs));
    for (const auto &action : asleep)
        out.emplace(action.id, action);
    for (const auto &action : old)
        out.emplace(action.id, action);
    return out;
}

} // namespace

base::Result<bool> Upkeep::deriveSlice()
{
    const auto now = m_context.clock.now();
    TRY_ASSIGN(auto due, m_context.tables().derived.due(now, sliceAccounts + 1));
    if (due.empty()) { // then those whose runs have come to their time
        TRY_ASSIGN(due, m_context.tables().runs.dueAccounts(now, sliceAccounts + 1));
    }
    if (due.empty())
        return m_riskPass.slice();
    TRY_ASSIGN(Step step, Step::begin(m_context, "derive"));
    std::int64_t accounts = 0;
    std::int64_t events = 0;
    for (const auto account : due) {
        if (accounts == sliceAccounts || events >= sliceEvents)
            break;
        TRY_ASSIGN(const auto read, deriveAccount(step, account));
        ++accounts;
        events += read;
    }
    TRY(step.commit());
    return true; // the next slice finds out whether that was all
}

base::Status Upkeep::deriveAll()
{
    while (true) {
        TRY_ASSIGN(const bool more, deriveSlice());
        if (!more)
            return {};
    }
}

base::Status Upkeep::wakeAndExpire()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "clock"));
    TRY_ASSIGN(const auto timed, timedActions(step));
    TRY_ASSIGN(bool isChanged, nudgeLateTasks(step));
    for (const auto &[id, action] : timed) {
        const auto after = actions::afterTime(action, step.now(), step.policy().feed.expireMs);
        if (after == action)
            continue;
        isChanged = true;
        TRY(step.update(after));
        if (after.state == domain::ActionState::Expired)
            TRY(step.log(domain::LedgerKind::Expired, actor::engine, after));
    }
    TRY_ASSIGN(const bool isEscalated, escalateBreaches(step));
    return isChanged || isEscalated ? step.commit() : base::Status();
}

} // namespace topline::engine
