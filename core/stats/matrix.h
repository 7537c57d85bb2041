// A dense table of doubles, row by row: what encoders make and fits read. Used within core/stats
// and core/predict on any thread; a plain value that cannot fail. Indices out of range are our own
// bug.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace topline::stats {

struct Matrix {
    Matrix() = default;

    Matrix(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , values(rowCount * columnCount)
    {
    }

    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values; // rows x columns, row-major

    std::span<const double> row(std::size_t r) const { return {&values[r * columns], columns}; }

    std::span<double> row(std::size_t r) { return {&values[r * columns], columns}; }

    double at(std::size_t r, std::size_t c) const { return values[r * columns + c]; }
};

} // namespace topline::stats
