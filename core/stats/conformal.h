// Split-conformal bands: the range that a new error stays in, from past errors alone and without a
// law for them. Called by predict on any thread; pure. Too few errors give no band, never a narrow
// one.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace topline::stats {

struct ConformalBand {
    double low = 0;
    double high = 0;
    double level = 0; // that the ranks guarantee for exchangeable errors; may differ from the asked
    std::size_t n = 0;
};

inline constexpr std::size_t conformalErrorsMin = 8;

// Order statistics of ranks floor((n + 1) a / 2) and ceil((n + 1)(1 - a / 2)) with a = 1 - level
// (Vovk, Gammerman, Shafer, Algorithmic Learning in a Random World, 2005; signed errors, both tails
// apart). Where n is too small for such a rank, the extreme one, and `level` says what is left.
// Absent with fewer than conformalErrorsMin errors. level in (0, 1); errors finite.
std::optional<ConformalBand> conformalBand(std::vector<double> errors, double level);

} // namespace topline::stats
