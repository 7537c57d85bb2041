// What is far from the rest: median and median absolute deviation, and the modified z-score made of
// them; and which of many small p-values to believe. Called by risk and signals on any thread;
// pure. An empty sample, or one without any spread, has no score (nullopt).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace topline::stats {

inline constexpr double madFloorShare = 0.05; // of the median: a sample of equals is no yardstick
inline constexpr double modifiedZLimit = 3.5; // Iglewicz and Hoaglin (ASQC 16, 1993)

struct RobustSpread {
    double median = 0;
    double mad = 0; // median |x - median|, at least madFloorShare |median|; not scaled
    std::int64_t n = 0;
};

// nullopt for an empty sample. Values must be finite.
std::optional<RobustSpread> robustSpread(const std::vector<double> &values);

// .6745 (x - median) / MAD, signed; nullopt where the MAD is 0.
std::optional<double> modifiedZ(double value, const RobustSpread &spread);

// P(Z > z) of the standard normal, exact in both tails.
double normalTail(double z);

// Adjusted p-values of Benjamini and Hochberg (JRSS B 57, 1995), in the order given: rejecting all
// that are <= q keeps the expected share of false ones at q. p in [0, 1].
std::vector<double> benjaminiHochberg(const std::vector<double> &p);

} // namespace topline::stats
