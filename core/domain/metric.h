// Figures for managers: tiles, funnel, deal rows, velocity and RVI with their parts. Made by
// core/metrics from records, shown by the window and the terminal program. Plain values, any
// thread. Every figure names its n.
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/funnel.h"
#include "core/domain/ids.h"
#include "core/domain/risk.h"
#include "core/domain/score.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class Unit { Count, Money, Ratio, Days, MoneyPerDay, Index, Millis };

// A figure; absent value means "not enough to say". Money values are minor units, ratios 0 to 1
// (coverage may exceed 1).
struct Figure {
    std::string id; // "open_pipeline", "win_rate_3m" …
    Unit unit = Unit::Count;
    std::optional<double> value;
    std::optional<double> weekAgo;        // the same figure seven days before
    std::int64_t n = 0;                   // rows behind it
    std::int64_t of = 0;                  // n out of how many, 0 when not a share
    std::vector<double> spark;            // one point per week, oldest first; starts where defined
    std::vector<DealId> deals;            // the rows it is made of
    std::vector<base::Uuid> actions = {}; // the rows, where these are actions
    base::Currency currency = base::Currency::usd();
    std::int64_t otherCurrency = 0; // deals left out because they are in another currency
    std::optional<double> basis;    // what it is held against: for coverage the quota left, minor
};

struct DealRow {
    DealId deal;
    std::string name;
    std::string accountName;
    std::string ownerName;
    std::string stageName;
    std::string nextStep;
    std::optional<base::Money> amount;
    std::optional<WinProbability> probability;
    std::optional<double> ageInStageDays;
    std::optional<double> wonP80Days; // p80 of won deals in that stage, for the whisker
    bool stalled = false;
    bool closeDatePassed = false;
    std::optional<base::UtcMs> closeMs; // expected, or actual of a closed deal
    std::optional<base::UtcMs> lastTwoWayMs;
    StageKind kind = StageKind::Open;
    std::optional<double> cycleDays;       // of a closed deal
    std::optional<std::int64_t> riskMilli; // 0 to 100,000, of an open deal that was weighed
    std::optional<RiskRule> topRisk;       // the warning with the largest part of it
    bool operator==(const DealRow &) const = default;
};

// V = N x W x D / L over closed deals of a window; each factor is absent where nothing defines it.
struct Velocity {
    std::int64_t closedN = 0; // N
    std::int64_t wonN = 0;
    std::optional<double> winRate;       // W
    std::optional<double> dealMinorMean; // D, of won deals
    std::optional<double> cycleDaysMean; // L, of won deals
    std::optional<double> minorPerDay;   // V
};

struct DealStats {
    std::int64_t deals = 0, closed = 0, won = 0, lost = 0;
    std::int64_t wonMinorSum = 0;
    // Absent where nothing was closed, won or lost.
    std::optional<double> winRate, wonMinorMean, wonMinorMedian;
    std::optional<double> wonCycleDaysMean, wonCycleDaysMedian;
    std::optional<double> lostCycleDaysMean, lostCycleDaysMedian;
    Velocity velocity;
};

enum class Lever : int { WinRate = 0, Cycle = 1, DealSize = 2, PipelinePerRep = 3 };
inline constexpr std::size_t leverCount = 4;

struct LeverValue {
    std::optional<double> value;
    std::optional<double> baseline;
    std::optional<double> weekValue; // this single week, for the dots
    double weight = 0;
    double logPoints = 0;   // 100 w ln(ratio): sums exactly to 100 ln(RVI/100)
    double basePoints = 0;  // share of RVI - 100 in index points; sums exactly
    double indexPoints = 0; // this week's share of RVI minus last week's RVI; sums exactly
    std::int64_t n = 0;
};

struct RviWeek {
    base::UtcMs weekStartMs = 0; // Monday, in the workspace's zone
    int isoWeek = 0;
    std::optional<double> rvi;
    std::optional<double> change; // on the week before
    std::array<LeverValue, leverCount> levers;
    std::int64_t wonN = 0, closedN = 0;
    std::int64_t reps = 0;
    bool lowConfidence = true; // fewer than 10 closed deals in the window
};

struct SegmentRow {
    std::string name; // rep, source, industry or number of employees; empty: not set
    bool all = false; // the total row, which comes last
    std::int64_t wonN = 0, closedN = 0;
    std::optional<double> winRate, cycleDays, dealMinor, pipelineMinorPerRep;
    std::optional<double> drag; // index points of RVI - 100; the segments sum exactly to "All"
    bool lowConfidence = true;
    std::vector<DealId> deals;
};

enum class Segment { Source, Rep, Size, Industry };

struct VelocityReport {
    std::vector<RviWeek> weeks; // oldest first
    base::UtcMs baselineStartMs = 0, baselineEndMs = 0;
    std::optional<Lever> weakest;
    std::array<std::vector<DealId>, leverCount> leverDeals; // behind each lever of the last week
    std::array<std::vector<SegmentRow>, 4> segments;        // by Segment
    std::vector<FunnelRow> stages;
    base::Currency currency = base::Currency::usd();
};

struct PipelineReport {
    std::vector<Figure>
        tiles; // open, weighted, coverage, win rate, cycle, at risk (stalled or close date passed)
    std::vector<FunnelRow> funnel;
    std::vector<DealRow> deals;      // open ones
    std::vector<DealRow> closed;     // of the last 14 weeks: what closed figures are made of
    std::vector<PipelineMove> moves; // of the last seven days, without empty kinds
    Velocity velocity;               // trailing 13 weeks
    DealStats all;
    std::vector<Figure> speed; // to lead, of 90 days, by the clock and by working time
    base::Currency currency = base::Currency::usd();
    base::UtcMs asOfMs = 0;
};

} // namespace topline::domain
