// What is computed and could be computed again: signals, scores, deal facts, stage counts, and when
// each account is next due. Written only by the engine. Replacing writes only what differs; stage
// counts are kept by the difference that a deal's fact makes.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/change_set.h"
#include "core/domain/detector_view.h"
#include "core/domain/score.h"
#include "core/domain/signal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct StageCounts {
    domain::StageCount all;                  // stage unset: every closed deal
    std::vector<domain::StageCount> byStage; // by stage id
};

// A touched account is due at this time, which comes before every other.
inline constexpr base::UtcMs touchedMs = -1;

// When an account was last computed, and when the passing of time alone will next change it.
struct AccountDue {
    domain::AccountId account;
    base::UtcMs computedMs = 0; // 0: never
    std::optional<base::UtcMs> nextDueMs;
    domain::Tier tierBefore = domain::Tier::Cold; // that hysteresis looked at, to compute it again
    bool operator==(const AccountDue &) const = default;
};

class DerivedStore {
public:
    explicit DerivedStore(Database &database)
        : m_database(database)
    {
    }

    // The account's signals are these and no others. Gives those that were not there before, in
    // the order given.
    base::Result<std::vector<domain::Signal>>
    replaceSignals(domain::AccountId account, const std::vector<domain::Signal> &signals);
    base::Result<std::vector<domain::Signal>>
    signals(domain::AccountId account) const; // by time, id
    base::Result<std::optional<domain::Signal>> signal(const base::Uuid &id) const;

    // Rows of the types that have a hit from `fromMs` to `untilMs`, both inclusive, by type: hits,
    // accounts, how many led to an action that was accepted, dismissed, is open or held out, or
    // were suppressed; the newest hits with names. Precision and thresholds are the caller's.
    base::Result<std::vector<domain::DetectorRow>>
    signalReport(base::UtcMs fromMs, base::UtcMs untilMs, std::int64_t newestLimit) const;

    base::Status replaceScore(const domain::AccountScore &score);
    base::Result<std::optional<domain::AccountScore>> score(domain::AccountId account) const;

    base::Status replaceFact(const domain::DealFact &fact);
    base::Status removeFact(domain::DealId deal);
    base::Result<std::optional<domain::DealFact>> fact(domain::DealId deal) const;
    base::Result<StageCounts> stageCounts() const;

    // Puts touched accounts down as due at once, inside the transaction that touched them, so that
    // a crash before they are computed loses nothing.
    base::Status markTouched(const domain::ChangeSet &changes);
    base::Status setDue(const AccountDue &due);
    // Due at or before `nowMs`, touched ones first, then by due time and id.
    base::Result<std::vector<domain::AccountId>> due(base::UtcMs nowMs, std::int64_t limit) const;
    base::Result<std::optional<base::UtcMs>> nextDueMs() const; // of all accounts
    base::Result<std::vector<AccountDue>> allDue() const;       // by account

    // Empties every derived table (account_due as well).
    base::Status clear();
    // Hex SHA-256 over all derived rows in a fixed order, by their logical keys.
    base::Result<std::string> digest() const;

private:
    Database &m_database;
};

} // namespace topline::store
