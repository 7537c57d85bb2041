// What a list of accounts shows besides their records, for all of them in one pass: score, stage of
// qualification, signals, last touches. And how many events of each kind one account has. Read by
// the window's questions on the reading thread; writes nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/event.h"
#include "core/domain/lifecycle.h"
#include "core/domain/score.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace topline::store {

class Database;

struct AccountFigures {
    domain::AccountId account;
    std::int64_t fitMilli = 0;
    std::int64_t engagementMilli = 0;
    std::int64_t totalMilli = 0;
    domain::Tier tier = domain::Tier::Cold;
    domain::LifecycleStage stage = domain::LifecycleStage::Lead; // the furthest
    std::int64_t signals = 0;
    std::optional<base::UtcMs> lastTwoWayMs;
    std::optional<base::UtcMs> lastSeenMs; // did anything; a machine's events do not count
};

class AccountFiguresStore {
public:
    explicit AccountFiguresStore(Database &database)
        : m_database(database)
    {
    }

    // Of accounts that are not deleted, by id. Signals from `signalsFromMs` on; nothing counts that
    // comes after `nowMs`.
    base::Result<std::vector<AccountFigures>> all(base::UtcMs signalsFromMs,
                                                  base::UtcMs nowMs) const;

    // The account's events until `nowMs`, a machine's too, and when the first one was;
    // and its last touches, as in the list.
    struct EventSpan {
        std::map<domain::EventKind, std::int64_t> counts;
        std::optional<base::UtcMs> firstMs;
    };

    base::Result<EventSpan> eventSpan(domain::AccountId account, base::UtcMs nowMs) const;

    struct Touches {
        std::optional<base::UtcMs> twoWayMs;
        std::optional<base::UtcMs> seenMs;
    };

    base::Result<Touches> lastTouches(domain::AccountId account, base::UtcMs nowMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
