// Cuts each varying number into bins of about equal count and gives every bin a column of its own,
// so that a linear model can follow any shape and stays additive. Learned on training rows. Called
// by core/predict on any thread; pure. Source: Ramsay's regression splines of degree 0, Statistical
// Science 3, 1988; edges at type-7 quantiles.
#pragma once

#include "core/stats/matrix.h"

#include <cstddef>
#include <vector>

namespace topline::stats {

struct BinnedColumn {
    std::size_t column = 0;    // of the matrix that was cut
    std::vector<double> edges; // ascending; bin i holds edges[i-1] < x <= edges[i]; empty: as it is
    bool operator==(const BinnedColumn &) const = default;
};

using QuantileBins = std::vector<BinnedColumn>; // one per column, in order

// Edges at the quantiles 1/bins … (bins-1)/bins of the column; an edge that would close an empty
// bin is left out. Columns with at most two different values stay as they are. bins >= 2.
QuantileBins fitQuantileBins(const Matrix &x, int bins = 8);

// Columns of the binned matrix; those of one original column stand together, in its order.
std::size_t binnedColumnCount(const QuantileBins &bins);
Matrix toBins(const QuantileBins &bins, const Matrix &x);

// The original column of each binned column.
std::vector<std::size_t> binnedOrigins(const QuantileBins &bins);

} // namespace topline::stats
