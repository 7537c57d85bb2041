// What people's judgements of a play's cards say about the next ones: a play that is often called
// not relevant ranks lower, and by how much is a factor that can be shown. Asked by the engine when
// judgements change. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/feed.h"

#include <cstdint>

namespace topline::feed {

// Judged cards of a play that are looked at, and how many of them must be called irrelevant before
// the play counts for less.
inline constexpr std::int64_t judgedMax = 10;
inline constexpr std::int64_t irrelevantMin = 5;

// Of the last `judged` cards (at most judgedMax) this many were called not relevant. The percent is
// the share of relevant ones, drawn towards 100 by five cards' weight.
domain::PlayAcceptance acceptanceOf(std::int64_t judged, std::int64_t irrelevant);

} // namespace topline::feed
