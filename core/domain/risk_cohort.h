// Whom a deal is held against, and what is usual there: cohorts by segment, size and stage, and
// the figures that a nightly pass works out for them. Made by core/risk, kept by the store. Plain
// values, any thread.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/risk.h"

#include <cstdint>
#include <string>

namespace topline::domain {

// Bands by amount of won deals: 0 small, 1 middle, 2 big.
inline constexpr std::int32_t anySize = -2;
inline constexpr std::int32_t unknownSize = -1; // no amount, or in another currency

struct RiskCohort {
    std::string segment; // "product 12", "industry Software"; empty: all
    std::int32_t size = anySize;
    StageId stage;      // unset: any
    std::int64_t n = 0; // 0: no cohort was large enough
    bool operator==(const RiskCohort &) const = default;
};

// Numbers are stored: never change one, only add.
enum class NormKind : std::int32_t {
    FactorMedian = 1, // of won deals at their close, in the rule's unit
    DwellP80 = 2,     // days that won deals stayed in the stage
    DwellMedian = 3,
    CycleP90 = 4,   // days from start to win
    WonMedian = 5,  // minor units of the currency that stands in the segment, as in the next two
    SmallBelow = 6, // lower tercile of won amounts
    BigFrom = 7,    // upper tercile
};

struct RiskNorm {
    NormKind kind = NormKind::FactorMedian;
    RiskRule rule = RiskRule::NoActivity; // of FactorMedian; Stalled otherwise
    RiskCohort cohort;
    double value = 0;
    bool operator==(const RiskNorm &) const = default;
};

} // namespace topline::domain
