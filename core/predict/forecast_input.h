// What a forecast is made from: the course of every deal as the records tell it, stored weeks, the
// reps' calls and the question. Filled by the engine, read by everything here, on any thread.
// Moments are exclusive: what happens at `at` itself comes after it.
#pragma once

#include "core/base/calendar.h"
#include "core/domain/forecast.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::predict {

// One stay in an open stage; `leftMs` is absent while it is there.
struct Stay {
    domain::StageId stage;
    base::UtcMs enteredMs = 0;
    std::optional<base::UtcMs> leftMs;
};

struct AmountStep {
    base::UtcMs fromMs = 0;
    std::int64_t minor = 0;
};

struct DealCourse {
    domain::DealId deal;
    std::string name;
    domain::OwnerId owner;
    domain::StageId stage;              // now; unset when unknown
    std::optional<base::UtcMs> startMs; // of the deal; absent: unknown, but it is there
    std::vector<Stay> stays;            // by time
    domain::StageKind kind = domain::StageKind::Open; // now
    std::optional<base::UtcMs> closedMs;              // of a closed deal, when known
    std::vector<AmountStep> amounts;    // by time, reporting currency; empty: no amount
    bool otherCurrency = false;         // it has an amount, in another currency
    std::optional<base::UtcMs> closeMs; // expected
    std::optional<base::UtcMs> lastTwoWayMs;
    double signalLogit = 0; // what signals add to the log-odds of winning, now
};

struct ForecastPolicy {
    double commitFrom = .7; // stage win rate from which a stage means commit, best
    double bestFrom = .4;
    base::DurationMs quietMs = 7 * base::dayMs;
    std::int64_t pushesWarn = 2;
    double amountFall = .2;
    double bigMedians = 3;
    double bigShare = .2;
    base::DurationMs zombieQuietMs = 45 * base::dayMs;
    double zombieCycles = 2; // of the p90 of won cycles
    std::int64_t zombiePushes = 3;
    int draws = 10'000;
    double bandLevel = .8;
};

struct ForecastInput {
    std::vector<DealCourse> deals; // by id, without deleted ones
    std::vector<domain::Stage> stages;
    std::vector<domain::Owner> owners;
    std::vector<domain::ForecastWeek> weeks; // stored ones, oldest first
    std::vector<domain::ForecastCall> calls; // the newest of each deal
    base::Currency currency = base::Currency::usd();
    base::TimeZone zone;
    std::optional<domain::OwnerId> owner; // only this rep's deals; hazards stay everybody's
    base::UtcMs now = 0;
    std::uint64_t seed = 1;
    ForecastPolicy policy;
};

bool inScope(const ForecastInput &input, const DealCourse &course);

bool isClosedAt(const DealCourse &course, base::UtcMs at);

// The last step before `at`; before the first one, that one; 0 without any.
std::int64_t minorAt(const DealCourse &course, base::UtcMs at);

// The newest amount.
std::int64_t finalMinor(const DealCourse &course);

// An open deal at a moment; ages are absent where their start is not known.
struct HandDeal {
    const DealCourse *course = nullptr;
    domain::StageId stage; // unset when not known for that time
    std::optional<double> stageAgeDays;
    std::optional<double> dealAgeDays;
    std::int64_t minor = 0;
};

// In scope and in the reporting currency, in the order of the input.
std::vector<HandDeal> handAt(const ForecastInput &input, base::UtcMs at);

struct Window {
    base::UtcMs startMs = 0; // inclusive
    base::UtcMs endMs = 0;   // exclusive
};

struct WonDeal {
    const DealCourse *course = nullptr;
    std::int64_t minor = 0;
    bool isNew = false; // begun within the window
};

std::vector<WonDeal> wonWithin(const ForecastInput &input, const Window &window);

std::int64_t minorSum(const std::vector<WonDeal> &won);

// From now: 30, 60, 90 days, or to the end of the calendar quarter in the workspace's zone.
Window windowOf(const ForecastInput &input, domain::ForecastSpan span);
Window quarterOf(const ForecastInput &input);

double daysOf(base::DurationMs duration);

} // namespace topline::predict
