// Gradient boosting of the log-loss with trees of one split: a sum of one step function per column,
// so that every column's part of a score can be read off. No random draws: the same rows give the
// same model. Called by core/predict on any thread; pure. Sources: Friedman, Annals of Statistics
// 29, 2001; second-order leaves and gain after Chen and Guestrin, KDD 2016.
#pragma once

#include "core/stats/matrix.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace topline::stats {

struct StumpOptions {
    int rounds = 300;
    double rate = 0.1;
    double lambda = 1;         // ridge on a leaf's value
    double hessianMin = 1;     // sum of p (1 - p) that a leaf must hold
    std::size_t binsMax = 256; // different split points considered per column
};

// f(x) = values[number of edges below x]; an edge belongs to the left.
struct StepFunction {
    std::size_t column = 0;
    std::vector<double> edges;  // ascending
    std::vector<double> values; // edges + 1
    bool operator==(const StepFunction &) const = default;

    double at(double x) const;
};

struct StumpModel {
    double intercept = 0;
    std::vector<StepFunction> steps; // by column; columns that were never split are left out
    bool operator==(const StumpModel &) const = default;

    double score(std::span<const double> row) const; // log-odds
};

// `y` holds 0 or 1 per row, `weights` is empty or one per row. Among splits of equal gain the
// lowest column and then the lowest edge wins. Ends early when no split gains anything. Absent when
// only one of the labels is there.
std::optional<StumpModel> fitBoostedStumps(const Matrix &x, std::span<const double> y,
                                           const StumpOptions &options = {},
                                           std::span<const double> weights = {});

} // namespace topline::stats
