// Counts and gaps of an account whose own rate is uncertain: Poisson and exponential mixed over a
// Gamma distribution of rates. Called by signals (surge) and risk (silence) on any thread; pure.
// Arguments outside the stated ranges are our own bug (CHECK).
#pragma once

#include <cstdint>

namespace topline::stats {

// Belief about a rate: Gamma with this shape and rate, both > 0. Seeing `n` arrivals in a time t
// makes it {shape + n, rate + t}.
struct GammaRate {
    double shape = 0;
    double rate = 0; // in units of time

    GammaRate after(double arrivals, double time) const { return {shape + arrivals, rate + time}; }
};

// P(N >= count) for the arrivals in a window of this length: the negative binomial's upper tail
// (Greenwood and Yule, JRSS 83, 1920). Summed from the end that is small, so that a tail of 1e-300
// keeps its digits; relative error below 1e-11. window > 0; a count <= 0 gives 1.
double gammaPoissonTail(const GammaRate &belief, std::int64_t count, double window);

// P(gap >= length) = (rate / (rate + length))^shape: the Lomax tail. length >= 0.
double gammaExponentialTail(const GammaRate &belief, double length);

// A weak belief worth two gaps whose median gap is this one (> 0): what a cohort tells before an
// account has gaps of its own.
GammaRate gammaOfMedianGap(double medianGap);

} // namespace topline::stats
