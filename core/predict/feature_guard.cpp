#include "core/predict/feature_guard.h"

#include "core/stats/class_metrics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace topline::predict {

namespace {

bool isMissing(const stats::RawColumn &column, std::size_t row)
{
    return column.isText ? column.texts[row].empty() : std::isnan(column.numbers[row]);
}

// Rows in the order of their time; the later ones begin at the second number.
struct TimeOrder {
    std::vector<std::size_t> rows;
    std::size_t later = 0;
};

TimeOrder timeOrder(const FeatureTable &table, double laterShare)
{
    TimeOrder out;
    out.rows.resize(table.rows.size());
    std::iota(out.rows.begin(), out.rows.end(), std::size_t{0});
    std::stable_sort(out.rows.begin(), out.rows.end(), [&](std::size_t a, std::size_t b) {
        return table.rows[a].askedMs < table.rows[b].askedMs;
    });
    const auto n = static_cast<double>(out.rows.size());
    out.later = static_cast<std::size_t>(std::floor((1 - laterShare) * n));
    return out;
}

// For each later row the win rate of its level among the earlier ones, pulled a little to theirs.
std::vector<double> levelRates(const FeatureTable &table, const stats::RawColumn &column,
                               const TimeOrder &order)
{
    struct Counts {
        double rows = 0;
        double hits = 0;
    };

    std::map<std::string, Counts> counts;
    Counts all;
    for (std::size_t i = 0; i < order.later; ++i) {
        const std::size_t row = order.rows[i];
        Counts &level = counts[column.texts[row]];
        for (Counts *sum : {&level, &all}) {
            sum->rows += 1;
            sum->hits += table.rows[row].label;
        }
    }
    const double parent = all.rows > 0 ? all.hits / all.rows : 0.5;
    std::vector<double> out;
    for (std::size_t i = order.later; i < order.rows.size(); ++i) {
        const Counts level = counts[column.texts[order.rows[i]]];
        out.push_back((level.hits + parent) / (level.rows + 1));
    }
    return out;
}

domain::RefusedFeature refusal(const FeatureTable &table, std::size_t column, std::string reason,
                               std::int64_t values)
{
    return {.name = table.columns[column].name,
            .reason = std::move(reason),
            .values = values,
            .of = static_cast<std::int64_t>(table.rows.size())};
}

std::int64_t countRows(const FeatureTable &table, std::size_t column, auto test)
{
    std::int64_t out = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (!isMissing(table.columns[column], row) &&
            test(table.knownMs[column][row], table.rows[row]))
            ++out;
    }
    return out;
}

std::optional<domain::RefusedFeature> faultOf(const FeatureTable &table, std::size_t column,
                                              const GuardPolicy &policy)
{
    const auto late = countRows(table, column, [](base::UtcMs known, const FeatureRow &row) {
        return known > row.askedMs;
    });
    if (late > 0 && policy.refusesLateValues)
        return refusal(table, column, "known only after the moment of prediction", late);
    const auto atOutcome = countRows(table, column, [](base::UtcMs known, const FeatureRow &row) {
        return row.outcomeMs != notYet && known == row.outcomeMs;
    });
    if (atOutcome > 0)
        return refusal(table, column, "known at the moment of the outcome", atOutcome);
    const auto present =
        countRows(table, column, [](base::UtcMs, const FeatureRow &) { return true; });
    if (present == 0)
        return refusal(table, column, "no value was known at any moment of prediction", 0);
    const auto later =
        static_cast<std::int64_t>(policy.laterShare * static_cast<double>(table.rows.size()));
    const auto auc = aucAlone(table, column, policy.laterShare);
    if (later >= policy.rowsMin && auc && *auc > policy.aucMax)
        return refusal(table, column, "tells the outcome too well on its own to be honest", later);
    return std::nullopt;
}

} // namespace

std::optional<double> aucAlone(const FeatureTable &table, std::size_t column, double laterShare)
{
    const TimeOrder order = timeOrder(table, laterShare);
    const stats::RawColumn &values = table.columns[column];
    std::vector<double> labels;
    std::vector<double> scores;
    for (std::size_t i = order.later; i < order.rows.size(); ++i)
        labels.push_back(table.rows[order.rows[i]].label);
    if (values.isText) {
        scores = levelRates(table, values, order);
    } else {
        std::vector<double> presentLabels;
        for (std::size_t i = order.later; i < order.rows.size(); ++i) {
            if (isMissing(values, order.rows[i]))
                continue;
            scores.push_back(values.numbers[order.rows[i]]);
            presentLabels.push_back(table.rows[order.rows[i]].label);
        }
        labels = std::move(presentLabels);
    }
    const auto auc = stats::areaUnderCurve(scores, labels);
    if (!auc)
        return std::nullopt;
    return std::max(*auc, 1 - *auc);
}

GuardedColumns guardColumns(const FeatureTable &table, const GuardPolicy &policy)
{
    GuardedColumns out;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        if (auto fault = faultOf(table, column, policy))
            out.refused.push_back(std::move(*fault));
        else
            out.usable.push_back(column);
    }
    return out;
}

} // namespace topline::predict
