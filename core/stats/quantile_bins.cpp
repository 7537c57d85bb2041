#include "core/stats/quantile_bins.h"

#include "core/base/check.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <set>

namespace topline::stats {

namespace {

bool isTwoValued(const Matrix &x, std::size_t column)
{
    std::set<double> seen;
    for (std::size_t r = 0; r < x.rows && seen.size() <= 2; ++r)
        seen.insert(x.at(r, column));
    return seen.size() <= 2;
}

std::size_t widthOf(const BinnedColumn &column)
{
    return column.edges.empty() ? 1 : column.edges.size() + 1;
}

} // namespace

QuantileBins fitQuantileBins(const Matrix &x, int bins)
{
    CHECK(bins >= 2);
    QuantileBins out;
    for (std::size_t c = 0; c < x.columns; ++c) {
        BinnedColumn binned{.column = c, .edges = {}};
        if (!isTwoValued(x, c)) {
            std::vector<double> values(x.rows);
            for (std::size_t r = 0; r < x.rows; ++r)
                values[r] = x.at(r, c);
            std::sort(values.begin(), values.end());
            auto unbinned = values.cbegin(); // the first value behind the last edge
            for (int i = 1; i < bins; ++i) {
                const double edge = *quantile(values, static_cast<double>(i) / bins);
                // No bin that training never sees, neither here nor behind the last edge.
                if (unbinned == values.cend() || *unbinned > edge || edge >= values.back())
                    continue;
                binned.edges.push_back(edge);
                unbinned = std::upper_bound(unbinned, values.cend(), edge);
            }
        }
        out.push_back(std::move(binned));
    }
    return out;
}

std::size_t binnedColumnCount(const QuantileBins &bins)
{
    std::size_t out = 0;
    for (const auto &column : bins)
        out += widthOf(column);
    return out;
}

Matrix toBins(const QuantileBins &bins, const Matrix &x)
{
    CHECK(bins.size() == x.columns);
    Matrix out(x.rows, binnedColumnCount(bins));
    for (std::size_t r = 0; r < x.rows; ++r) {
        const auto cells = out.row(r);
        std::size_t at = 0;
        for (const auto &column : bins) {
            const double value = x.at(r, column.column);
            if (column.edges.empty()) {
                cells[at] = value;
            } else {
                const auto edge = std::lower_bound(column.edges.begin(), column.edges.end(), value);
                cells[at + static_cast<std::size_t>(edge - column.edges.begin())] = 1;
            }
            at += widthOf(column);
        }
    }
    return out;
}

std::vector<std::size_t> binnedOrigins(const QuantileBins &bins)
{
    std::vector<std::size_t> out;
    for (const auto &column : bins)
        out.insert(out.end(), widthOf(column), column.column);
    return out;
}

} // namespace topline::stats
