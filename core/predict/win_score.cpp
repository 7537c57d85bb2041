#include "core/predict/win_model.h"
#include "core/stats/exact_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numeric>

namespace topline::predict {

using domain::ModelFamily;

namespace {

constexpr double micro = 1e6;

struct NamedParts {
    double base = 0; // log-odds
    std::vector<std::string> names;
    std::vector<std::string> values;
    std::vector<double> parts; // log-odds
};

// The columns that the model asks for, in its order.
std::vector<stats::RawColumn> columnsFor(const WinModel &model, const FeatureTable &table)
{
    std::vector<stats::RawColumn> out;
    for (std::size_t c = 0; c < model.columns.size(); ++c) {
        const bool isText = model.isText[c];
        const auto found = std::find_if(
            table.columns.begin(), table.columns.end(), [&](const stats::RawColumn &column) {
                return column.name == model.columns[c] && column.isText == isText;
            });
        if (found != table.columns.end()) {
            out.push_back(*found);
            continue;
        }
        stats::RawColumn none{
            .name = model.columns[c], .isText = isText, .numbers = {}, .texts = {}};
        if (isText)
            none.texts.resize(table.rows.size());
        else
            none.numbers.assign(table.rows.size(), std::numeric_limits<double>::quiet_NaN());
        out.push_back(std::move(none));
    }
    return out;
}

std::vector<std::size_t> allRows(const FeatureTable &table)
{
    std::vector<std::size_t> out(table.rows.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

domain::WinEstimate emptyEstimate(const WinModel &model)
{
    domain::WinEstimate out;
    out.tier = model.tier;
    out.family = model.family;
    out.verdict = model.verdict;
    out.won = model.won;
    out.lost = model.lost;
    return out;
}

// Rounds once, at the total; the parts follow it.
domain::WinEstimate rounded(const WinModel &model, const NamedParts &named)
{
    domain::WinEstimate out = emptyEstimate(model);
    const double logOdds = std::accumulate(named.parts.begin(), named.parts.end(), named.base);
    out.baseMicro = std::llround(named.base * micro);
    out.logitMicro = named.parts.empty() ? out.baseMicro : std::llround(logOdds * micro);
    out.ppm = std::llround(stats::logistic(static_cast<double>(out.logitMicro) / micro) * micro);
    std::vector<double> scaled;
    for (const double part : named.parts)
        scaled.push_back(part * micro);
    const auto whole = stats::exactParts(scaled, out.logitMicro - out.baseMicro);
    for (std::size_t i = 0; i < whole.size(); ++i)
        out.parts.push_back({named.names[i], named.values[i], whole[i]});
    std::stable_sort(out.parts.begin(), out.parts.end(), [](const auto &a, const auto &b) {
        return std::abs(a.microLogOdds) > std::abs(b.microLogOdds);
    });
    return out;
}

const std::string &textAt(const FeatureTable &table, const std::string &name, std::size_t row)
{
    static const std::string unknown;
    for (const auto &column : table.columns) {
        if (column.isText && column.name == name)
            return column.texts[row];
    }
    return unknown;
}

domain::WinEstimate fromTable(const WinModel &model, const FeatureTable &table, std::size_t row)
{
    const WinTable &counts = model.table;
    NamedParts out;
    out.base = stats::logit(counts.rate()) + model.shift;
    const std::string &stage = textAt(table, counts.stageColumn, row);
    const double ofStage = counts.stageRate(stage);
    if (!counts.stageColumn.empty()) {
        out.names.push_back(counts.stageColumn);
        out.values.push_back(stage);
        out.parts.push_back(stats::logit(ofStage) - stats::logit(counts.rate()));
    }
    if (!counts.segmentColumn.empty()) {
        const std::string &segment = textAt(table, counts.segmentColumn, row);
        out.names.push_back(counts.segmentColumn);
        out.values.push_back(segment);
        out.parts.push_back(stats::logit(counts.segmentRate(stage, segment)) -
                            stats::logit(ofStage));
    }
    return rounded(model, out);
}

std::vector<domain::WinEstimate> fromFit(const WinModel &model, const FeatureTable &table)
{
    const auto columns = columnsFor(model, table);
    const auto parts = columnParts(model.fit, columns, allRows(table));
    const double meanScore =
        std::accumulate(model.meanParts.begin(), model.meanParts.end(), model.fit.intercept());
    NamedParts named;
    named.base = model.line.at(meanScore) + model.shift;
    named.names = model.columns;
    std::vector<domain::WinEstimate> out;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto row = parts.row(r);
        named.values.clear();
        named.parts.clear();
        double score = meanScore;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            named.values.push_back(valueText(columns[c], r));
            named.parts.push_back(model.line.slope * (row[c] - model.meanParts[c]));
            score += row[c] - model.meanParts[c];
        }
        if (model.curve) {
            named.names.resize(columns.size());
            named.names.emplace_back("calibration");
            named.values.emplace_back();
            named.parts.push_back(recalibratedScore(model, score) - model.line.at(score));
        }
        out.push_back(rounded(model, named));
    }
    return out;
}

} // namespace

double recalibratedScore(const WinModel &model, double score)
{
    if (!model.curve)
        return model.line.at(score);
    // The curve's flat ends are 0 and 1 where its last rows agreed; nothing is that certain.
    return stats::logit(std::clamp(model.curve->at(score), 0.001, 0.999));
}

std::string valueText(const stats::RawColumn &column, std::size_t row)
{
    if (column.isText)
        return column.texts[row];
    if (std::isnan(column.numbers[row]))
        return {};
    char text[32];
    const double number = column.numbers[row];
    std::snprintf(text, sizeof text, std::abs(number) < 1'000 ? "%.4g" : "%.0f", number);
    return text;
}

std::vector<domain::WinEstimate> estimate(const WinModel &model, const FeatureTable &table)
{
    if (model.family == ModelFamily::StageTable) {
        std::vector<domain::WinEstimate> out;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            out.push_back(fromTable(model, table, row));
        return out;
    }
    if (model.family == ModelFamily::BaseRate) {
        NamedParts named;
        named.base = stats::logit(std::clamp(model.baseRate, 1e-6, 1 - 1e-6)) + model.shift;
        return {table.rows.size(), rounded(model, named)};
    }
    return fromFit(model, table);
}

std::vector<double> unshiftedScores(const WinModel &model, const FeatureTable &table)
{
    std::vector<double> out;
    WinModel plain = model;
    plain.shift = 0;
    if (model.family == ModelFamily::BaseRate || model.family == ModelFamily::StageTable) {
        for (const auto &one : estimate(plain, table))
            out.push_back(static_cast<double>(one.logitMicro) / micro);
        return out;
    }
    for (const double score : scoresOf(model.fit, columnsFor(model, table), allRows(table)))
        out.push_back(recalibratedScore(plain, score));
    return out;
}

} // namespace topline::predict
