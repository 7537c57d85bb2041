// Centre and spread of a sample: mean, quantiles, median. Called by metrics, scoring and signals on
// any thread; pure. An empty sample has no value (nullopt), never zero.
#pragma once

#include <optional>
#include <vector>

namespace topline::stats {

std::optional<double> mean(const std::vector<double> &values);

// Linear interpolation between order statistics at h = (n - 1) p, which is type 7 of Hyndman and
// Fan (The American Statistician 50, 1996) and the default of R and numpy. p in [0, 1]. O(n) on
// average; the sample is taken by value because it is partly sorted. Values must be finite.
std::optional<double> quantile(std::vector<double> values, double p);

std::optional<double> median(std::vector<double> values);

} // namespace topline::stats
