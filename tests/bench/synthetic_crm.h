// Pages of a made-up CRM of any size, without chance: the same numbers give the same pages. Used by
// the benchmarks. Pure.
#pragma once

#include "core/crm/connector.h"

#include <cstdint>

namespace topline::bench {

inline constexpr base::UtcMs birthMs = 1'788'264'000'000; // 2026-09-01T12:00:00Z
inline constexpr std::int64_t eventsPerAccount = 150;     // over 180 days, as at the demo company

// Owners, stages, accounts, contacts and deals.
crm::Page syntheticRecords(std::int64_t accounts);

// `count` events from number `first` on; account n has the numbers n, n + accounts …
crm::Page syntheticEvents(std::int64_t first, std::int64_t count, std::int64_t accounts);

// One more event at this account, at this time.
crm::Page oneEvent(std::int64_t account, base::UtcMs atMs, std::int64_t number);

} // namespace topline::bench
