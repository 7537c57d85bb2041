#include "core/stats/encoder.h"

#include "core/base/check.h"
#include "core/stats/quantile.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace topline::stats {

namespace {

double seen(double raw, bool isLongTailed)
{
    return isLongTailed ? std::log2(1 + std::max(raw, 0.0)) : raw;
}

void addNumber(Encoder &out, std::size_t index, const RawColumn &column,
               std::span<const std::size_t> rows)
{
    std::vector<double> present;
    for (const std::size_t row : rows) {
        if (!std::isnan(column.numbers[row]))
            present.push_back(seen(column.numbers[row], column.isLongTailed));
    }
    if (present.empty())
        return;
    EncodedFeature feature;
    feature.column = index;
    feature.isLongTailed = column.isLongTailed;
    feature.median = *median(present);
    const std::size_t missing = rows.size() - present.size();
    present.insert(present.end(), missing, feature.median);
    feature.centre = *mean(present);
    for (double &value : present)
        value = (value - feature.centre) * (value - feature.centre);
    feature.scale = std::sqrt(*mean(present));
    // Below this the spread is what rounding left of a constant.
    if (feature.scale > 1e-12 * (1 + std::abs(feature.centre)))
        out.push_back(feature);
    if (missing > 0 && missing < rows.size())
        out.push_back({.column = index, .kind = FeatureKind::Missing, .level = {}});
}

void addLevels(Encoder &out, std::size_t index, const RawColumn &column,
               std::span<const std::size_t> rows, double shareMin)
{
    std::map<std::string, std::size_t> counts;
    for (const std::size_t row : rows)
        ++counts[column.texts[row]];
    if (counts.size() < 2)
        return;
    const double least = shareMin * static_cast<double>(rows.size());
    for (const auto &[level, count] : counts) {
        if (static_cast<double>(count) >= least)
            out.push_back({.column = index, .kind = FeatureKind::Level, .level = level});
    }
}

} // namespace

Encoder fitEncoder(std::span<const RawColumn> columns, std::span<const std::size_t> trainRows,
                   double levelShareMin)
{
    CHECK(!trainRows.empty());
    Encoder out;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].isText)
            addLevels(out, c, columns[c], trainRows, levelShareMin);
        else
            addNumber(out, c, columns[c], trainRows);
    }
    return out;
}

Matrix encode(const Encoder &encoder, std::span<const RawColumn> columns,
              std::span<const std::size_t> rows)
{
    std::map<std::size_t, std::map<std::string_view, std::size_t>> levels; // by raw column
    for (std::size_t f = 0; f < encoder.size(); ++f) {
        if (encoder[f].kind == FeatureKind::Level)
            levels[encoder[f].column].emplace(encoder[f].level, f);
    }
    Matrix out(rows.size(), encoder.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto cells = out.row(r);
        for (std::size_t f = 0; f < encoder.size(); ++f) {
            const EncodedFeature &feature = encoder[f];
            if (feature.kind == FeatureKind::Level)
                continue;
            const double raw = columns[feature.column].numbers[rows[r]];
            const double number =
                std::isnan(raw) ? feature.median : seen(raw, feature.isLongTailed);
            if (feature.kind == FeatureKind::Missing)
                cells[f] = std::isnan(raw) ? 1 : 0;
            else
                cells[f] = (number - feature.centre) / feature.scale;
        }
        for (const auto &[column, byLevel] : levels) {
            const auto found = byLevel.find(columns[column].texts[rows[r]]);
            if (found != byLevel.end())
                cells[found->second] = 1;
        }
    }
    return out;
}

} // namespace topline::stats
