#include "core/predict/cell_table.h"

#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/stats/split.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace topline::predict {

namespace {

base::Error fault(std::string message)
{
    return {base::ErrorCode::InvalidInput, std::move(message)};
}

base::Result<std::size_t> columnNamed(const CellTable &cells, const std::string &name)
{
    const auto found = std::find(cells.names.begin(), cells.names.end(), name);
    if (found == cells.names.end())
        return fault("There is no column \"" + name + "\".");
    return static_cast<std::size_t>(found - cells.names.begin());
}

// Empty: no such column was named.
base::Result<std::optional<std::size_t>> columnIfNamed(const CellTable &cells,
                                                       const std::string &name)
{
    if (name.empty())
        return std::optional<std::size_t>();
    TRY_ASSIGN(const auto column, columnNamed(cells, name));
    return std::optional<std::size_t>(column);
}

bool isNothing(std::string_view text)
{
    const std::string lower = base::lowerAscii(base::trimmed(text));
    return lower.empty() || lower == "na" || lower == "nan" || lower == "null" || lower == "?";
}

std::optional<double> numberOf(std::string_view text)
{
    const auto cell = base::trimmed(text);
    double out = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), out);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(out))
        return std::nullopt;
    return out;
}

std::optional<double> labelOf(std::string_view text, const CellQuestion &question)
{
    const std::string cell(base::trimmed(text));
    if (!question.positive.empty()) {
        if (cell == question.positive)
            return 1;
        if (cell.empty() || (!question.negative.empty() && cell != question.negative))
            return std::nullopt;
        return 0;
    }
    const std::string lower = base::lowerAscii(cell);
    for (const char *yes : {"1", "true", "yes", "y", "t", "won"}) {
        if (lower == yes)
            return 1;
    }
    for (const char *no : {"0", "false", "no", "n", "f", "lost", "loss"}) {
        if (lower == no)
            return 0;
    }
    return std::nullopt;
}

stats::RawColumn readColumn(const CellTable &cells, std::size_t column,
                            const std::vector<std::size_t> &rows, bool isCategorical)
{
    stats::RawColumn out;
    out.name = cells.names[column];
    bool isNumeric = !isCategorical;
    for (const std::size_t row : rows) {
        if (!isNumeric)
            break;
        const std::string &cell = cells.rows[row][column];
        const auto number = numberOf(cell);
        isNumeric = number || isNothing(cell);
        out.numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    if (isNumeric)
        return out;
    out.isText = true;
    out.numbers.clear();
    for (const std::size_t row : rows)
        out.texts.emplace_back(base::trimmed(cells.rows[row][column]));
    return out;
}

base::Result<base::UtcMs> timeOf(const std::string &text, const std::string &column)
{
    const auto time = base::parseTime(text);
    if (!time)
        return fault("The column \"" + column + "\" holds \"" + text + "\", which is no date.");
    return time->utcMs;
}

base::Status addTimes(SplitTable &out, const CellTable &cells, const CellQuestion &question,
                      const std::vector<std::size_t> &rows)
{
    TRY_ASSIGN(const auto column, columnNamed(cells, question.time));
    std::vector<base::UtcMs> times;
    for (const std::size_t row : rows) {
        TRY_ASSIGN(const auto time, timeOf(cells.rows[row][column], question.time));
        times.push_back(time);
    }
    base::UtcMs fromMs = 0;
    if (question.from.empty()) {
        auto sorted = times;
        std::sort(sorted.begin(), sorted.end());
        const double rank = (1 - question.testShare) * static_cast<double>(sorted.size());
        if (!sorted.empty())
            fromMs = sorted[std::min(static_cast<std::size_t>(rank), sorted.size() - 1)];
    } else {
        TRY_ASSIGN(fromMs, timeOf(question.from, question.time));
    }
    for (std::size_t i = 0; i < times.size(); ++i) {
        out.table.rows[i].askedMs = times[i];
        out.isTest[i] = times[i] >= fromMs;
    }
    return {};
}

} // namespace

base::Result<SplitTable> splitTable(const CellTable &cells, const CellQuestion &question)
{
    TRY_ASSIGN(const auto label, columnNamed(cells, question.label));
    TRY_ASSIGN(const auto id, columnIfNamed(cells, question.id));
    TRY_ASSIGN(const auto time, columnIfNamed(cells, question.time));
    for (const auto &names : {question.excluded, question.categorical}) {
        for (const auto &name : names)
            TRY(columnNamed(cells, name));
    }
    SplitTable out;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cells.rows.size(); ++row) {
        const auto outcome = labelOf(cells.rows[row][label], question);
        if (!outcome)
            continue;
        rows.push_back(row);
        FeatureRow made;
        made.unit = id ? cells.rows[row][*id] : std::to_string(row);
        made.group = made.unit;
        made.askedMs = static_cast<base::UtcMs>(row);
        made.outcomeMs = notYet - 1;
        made.label = *outcome;
        out.isTest.push_back(stats::unitNumber(question.salt, made.unit) < question.testShare);
        out.table.rows.push_back(std::move(made));
    }
    if (!question.time.empty())
        TRY(addTimes(out, cells, question, rows));
    for (std::size_t column = 0; column < cells.names.size(); ++column) {
        const std::string &name = cells.names[column];
        if (column == label || column == id || column == time || question.excluded.contains(name))
            continue;
        out.table.columns.push_back(
            readColumn(cells, column, rows, question.categorical.contains(name)));
        out.table.knownMs.emplace_back(rows.size(), alwaysKnown);
    }
    return out;
}

} // namespace topline::predict
