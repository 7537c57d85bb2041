// What every metric is computed from: records and their history as the store has them, plus the
// question (currency, zone, now). Filled by the engine, on any thread; plain values, by const
// reference.
#pragma once

#include "core/base/calendar.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/records.h"
#include "core/domain/score.h"

#include <optional>
#include <vector>

namespace topline::metrics {

struct DealTouch {
    domain::DealId deal;
    base::UtcMs lastTwoWayMs = 0;
};

// References between records carry resolved ids (Ref::id). Order does not matter: results are the
// same for any order of the vectors.
struct MetricsInput {
    std::vector<domain::Deal> deals;
    std::vector<domain::StageChange> stageChanges;
    std::vector<domain::AmountChange> amountChanges;
    std::vector<domain::Stage> stages;
    std::vector<domain::Owner> owners;
    std::vector<domain::Quota> quotas;
    std::vector<domain::Account> accounts;
    std::vector<DealTouch> touches;
    std::vector<domain::StageCount> stageCounts; // for win probabilities
    base::Currency currency = base::Currency::usd();
    base::TimeZone zone;                  // weeks and quarters begin at its midnight
    std::optional<domain::OwnerId> owner; // only this rep's deals; benchmarks stay everybody's
    base::UtcMs now = 0;
    base::DurationMs stallMs = 14 * base::dayMs; // where too few won deals passed a stage
};

// The moving window of win rate, cycle, size, velocity and funnel: 13 weeks, "three months".
inline constexpr int windowWeeks = 13;
inline constexpr base::DurationMs windowMs = windowWeeks * 7 * base::dayMs;
inline constexpr std::int64_t dwellSamplesMin = 10;    // won deals before their p80 is used
inline constexpr std::int64_t closedConfidentMin = 10; // below: "low confidence"

} // namespace topline::metrics
