// Learns a win model from looks at closed deals: guards the columns, climbs the ladder that the
// number of outcomes allows, tests every candidate out of time, and shows a model only when it
// beats the base rate. Called by the engine and by tests, on any thread; pure, cannot fail.
#pragma once

#include "core/domain/prediction.h"
#include "core/predict/feature_guard.h"
#include "core/predict/feature_table.h"
#include "core/predict/win_model.h"
#include "core/predict/win_recentre.h"

#include <string>
#include <vector>

namespace topline::predict {

struct WinPolicy {
    std::int64_t tableBelow = 25;     // of the rarer outcome: tier 0
    std::int64_t additiveAbove = 200; // of the rarer outcome: tier 2
    double tableStrength = 20;
    std::string stageColumn = "stage"; // of the table
    std::string segmentColumn = "source";
    std::vector<double> penalties = {0.03, 0.1, 0.3, 1};
    int bins = 8;
    stats::StumpOptions stumps = {};
    int origins = 5;
    std::size_t rowsMax = 60'000;           // more are sampled down, whole accounts at a time
    double standardErrors = 1;              // by which the base rate must be beaten
    double slopeMin = 0.8, slopeMax = 1.25; // outside: Platt, or isotonic
    std::int64_t isotonicRowsMin = 1'000;
    RecentrePolicy recentre = {};
    GuardPolicy guard = {};
};

struct WinTraining {
    WinModel model;
    domain::WinModelReport report;
};

// Rows without an outcome, or whose outcome lies after `now`, are left out. The order of rows does
// not matter, down to the bytes of the model's text. Once asked to stop it ends after the fit under
// way, and what it returns is of no use.
WinTraining trainWinModel(const FeatureTable &table, base::UtcMs now, const WinPolicy &policy = {},
                          const StopAsked &isStopAsked = {});

// Shifts the model to the latest outcomes by now (recentShift). Models that show counts or the base
// rate stay as they are. `outcomes` should not have been learned from.
WinModel recentred(const WinModel &model, const FeatureTable &outcomes, base::UtcMs now,
                   const WinPolicy &policy = {});

} // namespace topline::predict
