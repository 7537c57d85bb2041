// How deals move: the stages of the funnel with conversion and dwell, and what changed the open
// pipeline within a week. Parts of the reports in metric.h; made by core/metrics, shown by the
// window and the terminal program. Plain values, any thread.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/records.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct FunnelRow {
    StageId stage;
    std::string pipeline;
    std::string name;
    StageKind kind = StageKind::Open; // the last row of a pipeline is Won
    std::int64_t entered = 0;         // in the window
    std::int64_t wentOn = 0;          // of those that entered, reached a later stage or were won
    std::int64_t open = 0;
    std::int64_t openMinor = 0;
    std::optional<double> dwellMedianDays;
    std::optional<double> dwellP80Days;
    std::int64_t dwellN = 0;
    std::vector<DealId> openDeals; // of the Won row: deals won in the current quarter
    std::int64_t wonMinor = 0;     // of the Won row: won in the current quarter
    // The same over the window before (pipeline) or the baseline weeks (velocity).
    std::optional<double> baselineDwellMedianDays;
    std::int64_t baselineEntered = 0, baselineWentOn = 0;
};

enum class PipelineMoveKind { New, Reopened, AmountUp, Won, Lost, AmountDown };

// Why the open pipeline is not what it was seven days ago: the rows sum exactly to the difference.
struct PipelineMove {
    PipelineMoveKind kind = PipelineMoveKind::New;
    std::int64_t n = 0;
    std::int64_t amountMinor = 0; // signed
    std::vector<DealId> deals;
};

} // namespace topline::domain
