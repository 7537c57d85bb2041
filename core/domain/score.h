// Scores with their parts. Points are integer milli-points, so that rows sum exactly to the total.
// Made by core/scoring, kept by the store. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"
#include "core/domain/reason.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace topline::domain {

enum class Tier : std::int32_t { Cold = 0, Warm = 1, Hot = 2 };

struct ScoreRow {
    Reason label;
    std::int64_t milliPoints = 0; // signed: a group cap takes away
    bool operator==(const ScoreRow &) const = default;
};

// total = 0.5 fit + 0.5 engagement, 0 to 100,000 milli-points; the rows sum exactly to it.
struct AccountScore {
    AccountId account;
    std::int64_t fitMilli = 0;        // 0 to 100,000, before weighting
    std::int64_t engagementMilli = 0; // 0 to 100,000, before weighting
    std::int64_t totalMilli = 0;
    Tier tier = Tier::Cold;
    base::UtcMs computedMs = 0;
    std::vector<ScoreRow> rows;
    bool operator==(const AccountScore &) const = default;
};

// How often a meeting followed within 14 days of a moment at which an account had this tier.
struct TierRate {
    Tier tier = Tier::Cold;
    std::int64_t moments = 0; // 14 days apart
    std::int64_t met = 0;
    std::optional<double> rate;
    std::optional<double> low; // lower end of the 80 % interval
    bool operator==(const TierRate &) const = default;
};

enum class TierVerdict : std::int32_t { Collecting = 0, Proven = 1, NotProven = 2 };

// Hot is proven when its lower end is at least three times the base rate; before 100 moments
// nothing is said, and the thresholds stay what the policy says.
struct TierReport {
    std::vector<TierRate> tiers; // hottest first
    std::int64_t moments = 0;
    std::int64_t met = 0;
    std::optional<double> baseRate;
    TierVerdict verdict = TierVerdict::Collecting;
    std::int64_t momentsNeeded = 0; // until something can be said
    bool operator==(const TierReport &) const = default;
};

// What a deal contributes to the stage prior: which stages it reached, and how it ended.
struct DealFact {
    DealId deal;
    std::vector<StageId> reached; // open stages, ascending
    bool won = false;
    bool lost = false;
    bool operator==(const DealFact &) const = default;
};

// Closed deals that reached a stage, and how many of them were won.
struct StageCount {
    StageId stage;
    std::int64_t won = 0;
    std::int64_t closed = 0;
    bool operator==(const StageCount &) const = default;
};

// p = (won + 20 p0) / (closed + 20), in parts per million; p0 is the win rate of all closed deals.
struct WinProbability {
    std::int64_t ppm = 0;
    std::int64_t won = 0;
    std::int64_t closed = 0; // the n behind it, always shown
    bool operator==(const WinProbability &) const = default;
};

} // namespace topline::domain
