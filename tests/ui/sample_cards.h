// Feed cards in every state for tests and pictures: one fictitious morning at a fixed moment.
// Used by tests in tests/ui only; plain values.
#pragma once

#include "core/domain/feed.h"

#include <vector>

namespace topline::tests {

inline constexpr base::UtcMs sampleNowMs = 1'763'464'440'000; // 2025-11-18T11:14:00Z

std::vector<domain::FeedCard> sampleCards();

} // namespace topline::tests
