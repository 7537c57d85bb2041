// Refuses columns that know the future: values known only after the row was asked about, or that
// foretell so well out of time that they must be the outcome in disguise. Called before every
// training, and by the terminal program to report on files, on any thread; pure, cannot fail.
#pragma once

#include "core/domain/prediction.h"
#include "core/predict/feature_table.h"

#include <cstddef>
#include <vector>

namespace topline::predict {

struct GuardPolicy {
    bool refusesLateValues = true;
    double aucMax = 0.98;      // of one column alone, on the later rows
    double laterShare = 0.3;   // which rows those are
    std::int64_t rowsMin = 20; // later rows, before that test says anything
};

struct GuardedColumns {
    std::vector<std::size_t> usable; // in their order
    std::vector<domain::RefusedFeature> refused;
};

GuardedColumns guardColumns(const FeatureTable &table, const GuardPolicy &policy = {});

// How well the column alone tells the outcome of the later rows, whichever way it points: at least
// 0.5. Texts count as the win rate of their level among the earlier rows. Absent when the later
// rows have one outcome only.
std::optional<double> aucAlone(const FeatureTable &table, std::size_t column, double laterShare);

} // namespace topline::predict
