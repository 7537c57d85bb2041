// An interval for a rate from few trials, as shown beside each bin of a calibration table. Called
// by core/predict on any thread; pure. Counts must satisfy 0 <= hits <= trials (CHECK).
#pragma once

#include "core/stats/rate.h"

#include <cstdint>

namespace topline::stats {

// The equal-tailed interval of the posterior under Jeffreys' prior Beta(1/2, 1/2), with 0 as its
// low end when there are no hits and 1 as its high end when all are (Brown, Cai and DasGupta,
// Statistical Science 16, 2001). `level` in (0, 1).
Interval jeffreysInterval(std::int64_t hits, std::int64_t trials, double level = 0.95);

} // namespace topline::stats
