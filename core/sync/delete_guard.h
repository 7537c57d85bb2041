// When deletions are too many to believe. Called by core/sync for each deletion that a CRM reports.
// Pure, cannot fail.
#pragma once

#include <cstdint>

namespace topline::sync {

inline constexpr std::int64_t deletesBelieved = 20;  // records of a kind in one pass
inline constexpr std::int64_t deletesPerHundred = 2; // of the system's records of that kind

// One more deletion, after `done` of the same kind in this pass, of `known` records that the system
// has here: may it be carried out unasked? One record is never a mass.
bool isBelievable(std::int64_t done, std::int64_t known);

} // namespace topline::sync
