#include "core/predict/feature_table.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace topline::predict {

std::vector<double> FeatureTable::labels() const
{
    std::vector<double> out;
    out.reserve(rows.size());
    for (const auto &row : rows)
        out.push_back(row.label);
    return out;
}

std::vector<std::string> FeatureTable::groups() const
{
    std::vector<std::string> out;
    out.reserve(rows.size());
    for (const auto &row : rows)
        out.push_back(row.group);
    return out;
}

FeatureTable sorted(const FeatureTable &table)
{
    std::vector<std::size_t> order(table.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const FeatureRow &x = table.rows[a];
        const FeatureRow &y = table.rows[b];
        return std::tie(x.askedMs, x.unit) < std::tie(y.askedMs, y.unit);
    });
    return withRows(table, order);
}

FeatureTable withRows(const FeatureTable &table, const std::vector<std::size_t> &rows)
{
    FeatureTable out;
    for (const std::size_t row : rows)
        out.rows.push_back(table.rows[row]);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const stats::RawColumn &from = table.columns[c];
        stats::RawColumn to{.name = from.name,
                            .isText = from.isText,
                            .isLongTailed = from.isLongTailed,
                            .numbers = {},
                            .texts = {}};
        std::vector<base::UtcMs> known;
        for (const std::size_t row : rows) {
            if (from.isText)
                to.texts.push_back(from.texts[row]);
            else
                to.numbers.push_back(from.numbers[row]);
            known.push_back(table.knownMs[c][row]);
        }
        out.columns.push_back(std::move(to));
        out.knownMs.push_back(std::move(known));
    }
    return out;
}

FeatureTable withColumns(const FeatureTable &table, const std::vector<std::size_t> &columns)
{
    FeatureTable out{.rows = table.rows, .columns = {}, .knownMs = {}};
    for (const std::size_t column : columns) {
        out.columns.push_back(table.columns[column]);
        out.knownMs.push_back(table.knownMs[column]);
    }
    return out;
}

OutcomeCount countOutcomes(const FeatureTable &table)
{
    std::set<std::string> won;
    std::set<std::string> lost;
    for (const auto &row : table.rows) {
        if (row.outcomeMs != notYet)
            (row.label > 0.5 ? won : lost).insert(row.unit);
    }
    return {static_cast<std::int64_t>(won.size()), static_cast<std::int64_t>(lost.size())};
}

} // namespace topline::predict
