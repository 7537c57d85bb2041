// Exponential decay and the logarithmic mean: what turns times into weights and logarithms into
// points. Called by scoring and metrics on any thread; pure. Arguments outside the stated ranges
// are our own bug (CHECK).
#pragma once

namespace topline::stats {

// 2^(-age / halfLife); same unit for both, halfLife > 0. An age below zero (an event from a clock
// that runs ahead) counts as zero, so that a weight never exceeds 1.
double decayFactor(double age, double halfLife);

// (a - b) / ln(a / b) for a, b > 0, and a when both are equal. Multiplying a difference of
// logarithms by it gives the difference itself, which makes log-additive parts exact in the
// original unit (LMDI: Ang, Energy Policy 33, 2005).
double logMean(double a, double b);

} // namespace topline::stats
