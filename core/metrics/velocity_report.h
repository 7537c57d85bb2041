// The velocity report: RVI by week with exact driver contributions, segments with their drag, and
// the weakest lever. Called by the engine on its reader thread; pure, cannot fail. Undefined
// figures are absent.
#pragma once

#include "core/domain/metric.h"
#include "core/metrics/input.h"

namespace topline::metrics {

// The last `weeks` complete weeks (1 to 520) before input.now. The baseline is the 13 complete
// weeks before the quarter of input.now, fixed for that quarter; in its own last week the index is
// 100.
domain::VelocityReport velocityReport(const MetricsInput &input, int weeks = 26);

} // namespace topline::metrics
