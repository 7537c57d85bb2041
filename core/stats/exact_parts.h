// Rounds the parts of a sum so that they add up to its rounded total exactly, for contributions
// that people may check with a pencil. Called by core/predict on any thread; pure, cannot fail.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace topline::stats {

// Whole numbers near `parts`, in their order, whose sum is `total`. Each part is rounded down and
// the units left over go to the largest remainders, the first of equal ones first (Hare's method of
// apportionment). A total that the parts do not make up is spread evenly, so that it still comes
// out. Parts are finite and below 2^53 in size; none are given: the result is empty.
std::vector<std::int64_t> exactParts(std::span<const double> parts, std::int64_t total);

} // namespace topline::stats
