// When deletions are too many to believe. Called by core/sync for each deletion that a CRM reports,
// and by connectors' sweeps through core/sync. Pure, cannot fail.
#pragma once

#include <cstdint>

namespace topline::sync {

inline constexpr std::int64_t deletesBelieved = 20;  // records of a kind in one pass
inline constexpr std::int64_t deletesPerHundred = 2; // of the system's records of that kind

// One more deletion, after `done` of the same kind in this pass, of `known` records that the system
// has here: may it be carried out unasked? One record is never a mass.
bool isBelievable(std::int64_t done, std::int64_t known);

// What a comparison of all ids saw, against the count of the last one.
struct Sweep {
    bool failed = false; // any of its answers was an error
    std::int64_t seen = 0;
    std::int64_t previous = 0; // 0: the first sweep
};

// May what the sweep did not see be reported as gone at all?
bool mayDelete(const Sweep &sweep);

} // namespace topline::sync
