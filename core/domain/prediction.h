// What a model of winning says: of one deal, with parts that add up exactly, and of itself, with
// everything needed to doubt it. Made by core/predict from records, shown by the window and the
// terminal program. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

// How much data there was to learn from: fewer than 25, 25 to 200, more than 200 of the rarer
// outcome.
enum class ModelTier : int { T0 = 0, T1 = 1, T2 = 2 };

enum class ModelFamily : int { BaseRate = 0, StageTable = 1, Ridge = 2, Bins = 3, Stumps = 4 };

// What is shown, and why.
enum class ModelVerdict : int {
    Counts = 0,   // T0: shrunk counts, which are the base rate where nothing is known
    Usable = 1,   // beats the base rate out of time by more than one standard error
    NoSignal = 2, // no usable signal yet, showing base rate
    TooFew = 3,   // no outcome of both kinds that a model could be tested on; base rate
};

// What one feature adds to the log-odds of this deal, against the mean of the training rows.
struct OddsPart {
    std::string feature;
    std::string value; // as known then; empty: not known
    std::int64_t microLogOdds = 0;
    bool operator==(const OddsPart &) const = default;

    double oddsMultiplier() const { return std::exp(static_cast<double>(microLogOdds) * 1e-6); }
};

struct WinEstimate {
    DealId deal;
    std::int64_t ppm = 0;
    std::int64_t logitMicro = 0; // of that probability
    std::int64_t baseMicro = 0;  // of a deal that is average in everything
    std::vector<OddsPart> parts; // sum exactly to logitMicro - baseMicro; largest first
    ModelTier tier = ModelTier::T0;
    ModelFamily family = ModelFamily::BaseRate;
    ModelVerdict verdict = ModelVerdict::TooFew;
    std::int64_t won = 0, lost = 0; // deals learned from
    bool operator==(const WinEstimate &) const = default;

    // The strongest parts that raise, or lower, the odds.
    std::vector<OddsPart> strongest(bool raising, std::size_t count = 3) const
    {
        std::vector<OddsPart> out;
        for (const auto &part : parts) {
            if (out.size() < count && part.microLogOdds != 0 && (part.microLogOdds > 0) == raising)
                out.push_back(part);
        }
        return out;
    }
};

struct CalibrationRow {
    std::int64_t rows = 0, hits = 0;
    double meanPredicted = 0;
    double rateLow = 0, rateHigh = 0; // 95 % interval of hits / rows
};

// Of predictions for rows that were not learned from.
struct ModelQuality {
    std::int64_t rows = 0, hits = 0;
    std::optional<double> auc, logLoss, brier, ece, slope;
    std::vector<CalibrationRow> calibration; // ten bins of equal count, rising
};

struct CandidateScore {
    ModelFamily family = ModelFamily::Ridge;
    std::optional<double> c; // of ridge and bins
    ModelQuality quality;
    std::optional<double> gain;      // log-loss of the base rate less its own
    std::optional<double> gainError; // standard error, rows of one account counted together
};

// One step of the out-of-time test: learned before the origin, asked from then on.
struct OriginRow {
    base::UtcMs originMs = 0;
    std::int64_t trainRows = 0, testRows = 0;
    double baseLogLoss = 0;
    std::optional<double> logLoss; // of the chosen family
};

struct LearningPoint {
    double share = 1; // of the accounts
    std::int64_t rows = 0;
    std::optional<double> logLoss, auc; // on the rows of the last origin
};

// A column that must not be learned from.
struct RefusedFeature {
    std::string name;
    std::string reason;
    std::int64_t values = 0; // that show it
    std::int64_t of = 0;
    bool operator==(const RefusedFeature &) const = default;
};

struct WinModelReport {
    ModelTier tier = ModelTier::T0;
    ModelVerdict verdict = ModelVerdict::TooFew;
    ModelFamily family = ModelFamily::BaseRate; // shown
    std::string why;
    std::int64_t deals = 0, won = 0, lost = 0, rows = 0;
    double baseRate = 0;                // won / deals
    std::optional<double> baseLogLoss;  // out of time, rate of each origin's training rows
    std::optional<double> idealLogLoss; // of the tested rows' own rate: no constant does better
    std::vector<CandidateScore> candidates;
    std::optional<CandidateScore> best; // by log-loss, shown or not
    std::vector<OriginRow> origins;
    std::vector<LearningPoint> learning;
    std::vector<std::string> features;
    std::vector<RefusedFeature> refused;
    std::string recalibration; // "none", "platt" or "isotonic"
    double shift = 0;          // of the log-odds, from the latest outcomes
    base::UtcMs asOfMs = 0;
};

// The model of a workspace and what it says of the open deals, likeliest first.
struct WinOutlook {
    WinModelReport report;
    std::vector<WinEstimate> open;
};

} // namespace topline::domain
