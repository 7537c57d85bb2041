// Tier 0: the rate of each stage, and of each segment within it, pulled to its parent. Called by
// win_train while there are too few outcomes for a model, and by win_score; pure, any thread,
// cannot fail.
#pragma once

#include "core/predict/feature_table.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::predict {

// p = (k + K p_parent) / (n + K): all deals, then a stage, then a segment of that stage. Deals
// count once per cell, however often they were looked at.
struct WinTable {
    struct Cell {
        std::int64_t won = 0;
        std::int64_t closed = 0;
        bool operator==(const Cell &) const = default;
    };

    std::string stageColumn; // names; empty: there is none
    std::string segmentColumn;
    double strength = 20; // K
    Cell all;
    std::map<std::string, Cell> stages;
    std::map<std::pair<std::string, std::string>, Cell> segments; // by stage, segment
    bool operator==(const WinTable &) const = default;

    double rate() const; // of all; one half before anything was won or lost
    double stageRate(const std::string &stage) const;
    double segmentRate(const std::string &stage, const std::string &segment) const;
};

// Columns that the table lacks, or that hold numbers, count as unknown for every row.
WinTable fitWinTable(const FeatureTable &table, std::string stageColumn, std::string segmentColumn,
                     double strength);

} // namespace topline::predict
