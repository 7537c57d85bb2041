#include "app/cli/model_json.h"

#include "app/cli/json_values.h"

namespace topline::app {

namespace {

QJsonArray jsonRefused(const std::vector<domain::RefusedFeature> &features)
{
    QJsonArray out;
    for (const auto &feature : features)
        out.append(QJsonObject{{QStringLiteral("name"), toQt(feature.name)},
                               {QStringLiteral("reason"), toQt(feature.reason)},
                               {QStringLiteral("values"), jsonInteger(feature.values)},
                               {QStringLiteral("of"), jsonInteger(feature.of)}});
    return out;
}

QJsonArray jsonCalibration(const std::vector<domain::CalibrationRow> &rows)
{
    QJsonArray out;
    for (const auto &row : rows)
        out.append(QJsonObject{{QStringLiteral("rows"), jsonInteger(row.rows)},
                               {QStringLiteral("hits"), jsonInteger(row.hits)},
                               {QStringLiteral("predicted"), row.meanPredicted},
                               {QStringLiteral("rateLow"), row.rateLow},
                               {QStringLiteral("rateHigh"), row.rateHigh}});
    return out;
}

QJsonArray jsonOrigins(const std::vector<domain::OriginRow> &origins)
{
    QJsonArray out;
    for (const auto &origin : origins)
        out.append(QJsonObject{{QStringLiteral("from"), jsonTime(origin.originMs)},
                               {QStringLiteral("trainRows"), jsonInteger(origin.trainRows)},
                               {QStringLiteral("testRows"), jsonInteger(origin.testRows)},
                               {QStringLiteral("baseLogLoss"), origin.baseLogLoss},
                               {QStringLiteral("logLoss"), jsonNumber(origin.logLoss)}});
    return out;
}

QJsonArray jsonLearning(const std::vector<domain::LearningPoint> &points)
{
    QJsonArray out;
    for (const auto &point : points)
        out.append(QJsonObject{{QStringLiteral("share"), point.share},
                               {QStringLiteral("rows"), jsonInteger(point.rows)},
                               {QStringLiteral("logLoss"), jsonNumber(point.logLoss)},
                               {QStringLiteral("auc"), jsonNumber(point.auc)}});
    return out;
}

QJsonArray jsonCandidates(const std::vector<domain::CandidateScore> &scores)
{
    QJsonArray out;
    for (const auto &score : scores)
        out.append(jsonCandidate(score));
    return out;
}

QString tierName(domain::ModelTier tier)
{
    return QStringLiteral("T%1").arg(static_cast<int>(tier));
}

} // namespace

const char *verdictName(domain::ModelVerdict verdict)
{
    static const char *const names[] = {"counts", "usable", "no_signal", "too_few"};
    return names[static_cast<int>(verdict)];
}

const char *familyName(domain::ModelFamily family)
{
    static const char *const names[] = {"base_rate", "stage_table", "ridge", "bins", "stumps"};
    return names[static_cast<int>(family)];
}

QJsonObject jsonCandidate(const domain::CandidateScore &score)
{
    const domain::ModelQuality &quality = score.quality;
    return {{QStringLiteral("family"), QLatin1String(familyName(score.family))},
            {QStringLiteral("c"), jsonNumber(score.c)},
            {QStringLiteral("rows"), jsonInteger(quality.rows)},
            {QStringLiteral("hits"), jsonInteger(quality.hits)},
            {QStringLiteral("auc"), jsonNumber(quality.auc)},
            {QStringLiteral("logLoss"), jsonNumber(quality.logLoss)},
            {QStringLiteral("brier"), jsonNumber(quality.brier)},
            {QStringLiteral("ece"), jsonNumber(quality.ece)},
            {QStringLiteral("slope"), jsonNumber(quality.slope)},
            {QStringLiteral("gain"), jsonNumber(score.gain)},
            {QStringLiteral("gainError"), jsonNumber(score.gainError)},
            {QStringLiteral("calibration"), jsonCalibration(quality.calibration)}};
}

QJsonObject jsonReport(const domain::WinModelReport &report)
{
    QJsonArray features;
    for (const auto &feature : report.features)
        features.append(toQt(feature));
    return {{QStringLiteral("id"), QStringLiteral("win")},
            {QStringLiteral("asOf"), jsonTime(report.asOfMs)},
            {QStringLiteral("tier"), tierName(report.tier)},
            {QStringLiteral("verdict"), QLatin1String(verdictName(report.verdict))},
            {QStringLiteral("family"), QLatin1String(familyName(report.family))},
            {QStringLiteral("why"), toQt(report.why)},
            {QStringLiteral("deals"), jsonInteger(report.deals)},
            {QStringLiteral("won"), jsonInteger(report.won)},
            {QStringLiteral("lost"), jsonInteger(report.lost)},
            {QStringLiteral("rows"), jsonInteger(report.rows)},
            {QStringLiteral("baseRate"), report.baseRate},
            {QStringLiteral("trainRateLogLoss"), jsonNumber(report.baseLogLoss)},
            {QStringLiteral("baseLogLoss"), jsonNumber(report.idealLogLoss)},
            {QStringLiteral("best"),
             report.best ? QJsonValue(jsonCandidate(*report.best)) : QJsonValue()},
            {QStringLiteral("candidates"), jsonCandidates(report.candidates)},
            {QStringLiteral("origins"), jsonOrigins(report.origins)},
            {QStringLiteral("learning"), jsonLearning(report.learning)},
            {QStringLiteral("features"), features},
            {QStringLiteral("refused"), jsonRefused(report.refused)},
            {QStringLiteral("recalibration"), toQt(report.recalibration)},
            {QStringLiteral("shift"), report.shift}};
}

QJsonObject jsonEstimate(const domain::WinEstimate &estimate)
{
    QJsonArray parts;
    for (const auto &part : estimate.parts)
        parts.append(QJsonObject{{QStringLiteral("feature"), toQt(part.feature)},
                                 {QStringLiteral("value"), jsonText(part.value)},
                                 {QStringLiteral("microLogOdds"), jsonInteger(part.microLogOdds)},
                                 {QStringLiteral("odds"), part.oddsMultiplier()}});
    return {{QStringLiteral("deal"), QString::number(estimate.deal.value)},
            {QStringLiteral("ppm"), jsonInteger(estimate.ppm)},
            {QStringLiteral("logitMicro"), jsonInteger(estimate.logitMicro)},
            {QStringLiteral("baseMicro"), jsonInteger(estimate.baseMicro)},
            {QStringLiteral("tier"), tierName(estimate.tier)},
            {QStringLiteral("verdict"), QLatin1String(verdictName(estimate.verdict))},
            {QStringLiteral("won"), jsonInteger(estimate.won)},
            {QStringLiteral("lost"), jsonInteger(estimate.lost)},
            {QStringLiteral("parts"), parts}};
}

QJsonObject jsonHoldout(const predict::HoldoutReport &report)
{
    return {{QStringLiteral("tier"), tierName(report.tier)},
            {QStringLiteral("trainRows"), jsonInteger(report.trainRows)},
            {QStringLiteral("trainHits"), jsonInteger(report.trainHits)},
            {QStringLiteral("testRows"), jsonInteger(report.testRows)},
            {QStringLiteral("testHits"), jsonInteger(report.testHits)},
            {QStringLiteral("baseLogLoss"), jsonNumber(report.baseLogLoss)},
            {QStringLiteral("trainRateLogLoss"), jsonNumber(report.trainRateLogLoss)},
            {QStringLiteral("items"), jsonCandidates(report.models)},
            {QStringLiteral("chosen"),
             report.chosen ? QJsonValue(jsonCandidate(*report.chosen)) : QJsonValue()},
            {QStringLiteral("verdict"), QLatin1String(verdictName(report.verdict))},
            {QStringLiteral("suspects"), jsonRefused(report.suspects)}};
}

} // namespace topline::app
