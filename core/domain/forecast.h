// The forecast of a span: deals in hand by hazard, new business, range, categories, back-tests and
// what moved. Made by core/predict, shown by the window and the terminal program. Plain values, any
// thread. Money is in minor units of `currency`; every figure names its deals or its n.
#pragma once

#include "core/domain/forecast_week.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class CommitWarning {
    NoTouch, // no two-way touch for a week
    CloseDatePassed,
    CloseDateMissing,
    AmountMissing,
    PushedOften, // the close date moved out at least twice
    AmountFell   // by a fifth or more since a week of the last five
};

enum class ForecastMethod { Raw, StageWeighted, AgeHazard, StageHazard, SameAsLast };

struct ForecastSum {
    std::int64_t minor = 0;
    std::vector<DealId> deals;
};

struct ForecastDeal {
    DealId deal;
    std::string name;
    OwnerId owner;
    std::string ownerName;
    std::string stageName;
    std::int64_t minor = 0;
    std::optional<base::UtcMs> closeMs;
    std::optional<double> ageDays;       // of the deal
    std::optional<std::int64_t> winPpm;  // at last (within ten years); absent: no age is known
    std::optional<std::int64_t> soonPpm; // within the span
    std::int64_t expectedMinor = 0;      // minor x soonPpm
    ForecastCategory mapped = ForecastCategory::Pipeline; // by its stage
    std::optional<ForecastCategory> called;               // by the rep
    bool big = false;                    // over 3 medians, or over a fifth of the span's forecast
    std::int64_t ifLostMinor = 0;        // expected total without it; big deals only
    std::int64_t ifWonMinor = 0;         // expected total with all of it; big deals only
    std::vector<CommitWarning> warnings; // of deals in commit
    bool zombie = false; // too old, silent or pushed to be counted as healthy pipeline

    ForecastCategory category() const { return called.value_or(mapped); }
};

// Monte Carlo over deals times a common factor.
struct ForecastRange {
    std::int64_t p10Minor = 0; // "commit": nine of ten draws bring at least this
    std::int64_t p50Minor = 0; // "likely"
    std::int64_t p90Minor = 0; // "best"
};

// Split-conformal, from the back-test's relative errors.
struct ForecastBand {
    std::int64_t lowMinor = 0;
    std::int64_t highMinor = 0;
    double level = 0;
};

struct MethodScore {
    ForecastMethod method = ForecastMethod::Raw;
    std::optional<double> wape;
    std::optional<double> bias;         // above 0: promised too much
    std::optional<double> pinballMinor; // at the median
};

struct BackTestOrigin {
    base::UtcMs atMs = 0;
    std::int64_t rawMinor = 0, stageMinor = 0, ageHazardMinor = 0, stageHazardMinor = 0; // in hand
    std::int64_t handActualMinor = 0;
    std::int64_t newMinor = 0;    // forecast of new business
    std::int64_t lastMinor = 0;   // won in the span before
    std::int64_t actualMinor = 0; // won in the span, in hand at its start or new
};

struct RepBias {
    OwnerId owner;
    std::string name;
    std::int64_t forecastMinor = 0, actualMinor = 0; // in hand, sums over origins
    std::optional<double> bias, accuracy;
    std::vector<DealId> won; // behind the actual
};

struct ReliabilityBin {
    double promised = 0, rate = 0, low = 0, high = 0; // means within the bin; 95 % interval
    std::int64_t n = 0;
};

struct BackTest {
    std::vector<BackTestOrigin> origins; // oldest first
    std::vector<MethodScore> hand;       // deals in hand
    std::vector<MethodScore> total;      // with new business; SameAsLast is the naive one
    ForecastMethod chosen = ForecastMethod::StageHazard;
    bool beatsNaive = false;                   // the chosen total has the least WAPE of all
    std::optional<double> independentCoverage; // of 80 % intervals that take deals as independent
    std::optional<double> pinball10Minor, pinball90Minor; // of the band, each origin left out once
    std::optional<double> bandCoverage;                   // likewise
    std::vector<ReliabilityBin> reliability;
    std::vector<RepBias> reps; // by name
};

struct ForecastReport {
    ForecastSpan span = ForecastSpan::Days90;
    base::UtcMs asOfMs = 0, endMs = 0;
    base::Currency currency = base::Currency::usd();
    std::vector<ForecastDeal> deals;      // open, by expected value
    ForecastSum raw, stageWeighted, hand; // of the open deals
    ForecastSum newBusiness;              // won in the span before and not in hand at its start
    ForecastSum closed;                   // won in this quarter so far; Quarter only
    std::int64_t expectedMinor = 0;       // closed + hand + newBusiness
    ForecastRange range;                  // of the total
    ForecastRange withoutBig;             // the same draws without the big deals
    std::optional<ForecastBand> band;     // absent: not enough history
    std::array<ForecastSum, forecastCategoryCount> categories; // expected to close in the span
    ForecastSum undated; // open deals without a close date or with a later one
    ForecastSum ageless; // open deals of unknown age: in raw and stageWeighted, not in hand
    ForecastSum zombies; // open deals that healthy pipeline leaves out
    std::int64_t otherCurrency = 0; // open deals left out of every sum
    BackTest backTest;
    std::optional<ForecastFlow> flow;  // since the last stored week, for the span
    std::vector<ForecastCheck> checks; // oldest first
    std::int64_t originsMin = 0;       // that a band needs
};

} // namespace topline::domain
