// The pipeline report: tiles, funnel, open deals and what moved within a week. Called by the engine
// on its reader thread; pure, cannot fail. Undefined figures are absent.
#pragma once

#include "core/domain/metric.h"
#include "core/metrics/deal_book.h"
#include "core/metrics/input.h"
#include "core/metrics/open_deals.h"

#include <optional>

namespace topline::metrics {

domain::PipelineReport pipelineReport(const MetricsInput &input);

// The row of one deal, open or closed; nullopt when it is not there.
std::optional<domain::DealRow> dealRow(const MetricsInput &input, domain::DealId deal);

// Changes of the open pipeline in (now - 7 d, now]; amounts sum exactly to the difference of the
// open pipeline at both ends. Kinds without a deal are left out.
std::vector<domain::PipelineMove> movesOfWeek(const DealBook &book);

} // namespace topline::metrics
