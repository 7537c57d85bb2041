// Notice: many events within a window, and what comes in the quiet time after. Called by the
// detectors of surges and bursts. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <cstddef>
#include <vector>

namespace topline::signals {

struct Point {
    base::UtcMs atMs = 0;
    base::UtcMs rowStartMs = 0; // the first one after a pause: nothing older has a say
    const domain::Event *event = nullptr;
};

// A range of points [first, end) and the one at which it became a burst.
struct Burst {
    std::size_t first = 0;
    std::size_t fired = 0;
    std::size_t end = 0;
};

// High-intent events of the account, oldest first: the same thing done by the same person within a
// visit counts once.
std::vector<Point> distinctIntents(const Scan &scan, base::DurationMs pauseMs);

// The signal of a burst: its id by the first point, its evidence, how many people; reason unset.
Found burstFound(const Scan &scan, domain::SignalType type, const std::vector<Point> &points,
                 const Burst &burst);
std::int64_t peopleIn(const std::vector<Point> &points, const Burst &burst);

// Where each burst ends: all points until a cooldown after the one that fired.
std::size_t endOfBurst(const std::vector<Point> &points, std::size_t fired,
                       base::DurationMs cooldownMs);

} // namespace topline::signals
