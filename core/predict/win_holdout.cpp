#include "core/predict/win_holdout.h"

#include "core/predict/win_trial.h"
#include "core/stats/class_metrics.h"
#include "core/stats/split.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace topline::predict {

using domain::ModelFamily;

namespace {

struct Halves {
    std::vector<std::size_t> train;
    std::vector<std::size_t> test;
};

struct Ground {
    const FeatureTable &table;
    std::vector<double> labels;
    Halves rows;
    double trainRate = 0.5;
};

std::optional<domain::CandidateScore> measured(const Ground &ground, const Recipe &recipe)
{
    const auto fit = fitAdditive(ground.table.columns, ground.labels, ground.rows.train, recipe);
    if (!fit || ground.rows.test.empty())
        return std::nullopt;
    domain::CandidateScore out;
    out.family = recipe.family;
    if (recipe.family != ModelFamily::Stumps)
        out.c = recipe.c;
    std::vector<double> p;
    std::vector<double> labels;
    std::vector<double> gains;
    std::vector<std::size_t> groups;
    const auto scores = scoresOf(*fit, ground.table.columns, ground.rows.test);
    for (std::size_t i = 0; i < scores.size(); ++i) {
        p.push_back(stats::logistic(scores[i]));
        labels.push_back(ground.labels[ground.rows.test[i]]);
        gains.push_back(stats::logLossOf(ground.trainRate, labels.back()) -
                        stats::logLossOf(p.back(), labels.back()));
        groups.push_back(i);
    }
    out.quality = qualityOf(p, labels);
    if (const auto gain = stats::clusteredMean(gains, groups)) {
        out.gain = gain->mean;
        out.gainError = gain->standardError;
    }
    return out;
}

// Log-loss in five folds of the training rows; infinite where nothing can be fitted.
double crossValidated(const Ground &ground, const Recipe &recipe)
{
    std::vector<std::string> groups;
    for (const std::size_t row : ground.rows.train)
        groups.push_back(ground.table.rows[row].group);
    const auto folds = stats::groupedFolds(groups, 5, "families");
    double loss = 0;
    for (int fold = 0; fold < 5; ++fold) {
        Halves part;
        for (std::size_t i = 0; i < folds.size(); ++i)
            (folds[i] == fold ? part.test : part.train).push_back(ground.rows.train[i]);
        const auto fit = fitAdditive(ground.table.columns, ground.labels, part.train, recipe);
        if (!fit)
            return std::numeric_limits<double>::infinity();
        const auto scores = scoresOf(*fit, ground.table.columns, part.test);
        for (std::size_t i = 0; i < scores.size(); ++i)
            loss += stats::logLossOf(stats::logistic(scores[i]), ground.labels[part.test[i]]);
    }
    return loss / static_cast<double>(folds.size());
}

Recipe chosenRecipe(const Ground &ground, domain::ModelTier tier, const WinPolicy &policy)
{
    std::vector<ModelFamily> families = {ModelFamily::Ridge};
    if (tier == domain::ModelTier::T2)
        families.insert(families.end(), {ModelFamily::Bins, ModelFamily::Stumps});
    Recipe best;
    double least = std::numeric_limits<double>::infinity();
    std::vector<std::string> groups = ground.table.groups();
    for (const ModelFamily family : families) {
        Recipe recipe{.family = family, .bins = policy.bins, .stumps = policy.stumps};
        if (family != ModelFamily::Stumps)
            recipe.c = choosePenalty(ground.table.columns, ground.labels, groups, ground.rows.train,
                                     recipe, policy.penalties);
        const double loss = crossValidated(ground, recipe);
        if (loss < least) {
            least = loss;
            best = recipe;
        }
    }
    return best;
}

std::optional<double> constantLoss(const Ground &ground, double rate)
{
    std::vector<double> labels;
    for (const std::size_t row : ground.rows.test)
        labels.push_back(ground.labels[row]);
    return stats::logLoss(std::vector<double>(labels.size(), rate), labels);
}

std::int64_t hitsOf(const Ground &ground, const std::vector<std::size_t> &rows)
{
    return std::count_if(rows.begin(), rows.end(),
                         [&](std::size_t row) { return ground.labels[row] > 0.5; });
}

} // namespace

HoldoutReport holdoutReport(const SplitTable &split, const WinPolicy &policy)
{
    Ground ground{.table = split.table, .labels = split.table.labels(), .rows = {}};
    for (std::size_t row = 0; row < split.isTest.size(); ++row)
        (split.isTest[row] ? ground.rows.test : ground.rows.train).push_back(row);
    HoldoutReport out;
    out.trainRows = static_cast<std::int64_t>(ground.rows.train.size());
    out.testRows = static_cast<std::int64_t>(ground.rows.test.size());
    out.trainHits = hitsOf(ground, ground.rows.train);
    out.testHits = hitsOf(ground, ground.rows.test);
    out.suspects = guardColumns(split.table, policy.guard).refused;
    const auto rarer = std::min(out.trainHits, out.trainRows - out.trainHits);
    if (rarer == 0 || out.testRows == 0)
        return out;
    ground.trainRate = static_cast<double>(out.trainHits) / static_cast<double>(out.trainRows);
    out.trainRateLogLoss = constantLoss(ground, ground.trainRate);
    out.baseLogLoss =
        constantLoss(ground, static_cast<double>(out.testHits) / static_cast<double>(out.testRows));
    for (const ModelFamily family : {ModelFamily::Ridge, ModelFamily::Bins, ModelFamily::Stumps}) {
        const Recipe recipe{.family = family, .bins = policy.bins, .stumps = policy.stumps};
        if (auto score = measured(ground, recipe))
            out.models.push_back(std::move(*score));
    }
    if (rarer < policy.tableBelow)
        return out;
    out.tier = rarer > policy.additiveAbove ? domain::ModelTier::T2 : domain::ModelTier::T1;
    out.chosen = measured(ground, chosenRecipe(ground, out.tier, policy));
    if (out.chosen && out.chosen->gain && out.chosen->gainError) {
        const bool beats = *out.chosen->gain > policy.standardErrors * *out.chosen->gainError;
        out.verdict = beats ? domain::ModelVerdict::Usable : domain::ModelVerdict::NoSignal;
    }
    return out;
}

} // namespace topline::predict
