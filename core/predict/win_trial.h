// The out-of-time test: one recipe learned at each origin and asked about what came after, against
// the base rate of the same training rows, so that a drift of the rate harms both alike. Part of
// win_train; any thread, pure.
#pragma once

#include "core/domain/prediction.h"
#include "core/predict/feature_table.h"
#include "core/predict/win_fit.h"
#include "core/stats/split.h"

#include <optional>
#include <vector>

namespace topline::predict {

// What all trials of one training share. Made once; rows by time.
struct TrialGround {
    TrialGround(const FeatureTable &table, int originCount, StopAsked isStopAsked = {});

    bool isStopped() const { return isStopAsked && isStopAsked(); }

    const FeatureTable &table;
    std::vector<double> labels;
    std::vector<std::string> groups;
    std::vector<std::size_t> groupNumbers;
    std::vector<stats::Origin> origins; // only those whose training rows have both outcomes
    StopAsked isStopAsked;
};

struct Trial {
    Recipe recipe;
    std::vector<std::size_t> rows; // tested, origin by origin
    std::vector<double> scores;    // log-odds
    std::vector<double> p;
    std::vector<double> labels;
    std::vector<double> baseP; // rate of the origin's training rows
    domain::CandidateScore score;
    std::vector<domain::OriginRow> origins;
};

// Absent where no origin could be tested. Origins after a stop are left out.
std::optional<Trial> runTrial(const TrialGround &ground, const Recipe &recipe);

// Quality of any predictions.
domain::ModelQuality qualityOf(const std::vector<double> &p, const std::vector<double> &labels);

// The log-loss on the last origin's test rows, learned from an eighth, a quarter, a half and all of
// the accounts.
std::vector<domain::LearningPoint> learningCurve(const TrialGround &ground, const Recipe &recipe);

} // namespace topline::predict
