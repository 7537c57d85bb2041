// A learned model as a value, what it says of rows, and its text. Made by win_train; the engine may
// keep the text and read it back: the same model gives the same bytes. Any thread; pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/prediction.h"
#include "core/predict/feature_table.h"
#include "core/predict/win_fit.h"
#include "core/predict/win_table.h"
#include "core/stats/recalibrate.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::predict {

struct WinModel {
    domain::ModelTier tier = domain::ModelTier::T0;
    domain::ModelFamily family = domain::ModelFamily::BaseRate;
    domain::ModelVerdict verdict = domain::ModelVerdict::TooFew;
    std::int64_t won = 0, lost = 0;
    base::UtcMs trainedMs = 0;
    double baseRate = 0.5; // all that BaseRate says

    WinTable table; // StageTable

    AdditiveFit fit;                  // the other families
    std::vector<std::string> columns; // names, in the order that the fit counts them
    std::vector<bool> isText;
    std::vector<double> meanParts; // of each column, over the rows learned from

    stats::PlattLine line;                     // 1, 0 where the fit is calibrated as it is
    std::optional<stats::IsotonicCurve> curve; // from log-odds to probability, in place of the line
    double shift = 0;                          // of the log-odds, after either
    bool operator==(const WinModel &) const = default;
};

// One estimate per row of the table, without the deal's id. Columns are found by name; one that is
// not there counts as missing everywhere.
std::vector<domain::WinEstimate> estimate(const WinModel &model, const FeatureTable &table);

// Log-odds before the shift, for re-centring.
std::vector<double> unshiftedScores(const WinModel &model, const FeatureTable &table);

// A log-odds of the fit on the recalibrated scale, before the shift.
double recalibratedScore(const WinModel &model, double score);

// What people see of a value.
std::string valueText(const stats::RawColumn &column, std::size_t row);

inline constexpr int winModelVersion = 1;

// JSON with sorted keys; numbers read back to the same bits.
std::string toText(const WinModel &model);

// InvalidInput for what is not such a text, or is of another version.
base::Result<WinModel> winModelOfText(const std::string &text);

} // namespace topline::predict
