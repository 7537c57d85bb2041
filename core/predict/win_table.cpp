#include "core/predict/win_table.h"

#include <set>

namespace topline::predict {

namespace {

double shrunk(const WinTable::Cell &cell, double strength, double parent)
{
    return (static_cast<double>(cell.won) + strength * parent) /
           (static_cast<double>(cell.closed) + strength);
}

template <typename Map>
double cellRate(const Map &cells, const typename Map::key_type &key, double strength, double parent)
{
    const auto found = cells.find(key);
    return found == cells.end() ? parent : shrunk(found->second, strength, parent);
}

const stats::RawColumn *textColumn(const FeatureTable &table, const std::string &name)
{
    for (const auto &column : table.columns) {
        if (column.isText && column.name == name)
            return &column;
    }
    return nullptr;
}

} // namespace

double WinTable::rate() const
{
    // One of each more, so that a first win is no certainty.
    return (static_cast<double>(all.won) + 1) / (static_cast<double>(all.closed) + 2);
}

double WinTable::stageRate(const std::string &stage) const
{
    return cellRate(stages, stage, strength, rate());
}

double WinTable::segmentRate(const std::string &stage, const std::string &segment) const
{
    return cellRate(segments, {stage, segment}, strength, stageRate(stage));
}

WinTable fitWinTable(const FeatureTable &table, std::string stageColumn, std::string segmentColumn,
                     double strength)
{
    WinTable out;
    const auto *stages = textColumn(table, stageColumn);
    const auto *segments = textColumn(table, segmentColumn);
    out.stageColumn = stages ? std::move(stageColumn) : std::string();
    out.segmentColumn = segments ? std::move(segmentColumn) : std::string();
    out.strength = strength;
    std::set<std::string> units;
    std::set<std::pair<std::string, std::string>> seenStages;
    std::set<std::pair<std::string, std::pair<std::string, std::string>>> seenSegments;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const FeatureRow &deal = table.rows[row];
        if (deal.outcomeMs == notYet)
            continue;
        const auto count = [&](WinTable::Cell &cell) {
            ++cell.closed;
            cell.won += deal.label > 0.5 ? 1 : 0;
        };
        if (units.insert(deal.unit).second)
            count(out.all);
        const std::string stage = stages ? stages->texts[row] : std::string();
        const std::string segment = segments ? segments->texts[row] : std::string();
        if (stages && seenStages.insert({deal.unit, stage}).second)
            count(out.stages[stage]);
        if (segments && seenSegments.insert({deal.unit, {stage, segment}}).second)
            count(out.segments[{stage, segment}]);
    }
    return out;
}

} // namespace topline::predict
