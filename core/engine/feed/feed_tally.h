// Counts cards for the status bar and the lanes, by account, so that the totals follow by
// difference. Used by the feed index. Pure, any thread.
#pragma once

#include "core/domain/feed.h"

#include <vector>

namespace topline::engine {

struct FeedTally {
    domain::FeedCounts counts;         // without nextSlaMs
    std::vector<base::UtcMs> slaDueMs; // of the clocks still running
};

// It waits for a person.
bool isWaiting(const domain::Action &action);

FeedTally tally(const std::vector<domain::FeedCard> &cards, base::UtcMs now);

// total += sign * part, for all but nextSlaMs.
void addCounts(domain::FeedCounts &total, const domain::FeedCounts &part, std::int64_t sign);

} // namespace topline::engine
