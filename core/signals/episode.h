// Notice: visits and the episodes they form. Called by the detectors that count visits. Pure, any
// thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <vector>

namespace topline::signals {

// Views less than a gap apart are one visit, dated at its first view.
struct Visit {
    base::UtcMs atMs = 0;
    std::vector<domain::EventId> evidence;
};

std::vector<Visit> visitsOf(const std::vector<const domain::Event *> &views,
                            base::DurationMs gapMs);

// Visits inside one window from the first of them. The next visit after the window, or after a
// break, starts the next episode, so a further visit strengthens an episode and never renames it.
struct Episode {
    std::vector<Visit> visits;
    // Where the row of episodes began: the first visit after a pause of a whole window. Nothing
    // older has a say in how this episode is cut.
    base::UtcMs rowStartMs = 0;

    base::UtcMs startMs() const { return visits.front().atMs; }

    base::UtcMs lastMs() const { return visits.back().atMs; }

    std::vector<domain::EventId> evidence() const;
};

// `breaks` are ascending times that end an episode (a new proposal was sent).
std::vector<Episode> episodesOf(const std::vector<Visit> &visits, base::DurationMs windowMs,
                                const std::vector<base::UtcMs> &breaks);

// When a find that starts at startMs, in a row begun at rowStartMs, leaves the look-back window: as
// soon as something before the window could have changed how the row is cut. A row without a pause
// for a third of the window is given up as an anchor, so that a busy account is not deaf.
base::UtcMs goneMs(base::UtcMs startMs, base::UtcMs rowStartMs, base::DurationMs pauseMs,
                   const domain::SignalPolicy &policy);

} // namespace topline::signals
