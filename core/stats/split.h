// Rows into training and test, folds and origins, always by hashes of ids or by time, so that
// everybody who splits the same data gets the same rows. Called by core/predict and by the terminal
// program on any thread; pure, cannot fail.
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace topline::stats {

// BE_uint64(SHA256(salt + ":" + id)[0..7]) / 2^64, in [0, 1].
double unitNumber(std::string_view salt, std::string_view id);

// The fold (0 to k - 1) of every row. Rows of one group share a fold; the largest group goes first,
// each into the fold with the fewest rows so far. Groups of one size are taken in the order of
// unitNumber(salt, group). k >= 2.
std::vector<int> groupedFolds(std::span<const std::string> groups, int k, std::string_view salt);

// Rows of the groups with unitNumber(salt, group) < share: a smaller share lies within a larger
// one.
std::vector<std::size_t> nestedSample(std::span<const std::string> groups,
                                      std::span<const std::size_t> rows, double share,
                                      std::string_view salt);

// What could have been learned before `originMs`, and what was asked from then until `untilMs`.
struct Origin {
    base::UtcMs originMs = 0;
    base::UtcMs untilMs = 0;        // exclusive
    std::vector<std::size_t> train; // their outcome was known before the origin
    std::vector<std::size_t> test;  // asked within [originMs, untilMs)
};

// `count` origins at equal steps of the asking times' quantiles, from the share `first` on, each
// until the next one and the last until the end. Origins without training or test rows are left
// out. Both spans have one entry per row; outcomes do not come before their asking.
std::vector<Origin> rollingOrigins(std::span<const base::UtcMs> askedMs,
                                   std::span<const base::UtcMs> outcomeMs, int count,
                                   double first = 0.5);

} // namespace topline::stats
