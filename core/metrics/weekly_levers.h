// The four levers of the index by week: over the 13 weeks that end with it, and in the week alone.
// Called by the velocity report on any thread; pure, cannot fail.
#pragma once

#include "core/metrics/closed_deals.h"
#include "core/metrics/rvi_index.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::metrics {

// The open pipeline at the end of a week. Keys of shares are chosen by the caller.
struct PipelineSnapshot {
    std::int64_t openMinor = 0;
    std::int64_t reps = 0; // who own an open deal, or closed one in the 13 weeks before
    std::vector<const DealTrack *> open;
};

PipelineSnapshot pipelineSnapshot(const DealBook &book, base::UtcMs weekEndMs);

struct LeverWindow {
    LeverArray values;     // win rate shrunk: (won + 20 p0) / (closed + 20)
    LeverArray weekValues; // the last week alone, nothing shrunk
    std::array<std::int64_t, domain::leverCount> n{};
    std::vector<ClosedDeal> closed; // within the window
    std::int64_t wonN = 0;
    std::int64_t reps = 0; // at the end of the window
};

// The 13 weeks that end at index `end` of the boundaries. Pipeline per rep is the mean over the
// window's week ends at which there were reps.
class LeverHistory {
public:
    // `boundaries` are week starts, oldest first; weeks before index windowWeeks have no window.
    // `overall` is p0; absent: the win rate is not defined.
    LeverHistory(const DealBook &book, std::vector<base::UtcMs> boundaries,
                 std::optional<double> overall);

    LeverWindow windowEndingAt(std::size_t end) const;

    const PipelineSnapshot &snapshot(std::size_t boundary) const { return m_snapshots[boundary]; }

    const std::vector<base::UtcMs> &boundaries() const { return m_boundaries; }

    std::optional<double> overall() const { return m_overall; }

private:
    const DealBook &m_book;
    std::vector<base::UtcMs> m_boundaries;
    std::vector<PipelineSnapshot> m_snapshots;
    std::optional<double> m_overall;
};

} // namespace topline::metrics
