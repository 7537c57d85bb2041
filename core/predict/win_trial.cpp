#include "core/predict/win_trial.h"

#include "core/stats/beta_interval.h"
#include "core/stats/class_metrics.h"

#include <map>
#include <set>

namespace topline::predict {

namespace {

std::vector<std::size_t> numbered(const std::vector<std::string> &groups)
{
    std::map<std::string, std::size_t> numbers;
    std::vector<std::size_t> out;
    for (const auto &group : groups)
        out.push_back(numbers.try_emplace(group, numbers.size()).first->second);
    return out;
}

double rateOf(const std::vector<double> &labels, const std::vector<std::size_t> &rows)
{
    double hits = 0;
    for (const std::size_t row : rows)
        hits += labels[row];
    return rows.empty() ? 0.5 : hits / static_cast<double>(rows.size());
}

void addGain(const TrialGround &ground, Trial &trial)
{
    std::vector<double> gains;
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < trial.rows.size(); ++i) {
        gains.push_back(stats::logLossOf(trial.baseP[i], trial.labels[i]) -
                        stats::logLossOf(trial.p[i], trial.labels[i]));
        groups.push_back(ground.groupNumbers[trial.rows[i]]);
    }
    if (const auto gain = stats::clusteredMean(gains, groups)) {
        trial.score.gain = gain->mean;
        trial.score.gainError = gain->standardError;
    }
}

} // namespace

TrialGround::TrialGround(const FeatureTable &source, int originCount, StopAsked isStopWanted)
    : table(source)
    , labels(source.labels())
    , groups(source.groups())
    , groupNumbers(numbered(groups))
    , isStopAsked(std::move(isStopWanted))
{
    std::vector<base::UtcMs> asked;
    std::vector<base::UtcMs> outcome;
    for (const auto &row : source.rows) {
        asked.push_back(row.askedMs);
        outcome.push_back(row.outcomeMs);
    }
    for (auto &origin : stats::rollingOrigins(asked, outcome, originCount)) {
        const double rate = rateOf(labels, origin.train);
        if (rate > 0 && rate < 1)
            origins.push_back(std::move(origin));
    }
}

std::optional<Trial> runTrial(const TrialGround &ground, const Recipe &recipe)
{
    Trial out;
    out.recipe = recipe;
    for (const auto &origin : ground.origins) {
        if (ground.isStopped())
            break;
        const auto fit = fitAdditive(ground.table.columns, ground.labels, origin.train, recipe);
        if (!fit)
            continue;
        const double rate = rateOf(ground.labels, origin.train);
        domain::OriginRow row;
        row.originMs = origin.originMs;
        row.trainRows = static_cast<std::int64_t>(origin.train.size());
        row.testRows = static_cast<std::int64_t>(origin.test.size());
        const auto scores = scoresOf(*fit, ground.table.columns, origin.test);
        double loss = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            const double label = ground.labels[origin.test[i]];
            out.rows.push_back(origin.test[i]);
            out.scores.push_back(scores[i]);
            out.p.push_back(stats::logistic(scores[i]));
            out.labels.push_back(label);
            out.baseP.push_back(rate);
            loss += stats::logLossOf(out.p.back(), label);
            row.baseLogLoss += stats::logLossOf(out.baseP.back(), label);
        }
        row.logLoss = loss / static_cast<double>(scores.size());
        row.baseLogLoss /= static_cast<double>(scores.size());
        out.origins.push_back(row);
    }
    if (out.rows.empty())
        return std::nullopt;
    out.score.family = recipe.family;
    if (recipe.family != domain::ModelFamily::Stumps)
        out.score.c = recipe.c;
    out.score.quality = qualityOf(out.p, out.labels);
    addGain(ground, out);
    return out;
}

domain::ModelQuality qualityOf(const std::vector<double> &p, const std::vector<double> &labels)
{
    domain::ModelQuality out;
    out.rows = static_cast<std::int64_t>(p.size());
    for (const double label : labels)
        out.hits += label > 0.5 ? 1 : 0;
    out.auc = stats::areaUnderCurve(p, labels);
    out.logLoss = stats::logLoss(p, labels);
    out.brier = stats::brierScore(p, labels);
    const auto bins = stats::calibrationBins(p, labels);
    out.ece = stats::expectedCalibrationError(bins);
    out.slope = stats::calibrationSlope(p, labels);
    for (const auto &bin : bins) {
        const auto interval = stats::jeffreysInterval(bin.hits, bin.rows);
        out.calibration.push_back(
            {bin.rows, bin.hits, bin.meanPredicted, interval.low, interval.high});
    }
    return out;
}

std::vector<domain::LearningPoint> learningCurve(const TrialGround &ground, const Recipe &recipe)
{
    std::vector<domain::LearningPoint> out;
    if (ground.origins.empty())
        return out;
    const auto &last = ground.origins.back();
    for (const double share : {0.125, 0.25, 0.5, 1.0}) {
        if (ground.isStopped())
            break;
        const auto rows = stats::nestedSample(ground.groups, last.train, share, "learning");
        domain::LearningPoint point;
        point.share = share;
        point.rows = static_cast<std::int64_t>(rows.size());
        const auto fit = fitAdditive(ground.table.columns, ground.labels, rows, recipe);
        if (fit) {
            std::vector<double> p;
            std::vector<double> labels;
            for (const double score : scoresOf(*fit, ground.table.columns, last.test))
                p.push_back(stats::logistic(score));
            for (const std::size_t row : last.test)
                labels.push_back(ground.labels[row]);
            point.logLoss = stats::logLoss(p, labels);
            point.auc = stats::areaUnderCurve(p, labels);
        }
        out.push_back(point);
    }
    return out;
}

} // namespace topline::predict
