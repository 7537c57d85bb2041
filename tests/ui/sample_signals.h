// A view of the signals with everything on the page in it: detectors judged by many, by few and by
// nobody, one that is off, hits with long names; thresholds from the real catalogue. Used by the
// tests of the Signals page.
#pragma once

#include "core/domain/detector_view.h"

namespace topline::test {

domain::SignalsView sampleSignals(base::UtcMs now, const domain::SignalPolicy &policy = {});
// Pricing revisits: 41 on 17 accounts instead of 29 on 12, and something for another detector.
domain::DryRun sampleTrial(base::UtcMs now);

} // namespace topline::test
