// Raw columns of numbers and texts into a matrix for linear models: median and missing flag,
// z-score, one column per frequent level. Learned on the training rows only and applied to any.
// Called by core/predict on any thread; pure. Method: the project's split and encoding rules, as in
// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, 2.3 and 9.2.4.
#pragma once

#include "core/stats/matrix.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace topline::stats {

// One column of raw data: numbers (NaN is missing) or texts (empty is a level like any other), of
// which the other vector is empty.
struct RawColumn {
    std::string name;
    bool isText = false;
    bool isLongTailed = false; // durations, counts, money: models see log2(1 + x), below 0 as 0
    std::vector<double> numbers;
    std::vector<std::string> texts;

    std::size_t size() const { return isText ? texts.size() : numbers.size(); }
};

enum class FeatureKind : int { Number = 0, Missing = 1, Level = 2 };

// One column of the matrix.
struct EncodedFeature {
    std::size_t column = 0; // index of the raw column
    FeatureKind kind = FeatureKind::Number;
    double median = 0;         // Number: what stands for a missing one
    double centre = 0;         // Number: mean of the training rows, imputed
    double scale = 1;          // Number: their population standard deviation
    bool isLongTailed = false; // Number: all three are of log2(1 + x)
    std::string level;         // Level
    bool operator==(const EncodedFeature &) const = default;
};

using Encoder = std::vector<EncodedFeature>;

// Numbers that do not vary in training, missing flags that are never or always set there, and
// levels of less than `levelShareMin` of the training rows get no column. Levels come in ascending
// order. There is at least one training row.
Encoder fitEncoder(std::span<const RawColumn> columns, std::span<const std::size_t> trainRows,
                   double levelShareMin = 0.01);

Matrix encode(const Encoder &encoder, std::span<const RawColumn> columns,
              std::span<const std::size_t> rows);

} // namespace topline::stats
