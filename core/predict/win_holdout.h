// Every family learned on one part of any table and measured on the other, with the same fits and
// the same rule for showing as win_train. Called by the terminal program for files and by the
// reference tests; pure, any thread, cannot fail.
#pragma once

#include "core/domain/prediction.h"
#include "core/predict/cell_table.h"
#include "core/predict/win_train.h"

#include <optional>
#include <vector>

namespace topline::predict {

struct HoldoutReport {
    std::int64_t trainRows = 0, trainHits = 0, testRows = 0, testHits = 0;
    std::optional<double> baseLogLoss;      // of the test rows' own rate: the best constant
    std::optional<double> trainRateLogLoss; // of the training rows' rate: what would be shown
    domain::ModelTier tier = domain::ModelTier::T0; // by the rarer outcome in training
    std::vector<domain::CandidateScore> models;     // ridge and bins with C = 1, and stumps
    // By cross-validation within the training rows, of the families and penalties of the tier.
    std::optional<domain::CandidateScore> chosen;
    domain::ModelVerdict verdict = domain::ModelVerdict::TooFew; // of the chosen one
    std::vector<domain::RefusedFeature> suspects; // columns that foretell too well; not left out
};

HoldoutReport holdoutReport(const SplitTable &split, const WinPolicy &policy = {});

} // namespace topline::predict
