// How good probabilities of a yes-or-no outcome are: ranking, log-loss, Brier score, calibration.
// Called by core/predict and the terminal program on any thread; pure. Every pair of spans has one
// entry per row, labels are 0 or 1; no rows, or one label only, gives no value where none is
// defined.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

// Area under the ROC curve: the chance that a row with label 1 stands above one with label 0, ties
// counting half (Mann-Whitney U; Hanley and McNeil, Radiology 143, 1982).
std::optional<double> areaUnderCurve(std::span<const double> scores,
                                     std::span<const double> labels);

// -log p of what happened; p is kept 1e-15 away from 0 and 1.
double logLossOf(double p, double label);
std::optional<double> logLoss(std::span<const double> p, std::span<const double> labels);

// Mean (p - y)^2 (Brier, Monthly Weather Review 78, 1950).
std::optional<double> brierScore(std::span<const double> p, std::span<const double> labels);

struct CalibrationBin {
    std::int64_t rows = 0;
    std::int64_t hits = 0;
    double meanPredicted = 0;
    bool operator==(const CalibrationBin &) const = default;

    double rate() const { return static_cast<double>(hits) / static_cast<double>(rows); }
};

// Rows in ascending order of p, cut into `count` bins of equal size; the first ones take a row more
// where it does not come out even. Empty bins are left out.
std::vector<CalibrationBin> calibrationBins(std::span<const double> p,
                                            std::span<const double> labels, int count = 10);

// Expected calibration error: sum over the bins of rows / n |mean p - rate| (Naeini, Cooper and
// Hauskrecht, AAAI 2015; equal-count bins).
std::optional<double> expectedCalibrationError(std::span<const CalibrationBin> bins);

// Slope of the logistic regression of y on logit(p): 1 when the spread of the predictions is right,
// below when they are too bold (Cox, Biometrika 45, 1958). Absent when it is not finite.
std::optional<double> calibrationSlope(std::span<const double> p, std::span<const double> labels);

struct MeanAndError {
    double mean = 0;
    double standardError = 0;
};

// Mean of the values and its standard error when the rows of one group belong together: the sum of
// each group's deviations is one draw (Liang and Zeger, Biometrika 73, 1986). `groups` numbers the
// group of each value from 0. Absent with fewer than two groups.
std::optional<MeanAndError> clusteredMean(std::span<const double> values,
                                          std::span<const std::size_t> groups);

} // namespace topline::stats
