// One additive model of any family over raw columns: learned from some rows, and the part that each
// column has in the score of others. Called by win_train and by hold-out reports on any thread;
// pure.
#pragma once

#include "core/domain/prediction.h"
#include "core/stats/boosted_stumps.h"
#include "core/stats/encoder.h"
#include "core/stats/matrix.h"
#include "core/stats/quantile_bins.h"
#include "core/stats/ridge_logit.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::predict {

// Asked between two fits; true: the answer is not wanted any more.
using StopAsked = std::function<bool()>;

struct Recipe {
    domain::ModelFamily family = domain::ModelFamily::Ridge; // Ridge, Bins or Stumps
    double c = 1;                                            // of ridge and bins
    int bins = 8;
    stats::StumpOptions stumps = {};
};

// Log-odds = intercept + the parts of all columns. Only the family's own members are filled.
struct AdditiveFit {
    domain::ModelFamily family = domain::ModelFamily::Ridge;
    double c = 1;
    stats::Encoder encoder;
    stats::QuantileBins bins;
    stats::LogitFit linear;
    stats::StumpModel stumps;
    bool operator==(const AdditiveFit &) const = default;

    double intercept() const;
};

// `labels` has one entry per row of the columns. Absent when the rows know one outcome only.
std::optional<AdditiveFit> fitAdditive(std::span<const stats::RawColumn> columns,
                                       std::span<const double> labels,
                                       std::span<const std::size_t> rows, const Recipe &recipe);

// One row per row asked for, one column per raw column.
stats::Matrix columnParts(const AdditiveFit &fit, std::span<const stats::RawColumn> columns,
                          std::span<const std::size_t> rows);

// Log-odds of the rows asked for.
std::vector<double> scoresOf(const AdditiveFit &fit, std::span<const stats::RawColumn> columns,
                             std::span<const std::size_t> rows);

// The penalty with the least log-loss in cross-validation over folds of whole groups; the smaller
// one of equals. Folds that cannot be fitted are left out; without any the first of `choices`.
double choosePenalty(std::span<const stats::RawColumn> columns, std::span<const double> labels,
                     std::span<const std::string> groups, std::span<const std::size_t> rows,
                     const Recipe &recipe, std::span<const double> choices);

} // namespace topline::predict
