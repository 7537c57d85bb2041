// What is known of one deal that risk is worked out from: times rather than ages, so that a fact
// stays true while the clock goes on. Gathered by core/risk from records and events, kept by the
// store, one per deal, open or closed. Plain values, any thread.
#pragma once

#include "core/base/money.h"
#include "core/domain/ids.h"
#include "core/domain/records.h"
#include "core/domain/risk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

// Why a warning says what it says: an event, or a moved field.
struct RiskEvidence {
    RiskRule rule = RiskRule::NoActivity;
    EventId event; // unset: a change of the record
    base::UtcMs atMs = 0;
    std::int64_t value = 0; // the new close date (ms), the amount (minor), a stage, a person
    bool operator==(const RiskEvidence &) const = default;
};

// A stay in an open stage. A deal without any history of stages has one, in no stage, that is its
// whole life.
struct DealStay {
    StageId stage;
    base::UtcMs enteredMs = 0;
    std::optional<base::UtcMs> leftMs; // absent: there now
    bool operator==(const DealStay &) const = default;
};

struct RiskFacts {
    DealId deal;
    AccountId account;
    ProductId product;
    StageId stage;
    StageKind kind = StageKind::Open;
    std::string industry;
    std::optional<base::Money> amount;
    std::optional<std::int64_t> firstMinor; // the first amount known, in the same currency
    std::optional<base::UtcMs> startMs;
    std::optional<base::UtcMs> closedMs; // when won or lost
    std::optional<base::UtcMs> dueMs;    // expected close, while open
    std::optional<base::UtcMs> lastTwoWayMs;
    std::optional<base::UtcMs> unansweredMs; // first message of ours since the buyer's last word
    std::int64_t unanswered = 0;             // messages of ours since then
    std::int64_t touches = 0;                // two-way touches
    base::DurationMs touchSpanMs = 0;        // from the first of them to the last
    std::int64_t engaged = 0;                // people who answered, met us or asked for something
    std::int64_t leaders = 0;                // of those, from director up
    std::int64_t roles = 0;                  // finance, and security or legal: 0 to 2
    std::int64_t pushes = 0;
    std::int64_t dropPermille = 0; // from the highest amount known
    std::int64_t competitors = 0;  // mentions
    std::int64_t concessions = 0;
    bool proposalSent = false;
    bool nextStep = false;
    std::vector<DealStay> stays;        // oldest first
    std::vector<RiskEvidence> evidence; // by rule, then oldest first; the newest few of each
    bool operator==(const RiskFacts &) const = default;
};

} // namespace topline::domain
