#include "core/predict/win_train.h"

#include "core/predict/win_trial.h"
#include "core/stats/class_metrics.h"
#include "core/stats/split.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::predict {

using domain::ModelFamily;
using domain::ModelTier;
using domain::ModelVerdict;

namespace {

// Rows whose outcome is known; of too many those of some accounts, always the same ones.
FeatureTable learnable(const FeatureTable &table, base::UtcMs now, const WinPolicy &policy)
{
    std::vector<std::size_t> known;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (table.rows[row].outcomeMs <= now)
            known.push_back(row);
    }
    const double share =
        static_cast<double>(policy.rowsMax) / std::max(1.0, static_cast<double>(known.size()));
    if (share < 1)
        known = stats::nestedSample(table.groups(), known, share, "rows");
    return sorted(withRows(table, known));
}

ModelTier tierOf(std::int64_t rarer, const WinPolicy &policy)
{
    if (rarer < policy.tableBelow)
        return ModelTier::T0;
    return rarer > policy.additiveAbove ? ModelTier::T2 : ModelTier::T1;
}

// The penalty for the test comes from rows that were known at its first origin.
std::optional<Trial> tryFamily(const TrialGround &ground, ModelFamily family,
                               const WinPolicy &policy)
{
    Recipe recipe{.family = family, .c = 1, .bins = policy.bins, .stumps = policy.stumps};
    if (ground.origins.empty() || ground.isStopped())
        return std::nullopt;
    if (family != ModelFamily::Stumps)
        recipe.c = choosePenalty(ground.table.columns, ground.labels, ground.groups,
                                 ground.origins.front().train, recipe, policy.penalties);
    return runTrial(ground, recipe);
}

std::vector<std::size_t> allRows(std::size_t count)
{
    std::vector<std::size_t> out(count);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
}

// A curve only where the earlier half of the tested rows says that it serves the later half better
// than a line.
bool curveIsBetter(const Trial &trial)
{
    const std::size_t half = trial.scores.size() / 2;
    const std::span<const double> scores(trial.scores);
    const std::span<const double> labels(trial.labels);
    const auto line = stats::fitPlatt(scores.first(half), labels.first(half));
    const auto curve = stats::fitIsotonic(scores.first(half), labels.first(half));
    if (!line || !curve)
        return false;
    double gain = 0;
    for (std::size_t i = half; i < scores.size(); ++i)
        gain += stats::logLossOf(stats::logistic(line->at(scores[i])), labels[i]) -
                stats::logLossOf(std::clamp(curve->at(scores[i]), 0.001, 0.999), labels[i]);
    return gain > 0;
}

void recalibrate(WinTraining &training, const Trial &trial, const WinPolicy &policy)
{
    auto &report = training.report;
    report.recalibration = "none";
    const auto slope = trial.score.quality.slope;
    if (!slope || (*slope >= policy.slopeMin && *slope <= policy.slopeMax))
        return;
    const bool manyRows = trial.score.quality.rows >= policy.isotonicRowsMin;
    if (manyRows && curveIsBetter(trial)) {
        training.model.curve = stats::fitIsotonic(trial.scores, trial.labels);
        report.recalibration = "isotonic";
    } else if (const auto line = stats::fitPlatt(trial.scores, trial.labels)) {
        training.model.line = *line;
        report.recalibration = "platt";
    }
}

// The scores out of time, brought to the recalibrated scale, say where the latest outcomes lie.
void recentre(WinTraining &training, const TrialGround &ground, const Trial &trial,
              const WinPolicy &policy)
{
    std::vector<FeatureRow> rows;
    std::vector<double> scores;
    for (std::size_t i = 0; i < trial.rows.size(); ++i) {
        rows.push_back(ground.table.rows[trial.rows[i]]);
        scores.push_back(recalibratedScore(training.model, trial.scores[i]));
    }
    // What closed at this very moment counts as well.
    training.model.shift = recentShift(rows, scores, training.model.trainedMs + 1, policy.recentre);
    training.report.shift = training.model.shift;
}

void showBaseRate(WinTraining &training, ModelVerdict verdict, std::string why)
{
    training.model.family = ModelFamily::BaseRate;
    training.model.verdict = verdict;
    training.report.why = std::move(why);
}

void showTable(WinTraining &training, const FeatureTable &table, const WinPolicy &policy)
{
    training.model.family = ModelFamily::StageTable;
    training.model.verdict = ModelVerdict::Counts;
    training.model.table =
        fitWinTable(table, policy.stageColumn, policy.segmentColumn, policy.tableStrength);
    training.report.why = "too few outcomes for a model: rates of stages, pulled to their parent";
}

void showFit(WinTraining &training, const TrialGround &ground, const Trial &best,
             const WinPolicy &policy)
{
    const FeatureTable &table = ground.table;
    const auto rows = allRows(table.rows.size());
    Recipe recipe = best.recipe;
    if (recipe.family != ModelFamily::Stumps)
        recipe.c = choosePenalty(table.columns, ground.labels, ground.groups, rows, recipe,
                                 policy.penalties);
    auto fit = fitAdditive(table.columns, ground.labels, rows, recipe);
    if (!fit)
        return showBaseRate(training, ModelVerdict::TooFew, "no outcome of both kinds");
    WinModel &model = training.model;
    model.family = recipe.family;
    model.verdict = ModelVerdict::Usable;
    model.fit = std::move(*fit);
    const auto parts = columnParts(model.fit, table.columns, rows);
    model.meanParts.assign(table.columns.size(), 0);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        model.columns.push_back(table.columns[c].name);
        model.isText.push_back(table.columns[c].isText);
        for (std::size_t r = 0; r < rows.size(); ++r)
            model.meanParts[c] += parts.at(r, c);
        model.meanParts[c] /= static_cast<double>(rows.size());
    }
    recalibrate(training, best, policy);
    recentre(training, ground, best, policy);
    training.report.why = "beats the base rate out of time by more than " +
                          std::string(policy.standardErrors == 1 ? "one standard error"
                                                                 : "the standard errors asked for");
}

void judge(WinTraining &training, const TrialGround &ground, const std::vector<Trial> &trials,
           const WinPolicy &policy)
{
    auto &report = training.report;
    const Trial *best = nullptr;
    for (const Trial &trial : trials) {
        report.candidates.push_back(trial.score);
        if (!best || *trial.score.quality.logLoss < *best->score.quality.logLoss)
            best = &trial;
    }
    if (!best)
        return showBaseRate(training, ModelVerdict::TooFew,
                            "no later outcomes to test a model on: showing base rate");
    report.best = best->score;
    report.origins = best->origins;
    report.baseLogLoss = stats::logLoss(best->baseP, best->labels);
    const double ideal = static_cast<double>(best->score.quality.hits) /
                         static_cast<double>(best->score.quality.rows);
    report.idealLogLoss =
        stats::logLoss(std::vector<double>(best->labels.size(), ideal), best->labels);
    report.learning = learningCurve(ground, best->recipe);
    const auto &score = best->score;
    // A better level alone is no signal: the model must also rank.
    const bool ranks = score.quality.auc && *score.quality.auc > 0.5;
    if (ranks && score.gain && score.gainError &&
        *score.gain > policy.standardErrors * *score.gainError)
        return showFit(training, ground, *best, policy);
    showBaseRate(training, ModelVerdict::NoSignal, "no usable signal yet, showing base rate");
}

} // namespace

WinTraining trainWinModel(const FeatureTable &source, base::UtcMs now, const WinPolicy &policy,
                          const StopAsked &isStopAsked)
{
    WinTraining out;
    const FeatureTable known = learnable(source, now, policy);
    const auto guarded = guardColumns(known, policy.guard);
    const FeatureTable table = withColumns(known, guarded.usable);
    const OutcomeCount counts = countOutcomes(table);
    const auto deals = counts.won + counts.lost;

    auto &report = out.report;
    report.refused = guarded.refused;
    for (const auto &column : table.columns)
        report.features.push_back(column.name);
    report.asOfMs = now;
    report.won = counts.won;
    report.lost = counts.lost;
    report.deals = deals;
    report.rows = static_cast<std::int64_t>(table.rows.size());
    report.tier = tierOf(std::min(counts.won, counts.lost), policy);
    report.recalibration = "none";
    out.model.tier = report.tier;
    out.model.won = counts.won;
    out.model.lost = counts.lost;
    out.model.trainedMs = now;
    if (deals > 0)
        out.model.baseRate = static_cast<double>(counts.won) / static_cast<double>(deals);
    report.baseRate = out.model.baseRate;

    if (report.tier == ModelTier::T0) {
        showTable(out, table, policy);
    } else {
        const TrialGround ground(table, policy.origins, isStopAsked);
        std::vector<Trial> trials;
        std::vector<ModelFamily> families = {ModelFamily::Ridge};
        if (report.tier == ModelTier::T2)
            families.insert(families.end(), {ModelFamily::Bins, ModelFamily::Stumps});
        for (const ModelFamily family : families) {
            if (auto trial = tryFamily(ground, family, policy))
                trials.push_back(std::move(*trial));
        }
        judge(out, ground, trials, policy);
    }
    report.family = out.model.family;
    report.verdict = out.model.verdict;
    return out;
}

WinModel recentred(const WinModel &model, const FeatureTable &outcomes, base::UtcMs now,
                   const WinPolicy &policy)
{
    WinModel out = model;
    if (model.verdict == ModelVerdict::Usable)
        out.shift =
            recentShift(outcomes.rows, unshiftedScores(model, outcomes), now + 1, policy.recentre);
    return out;
}

} // namespace topline::predict
