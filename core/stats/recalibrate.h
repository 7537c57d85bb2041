// Corrects probabilities after the fact: a shift of the intercept, Platt's line, or a monotone
// curve. All work on scores in log-odds. Called by core/predict on any thread; pure. Spans have one
// entry per row, labels are 0 or 1.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

// The shift d of all scores that minimises the log-loss + d^2 / (2 sd^2): few outcomes move it
// little (normal prior; re-centring as in Janssen et al., J Clin Epidemiol 61, 2008). 0 without
// rows.
double shrunkShift(std::span<const double> scores, std::span<const double> labels,
                   double priorSd = 0.5);

struct PlattLine {
    double slope = 1;
    double intercept = 0;
    bool operator==(const PlattLine &) const = default;

    double at(double score) const { return slope * score + intercept; }
};

// Platt (Advances in Large Margin Classifiers, 1999), with his softened targets (n1 + 1)/(n1 + 2)
// and 1/(n0 + 2). Absent when only one label is there or the line does not exist.
std::optional<PlattLine> fitPlatt(std::span<const double> scores, std::span<const double> labels);

// A rising curve through `x` and `y`, straight between points and flat outside. Ascending x.
struct IsotonicCurve {
    std::vector<double> x;
    std::vector<double> y;
    bool operator==(const IsotonicCurve &) const = default;

    double at(double value) const;
};

// The rising curve of least squares, by pooling adjacent violators (Ayer et al., Annals of
// Mathematical Statistics 26, 1955). Rows with equal x count together. Absent without rows.
std::optional<IsotonicCurve> fitIsotonic(std::span<const double> x, std::span<const double> y);

} // namespace topline::stats
