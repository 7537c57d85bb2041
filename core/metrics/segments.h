// The index by segment: which sources, reps, account sizes and industries lift or drag it. Called
// by the velocity report on any thread; pure, cannot fail.
#pragma once

#include "core/metrics/weekly_levers.h"

#include <vector>

namespace topline::metrics {

struct SegmentQuestion {
    std::size_t end = 0;         // boundary that ends the window
    std::size_t baselineEnd = 0; // boundary that ends the baseline
    LeverWindow window;
    LeverWindow baseline;
    IndexParts index; // of the window against the baseline
};

// Rows by drag, the heaviest first, then "all". Drag: each lever's log points are shared by the
// segments' part of its deals, q_s (ln(own value / baseline of all) + rest), where the rest is what
// medians and shrinkage leave over; pipeline per rep by its growth on the segment's own baseline.
// Scaled to index points, the rows sum exactly to RVI - 100. Absent without an index.
std::vector<domain::SegmentRow> segmentRows(const DealBook &book, const LeverHistory &history,
                                            domain::Segment segment,
                                            const SegmentQuestion &question);

} // namespace topline::metrics
