#include "core/predict/win_fit.h"

#include "core/base/check.h"
#include "core/stats/class_metrics.h"
#include "core/stats/split.h"

#include <limits>
#include <numeric>

namespace topline::predict {

using domain::ModelFamily;

namespace {

constexpr int penaltyFolds = 5;

std::vector<double> pick(std::span<const double> values, std::span<const std::size_t> rows)
{
    std::vector<double> out;
    out.reserve(rows.size());
    for (const std::size_t row : rows)
        out.push_back(values[row]);
    return out;
}

} // namespace

double AdditiveFit::intercept() const
{
    return family == ModelFamily::Stumps ? stumps.intercept : linear.intercept;
}

std::optional<AdditiveFit> fitAdditive(std::span<const stats::RawColumn> columns,
                                       std::span<const double> labels,
                                       std::span<const std::size_t> rows, const Recipe &recipe)
{
    if (rows.empty())
        return std::nullopt;
    AdditiveFit out;
    out.family = recipe.family;
    out.c = recipe.c;
    out.encoder = stats::fitEncoder(columns, rows);
    stats::Matrix x = stats::encode(out.encoder, columns, rows);
    const auto y = pick(labels, rows);
    if (recipe.family == ModelFamily::Stumps) {
        auto stumps = stats::fitBoostedStumps(x, y, recipe.stumps);
        if (!stumps)
            return std::nullopt;
        out.stumps = std::move(*stumps);
        return out;
    }
    CHECK(recipe.family == ModelFamily::Ridge || recipe.family == ModelFamily::Bins);
    if (recipe.family == ModelFamily::Bins) {
        out.bins = stats::fitQuantileBins(x, recipe.bins);
        x = stats::toBins(out.bins, x);
    }
    auto linear = stats::fitRidgeLogit(x, y, {.c = recipe.c});
    if (!linear)
        return std::nullopt;
    out.linear = std::move(*linear);
    return out;
}

stats::Matrix columnParts(const AdditiveFit &fit, std::span<const stats::RawColumn> columns,
                          std::span<const std::size_t> rows)
{
    stats::Matrix x = stats::encode(fit.encoder, columns, rows);
    stats::Matrix out(rows.size(), columns.size());
    if (fit.family == ModelFamily::Stumps) {
        for (const auto &step : fit.stumps.steps) {
            const std::size_t column = fit.encoder[step.column].column;
            for (std::size_t r = 0; r < rows.size(); ++r)
                out.row(r)[column] += step.at(x.at(r, step.column));
        }
        return out;
    }
    std::vector<std::size_t> origins(x.columns);
    std::iota(origins.begin(), origins.end(), std::size_t{0});
    if (fit.family == ModelFamily::Bins) {
        origins = stats::binnedOrigins(fit.bins);
        x = stats::toBins(fit.bins, x);
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto parts = out.row(r);
        for (std::size_t f = 0; f < x.columns; ++f)
            parts[fit.encoder[origins[f]].column] += fit.linear.weights[f] * x.at(r, f);
    }
    return out;
}

std::vector<double> scoresOf(const AdditiveFit &fit, std::span<const stats::RawColumn> columns,
                             std::span<const std::size_t> rows)
{
    const auto parts = columnParts(fit, columns, rows);
    std::vector<double> out;
    out.reserve(rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto row = parts.row(r);
        out.push_back(std::accumulate(row.begin(), row.end(), fit.intercept()));
    }
    return out;
}

double choosePenalty(std::span<const stats::RawColumn> columns, std::span<const double> labels,
                     std::span<const std::string> groups, std::span<const std::size_t> rows,
                     const Recipe &recipe, std::span<const double> choices)
{
    CHECK(!choices.empty());
    std::vector<std::string> ofRows;
    for (const std::size_t row : rows)
        ofRows.push_back(groups[row]);
    const auto folds = stats::groupedFolds(ofRows, penaltyFolds, "penalty");
    std::vector<double> losses(choices.size());
    bool any = false;
    for (int fold = 0; fold < penaltyFolds; ++fold) {
        std::vector<std::size_t> train;
        std::vector<std::size_t> test;
        for (std::size_t i = 0; i < rows.size(); ++i)
            (folds[i] == fold ? test : train).push_back(rows[i]);
        for (std::size_t i = 0; i < choices.size() && !test.empty(); ++i) {
            Recipe one = recipe;
            one.c = choices[i];
            const auto fit = fitAdditive(columns, labels, train, one);
            if (!fit)
                break;
            any = true;
            const auto scores = scoresOf(*fit, columns, test);
            for (std::size_t t = 0; t < test.size(); ++t)
                losses[i] += stats::logLossOf(stats::logistic(scores[t]), labels[test[t]]);
        }
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < choices.size() && any; ++i) {
        if (losses[i] < losses[best])
            best = i;
    }
    return choices[best];
}

} // namespace topline::predict
