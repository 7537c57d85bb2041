// When buyers work: a weekly profile in their own zone, and draws of times from it. Called by the
// demo generators; pure, any thread, cannot fail.
#pragma once

#include "core/base/random.h"
#include "core/base/time.h"

namespace topline::crm {

// The relative rate of activity at this moment for a zone with this offset; its mean over a week is
// exactly 1, so that rates times it add up to the promised number per fortnight.
double demoActivity(base::UtcMs atMs, int offsetMinutes);

// The largest value that demoActivity() takes.
double demoActivityPeak();

// A working moment on the local day of `aroundMs`, or on the following Monday when that day is a
// weekend (one in eight weekend times stays: people do read mail on Sundays).
base::UtcMs demoWorkingTime(base::Random &random, base::UtcMs aroundMs, int offsetMinutes);

} // namespace topline::crm
