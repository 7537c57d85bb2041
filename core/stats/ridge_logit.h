// Logistic regression with a ridge penalty: minimises
//   sum_i w_i logloss(y_i, b0 + x_i b + offset_i) + |b|^2 / (2 C),
// the intercept b0 free, by Newton's method (iteratively reweighted least squares) with step
// halving. Sources: Hoerl and Kennard, Technometrics 12, 1970; le Cessie and van Houwelingen,
// Applied Statistics 41, 1992. Called by core/predict and the calibration maps on any thread; pure.
#pragma once

#include "core/stats/matrix.h"

#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

inline constexpr double noPenalty = std::numeric_limits<double>::infinity(); // as C

struct RidgeOptions {
    double c = 1; // > 0; larger is a weaker penalty
    double tolerance = 1e-10;
    int iterationsMax = 100;
};

// Both empty, or one entry per row; weights are not negative.
struct RowTerms {
    std::span<const double> weights = {};
    std::span<const double> offsets = {};
};

struct LogitFit {
    double intercept = 0;
    std::vector<double> weights; // one per column
    double objective = 0;
    int iterations = 0;
    bool converged = false; // the last step was below tolerance x max(1, largest coefficient)
    bool operator==(const LogitFit &) const = default;
};

// `y` holds 0 or 1 per row. Absent when only one of them has weight: then no intercept is finite.
// Separable data has a finite solution as long as there is a penalty; without one the fit ends
// unconverged. Constant columns get weight 0.
std::optional<LogitFit> fitRidgeLogit(const Matrix &x, std::span<const double> y,
                                      const RidgeOptions &options = {}, const RowTerms &terms = {});

// b0 + row b.
double linearScore(const LogitFit &fit, std::span<const double> row);

// 1 / (1 + e^-score), and its inverse for p in (0, 1).
double logistic(double score);
double logit(double p);

// log(1 + e^score) without overflow.
double softPlus(double score);

} // namespace topline::stats
