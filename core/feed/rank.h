// Rank: band first, then expected value per minute, ties by creation and id. Called by the engine
// for changed cards and on the minute. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/feed.h"
#include "core/domain/policy.h"

#include <string>
#include <vector>

namespace topline::feed {

// Band 0 breached inbound, 1 SLA running, 2 today, 3 later.
domain::Band bandOf(const domain::Action &action, base::UtcMs now);
domain::Lane laneOf(const domain::Action &action, base::UtcMs now);
domain::RankFactors rankFactors(const domain::Action &action, const domain::FeedPolicy &policy,
                                base::UtcMs now, const domain::PlayAcceptance &acceptance = {});

// Strict weak order: true when a comes before b. Compares fractions exactly.
bool comesBefore(const domain::FeedCard &a, const domain::FeedCard &b);

// A text whose byte order is comesBefore(), so that a model can place a card without knowing the
// rule.
std::string sortKey(const domain::FeedCard &card);

// Sets the sort keys, sorts, and folds further open actions for the same person under the best one
// (its `folded` counts them).
std::vector<domain::FeedCard> arrange(std::vector<domain::FeedCard> cards);

} // namespace topline::feed
