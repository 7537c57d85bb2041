#include "core/crm/rate_gate.h"

#include <algorithm>

namespace topline::crm {
namespace {

constexpr std::string_view budgetName = "daily budget of Topline";

std::int64_t dayOf(base::UtcMs at)
{
    return at >= 0 ? at / base::dayMs : -((-at - 1) / base::dayMs) - 1;
}

base::Error limitReached(const std::string &limit, base::UtcMs retryAtMs)
{
    return {.code = base::ErrorCode::LimitReached,
            .message = "A limit of calls is reached (" + limit + ").",
            .kept = "Nothing was sent; what waits stays in order.",
            .todo = "It goes on by itself at the time shown.",
            .retryAtMs = retryAtMs};
}

base::Error stopped()
{
    return {.code = base::ErrorCode::Cancelled,
            .message = "Stopped while waiting for a free call.",
            .kept = "Nothing was sent."};
}

} // namespace

RateGate::RateGate(GateOptions options, const base::Clock &clock, Pace &pace)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_pace(pace)
    , m_day(dayOf(clock.now()))
{
}

base::Status RateGate::pass(const std::string &lane, const CancelToken &cancel)
{
    while (!cancel.cancelled) {
        std::int64_t freeAtMs = 0;
        {
            const std::lock_guard lock(m_mutex);
            turnDay();
            const std::int64_t nowMs = m_pace.monotonicMs();
            const base::UtcMs wallMs = m_clock.now();
            if (m_options.callsPerDayMax > 0 && m_usedToday >= m_options.callsPerDayMax)
                return limitReached(std::string(budgetName), (m_day + 1) * base::dayMs);
            freeAtMs = freeAt(lane, nowMs);
            if (freeAtMs <= nowMs) {
                count(lane, nowMs);
                return {};
            }
            if (freeAtMs - nowMs > m_options.patienceMs)
                return limitReached(limitOf(lane, freeAtMs), wallMs + freeAtMs - nowMs);
        }
        if (!m_pace.waitUntil(freeAtMs, cancel))
            break;
    }
    return stopped();
}

void RateGate::holdUntil(const std::string &lane, base::UtcMs until, const std::string &limit)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t untilMonotonicMs = m_pace.monotonicMs() + until - m_clock.now();
    Hold &hold = m_holds[lane];
    if (untilMonotonicMs > hold.untilMonotonicMs)
        hold = {untilMonotonicMs, until, limit};
}

void RateGate::noteRemote(std::int64_t usedToday, std::int64_t allowedToday)
{
    const std::lock_guard lock(m_mutex);
    m_remoteUsed = usedToday;
    m_remoteAllowed = allowedToday;
}

void RateGate::setBudget(std::int64_t callsPerDayMax, std::int64_t usedToday)
{
    const std::lock_guard lock(m_mutex);
    m_options.callsPerDayMax = callsPerDayMax;
    m_usedToday = usedToday;
    m_day = dayOf(m_clock.now());
}

domain::GateState RateGate::state() const
{
    const std::lock_guard lock(m_mutex);
    const base::UtcMs wallMs = m_clock.now();
    domain::GateState state;
    state.usedToday = dayOf(wallMs) > m_day ? 0 : m_usedToday;
    state.allowedToday = m_options.callsPerDayMax;
    state.remoteUsed = m_remoteUsed;
    state.remoteAllowed = m_remoteAllowed;
    const auto show = [&state](base::UtcMs untilMs, const std::string &limit) {
        if (!state.heldUntilMs || untilMs > *state.heldUntilMs) {
            state.heldUntilMs = untilMs;
            state.heldBy = limit;
        }
    };
    for (const auto &[lane, hold] : m_holds) {
        if (isHeld(hold, m_pace.monotonicMs()))
            show(hold.untilMs, hold.limit);
    }
    if (state.allowedToday > 0 && state.usedToday >= state.allowedToday)
        show((dayOf(wallMs) + 1) * base::dayMs, std::string(budgetName));
    return state;
}

// By either clock: the monotonic one stands still while the machine sleeps, the wall clock can be
// set back.
bool RateGate::isHeld(const Hold &hold, std::int64_t nowMonotonicMs) const
{
    return nowMonotonicMs < hold.untilMonotonicMs && m_clock.now() < hold.untilMs;
}

std::int64_t RateGate::freeAt(const std::string &lane, std::int64_t nowMonotonicMs) const
{
    std::int64_t freeAtMs = nowMonotonicMs;
    for (const RateRule &rule : m_options.rules) {
        const auto calls = m_calls.find(rule.lane);
        const auto allowed = static_cast<std::size_t>(std::max<std::int64_t>(rule.calls, 1));
        if ((!rule.lane.empty() && rule.lane != lane) || calls == m_calls.end() ||
            calls->second.size() < allowed)
            continue;
        const std::int64_t oldest = calls->second[calls->second.size() - allowed];
        freeAtMs = std::max(freeAtMs, oldest + rule.perMs);
    }
    for (const auto &[heldLane, hold] : m_holds) {
        if ((heldLane.empty() || heldLane == lane) && isHeld(hold, nowMonotonicMs))
            freeAtMs = std::max(freeAtMs, hold.untilMonotonicMs);
    }
    return freeAtMs;
}

std::string RateGate::limitOf(const std::string &lane, std::int64_t freeAtMs) const
{
    for (const auto &[heldLane, hold] : m_holds) {
        if ((heldLane.empty() || heldLane == lane) && hold.untilMonotonicMs == freeAtMs)
            return hold.limit;
    }
    return lane.empty() ? "calls per time" : "calls per time: " + lane;
}

void RateGate::count(const std::string &lane, std::int64_t nowMonotonicMs)
{
    ++m_usedToday;
    std::map<std::string, std::int64_t> keep; // per lane, as many as its widest rule looks back
    for (const RateRule &rule : m_options.rules) {
        if (rule.lane.empty() || rule.lane == lane)
            keep[rule.lane] = std::max({keep[rule.lane], rule.calls, std::int64_t{1}});
    }
    for (const auto &[counted, size] : keep) {
        std::deque<std::int64_t> &calls = m_calls[counted];
        calls.push_back(nowMonotonicMs);
        while (static_cast<std::int64_t>(calls.size()) > size)
            calls.pop_front();
    }
}

// The count begins anew only when the day moves on, so that a clock that is set back gives no
// second budget.
void RateGate::turnDay()
{
    const std::int64_t day = dayOf(m_clock.now());
    if (day > m_day) {
        m_usedToday = 0;
        m_day = day;
    }
}

} // namespace topline::crm
