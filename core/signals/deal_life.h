// Notice: when a deal was open, and how long it stood in each stage. Called by the detectors of
// stall and silence. Pure, any thread, cannot fail.
#pragma once

#include "core/signals/scan.h"

#include <limits>
#include <string>
#include <vector>

namespace topline::signals {

inline constexpr base::UtcMs never = std::numeric_limits<base::UtcMs>::max();

// [startMs, endMs); endMs is `never` while it is open. Empty when a closed deal does not say when
// it was closed.
struct OpenTime {
    base::UtcMs startMs = 0;
    base::UtcMs endMs = never;

    bool contains(base::UtcMs atMs) const { return startMs <= atMs && atMs < endMs; }
};

OpenTime openTimeOf(const domain::Deal &deal, const domain::AccountHistory &history);

// A stay in an open stage, as far as it is known at scan.now: [enteredMs, leftMs).
struct Stay {
    domain::StageId stage;
    std::string stageName;
    base::UtcMs enteredMs = 0;
    base::UtcMs leftMs = never;
};

std::vector<Stay> staysOf(const domain::Deal &deal, const Scan &scan);

// The times at which a buyer answered or met us, ascending; for a deal, those of other deals are
// left out. Only these reset the clocks: what we send does not.
std::vector<base::UtcMs> twoWayTouches(const Scan &scan, domain::DealId deal);

} // namespace topline::signals
