// One gate per account for everything that calls it: so many calls per time and lane (burst,
// search), a budget per day, and the times until which the outside party asked us to wait. Shared
// by all requests of a connector; thread-safe. Waits on the courier thread; a wait longer than its
// patience is LimitReached with the time, and the caller comes back then.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/crm/pace.h"
#include "core/domain/sync_view.h"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace topline::crm {

// At most `calls` in any stretch of `perMs` milliseconds.
struct RateRule {
    std::string lane; // "" counts every call
    std::int64_t calls = 0;
    base::DurationMs perMs = base::secondMs;
};

struct GateOptions {
    std::vector<RateRule> rules = {};
    std::int64_t callsPerDayMax = 0;              // 0: no budget of our own
    base::DurationMs patienceMs = base::minuteMs; // longer waits are the caller's
};

class RateGate {
public:
    // Both must outlive the gate.
    RateGate(GateOptions options, const base::Clock &clock, Pace &pace);

    // Returns when one call may be made in that lane, and counts it. LimitReached with retryAtMs,
    // or Cancelled; then nothing was counted.
    base::Status pass(const std::string &lane, const CancelToken &cancel);

    // The outside party wants no call in that lane ("" for all) before that time. `limit` is its
    // name for the reason, as shown to the user.
    void holdUntil(const std::string &lane, base::UtcMs until, const std::string &limit);

    // What the outside party last said about its own counters.
    void noteRemote(std::int64_t usedToday, std::int64_t allowedToday);

    // The budget's day begins at midnight UTC; `used` restores the count after a restart.
    void setBudget(std::int64_t callsPerDayMax, std::int64_t usedToday);

    domain::GateState state() const;

private:
    struct Hold {
        std::int64_t untilMonotonicMs = 0;
        base::UtcMs untilMs = 0;
        std::string limit;
    };

    bool isHeld(const Hold &hold, std::int64_t nowMonotonicMs) const;
    std::string limitOf(const std::string &lane, std::int64_t freeAtMs) const;
    std::int64_t freeAt(const std::string &lane, std::int64_t nowMonotonicMs) const;
    void count(const std::string &lane, std::int64_t nowMonotonicMs);
    void turnDay();

    GateOptions m_options;
    const base::Clock &m_clock;
    Pace &m_pace;
    mutable std::mutex m_mutex;
    std::map<std::string, std::deque<std::int64_t>> m_calls; // by lane, monotonic times
    std::map<std::string, Hold> m_holds;
    std::int64_t m_day = 0;
    std::int64_t m_usedToday = 0;
    std::int64_t m_remoteUsed = -1;
    std::int64_t m_remoteAllowed = -1;
};

} // namespace topline::crm
