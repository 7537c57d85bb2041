#include "core/predict/win_model.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace topline::predict {

namespace {

QString toQt(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

double numberOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble();
}

std::int64_t integerOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

QJsonArray numbers(const std::vector<double> &values)
{
    QJsonArray out;
    for (const double value : values)
        out.append(value);
    return out;
}

std::vector<double> numbersOf(const QJsonObject &object, const char *key)
{
    std::vector<double> out;
    for (const auto &value : object.value(QLatin1String(key)).toArray())
        out.push_back(value.toDouble());
    return out;
}

QJsonObject cell(const WinTable::Cell &value)
{
    return {{QStringLiteral("closed"), qint64{value.closed}},
            {QStringLiteral("won"), qint64{value.won}}};
}

WinTable::Cell cellOf(const QJsonObject &object)
{
    return {integerOf(object, "won"), integerOf(object, "closed")};
}

QJsonObject tableObject(const WinTable &table)
{
    QJsonArray stages;
    for (const auto &[stage, value] : table.stages) {
        QJsonObject row = cell(value);
        row.insert(QStringLiteral("stage"), toQt(stage));
        stages.append(row);
    }
    QJsonArray segments;
    for (const auto &[key, value] : table.segments) {
        QJsonObject row = cell(value);
        row.insert(QStringLiteral("stage"), toQt(key.first));
        row.insert(QStringLiteral("segment"), toQt(key.second));
        segments.append(row);
    }
    return {{QStringLiteral("all"), cell(table.all)},
            {QStringLiteral("segmentColumn"), toQt(table.segmentColumn)},
            {QStringLiteral("segments"), segments},
            {QStringLiteral("stageColumn"), toQt(table.stageColumn)},
            {QStringLiteral("stages"), stages},
            {QStringLiteral("strength"), table.strength}};
}

WinTable tableOf(const QJsonObject &object)
{
    WinTable out;
    out.stageColumn = textOf(object, "stageColumn");
    out.segmentColumn = textOf(object, "segmentColumn");
    out.strength = numberOf(object, "strength");
    out.all = cellOf(object.value(QLatin1String("all")).toObject());
    for (const auto &value : object.value(QLatin1String("stages")).toArray())
        out.stages[textOf(value.toObject(), "stage")] = cellOf(value.toObject());
    for (const auto &value : object.value(QLatin1String("segments")).toArray()) {
        const QJsonObject row = value.toObject();
        out.segments[{textOf(row, "stage"), textOf(row, "segment")}] = cellOf(row);
    }
    return out;
}

QJsonObject fitObject(const AdditiveFit &fit)
{
    QJsonArray encoder;
    for (const auto &feature : fit.encoder) {
        encoder.append(QJsonObject{{QStringLiteral("centre"), feature.centre},
                                   {QStringLiteral("column"), static_cast<qint64>(feature.column)},
                                   {QStringLiteral("kind"), static_cast<int>(feature.kind)},
                                   {QStringLiteral("level"), toQt(feature.level)},
                                   {QStringLiteral("longTailed"), feature.isLongTailed},
                                   {QStringLiteral("median"), feature.median},
                                   {QStringLiteral("scale"), feature.scale}});
    }
    QJsonArray bins;
    for (const auto &column : fit.bins) {
        bins.append(QJsonObject{{QStringLiteral("column"), static_cast<qint64>(column.column)},
                                {QStringLiteral("edges"), numbers(column.edges)}});
    }
    QJsonArray steps;
    for (const auto &step : fit.stumps.steps) {
        steps.append(QJsonObject{{QStringLiteral("column"), static_cast<qint64>(step.column)},
                                 {QStringLiteral("edges"), numbers(step.edges)},
                                 {QStringLiteral("values"), numbers(step.values)}});
    }
    return {{QStringLiteral("bins"), bins},
            {QStringLiteral("c"), fit.c},
            {QStringLiteral("encoder"), encoder},
            {QStringLiteral("family"), static_cast<int>(fit.family)},
            {QStringLiteral("intercept"), fit.linear.intercept},
            {QStringLiteral("iterations"), fit.linear.iterations},
            {QStringLiteral("converged"), fit.linear.converged},
            {QStringLiteral("objective"), fit.linear.objective},
            {QStringLiteral("stumpIntercept"), fit.stumps.intercept},
            {QStringLiteral("stumps"), steps},
            {QStringLiteral("weights"), numbers(fit.linear.weights)}};
}

AdditiveFit fitOf(const QJsonObject &object)
{
    AdditiveFit out;
    out.family = static_cast<domain::ModelFamily>(integerOf(object, "family"));
    out.c = numberOf(object, "c");
    for (const auto &value : object.value(QLatin1String("encoder")).toArray()) {
        const QJsonObject row = value.toObject();
        out.encoder.push_back({.column = static_cast<std::size_t>(integerOf(row, "column")),
                               .kind = static_cast<stats::FeatureKind>(integerOf(row, "kind")),
                               .median = numberOf(row, "median"),
                               .centre = numberOf(row, "centre"),
                               .scale = numberOf(row, "scale"),
                               .isLongTailed = row.value(QLatin1String("longTailed")).toBool(),
                               .level = textOf(row, "level")});
    }
    for (const auto &value : object.value(QLatin1String("bins")).toArray()) {
        const QJsonObject row = value.toObject();
        out.bins.push_back(
            {static_cast<std::size_t>(integerOf(row, "column")), numbersOf(row, "edges")});
    }
    for (const auto &value : object.value(QLatin1String("stumps")).toArray()) {
        const QJsonObject row = value.toObject();
        out.stumps.steps.push_back({static_cast<std::size_t>(integerOf(row, "column")),
                                    numbersOf(row, "edges"), numbersOf(row, "values")});
    }
    out.linear.intercept = numberOf(object, "intercept");
    out.linear.iterations = static_cast<int>(integerOf(object, "iterations"));
    out.linear.converged = object.value(QLatin1String("converged")).toBool();
    out.linear.objective = numberOf(object, "objective");
    out.linear.weights = numbersOf(object, "weights");
    out.stumps.intercept = numberOf(object, "stumpIntercept");
    return out;
}

// Every index that scoring will follow must lead somewhere.
bool isSound(const WinModel &model)
{
    const std::size_t columns = model.columns.size();
    const auto family = static_cast<int>(model.family);
    if (family < 0 || family > static_cast<int>(domain::ModelFamily::Stumps))
        return false;
    if (model.isText.size() != columns || model.meanParts.size() != columns)
        return false;
    if (model.curve && (model.curve->x.empty() || model.curve->x.size() != model.curve->y.size()))
        return false;
    for (const auto &feature : model.fit.encoder) {
        const bool isLevel = feature.kind == stats::FeatureKind::Level;
        if (feature.column >= columns || model.isText[feature.column] != isLevel ||
            !(feature.scale > 0))
            return false;
    }
    for (const auto &step : model.fit.stumps.steps) {
        if (step.column >= model.fit.encoder.size() || step.values.size() != step.edges.size() + 1)
            return false;
    }
    std::size_t inputs = model.fit.encoder.size();
    if (model.family == domain::ModelFamily::Bins) {
        for (const auto &column : model.fit.bins) {
            if (column.column >= inputs)
                return false;
        }
        if (model.fit.bins.size() != inputs)
            return false;
        inputs = stats::binnedColumnCount(model.fit.bins);
    }
    const bool isLinear =
        model.family == domain::ModelFamily::Ridge || model.family == domain::ModelFamily::Bins;
    return (!isLinear || model.fit.linear.weights.size() == inputs) &&
           (model.verdict != domain::ModelVerdict::Usable || model.fit.family == model.family);
}

} // namespace

std::string toText(const WinModel &model)
{
    QJsonArray columns;
    for (std::size_t c = 0; c < model.columns.size(); ++c) {
        columns.append(QJsonObject{{QStringLiteral("isText"), bool{model.isText[c]}},
                                   {QStringLiteral("mean"), model.meanParts[c]},
                                   {QStringLiteral("name"), toQt(model.columns[c])}});
    }
    QJsonObject object{{QStringLiteral("baseRate"), model.baseRate},
                       {QStringLiteral("columns"), columns},
                       {QStringLiteral("family"), static_cast<int>(model.family)},
                       {QStringLiteral("fit"), fitObject(model.fit)},
                       {QStringLiteral("lineIntercept"), model.line.intercept},
                       {QStringLiteral("lineSlope"), model.line.slope},
                       {QStringLiteral("lost"), qint64{model.lost}},
                       {QStringLiteral("shift"), model.shift},
                       {QStringLiteral("table"), tableObject(model.table)},
                       {QStringLiteral("tier"), static_cast<int>(model.tier)},
                       {QStringLiteral("trainedMs"), qint64{model.trainedMs}},
                       {QStringLiteral("verdict"), static_cast<int>(model.verdict)},
                       {QStringLiteral("version"), winModelVersion},
                       {QStringLiteral("won"), qint64{model.won}}};
    if (model.curve) {
        object.insert(QStringLiteral("curveX"), numbers(model.curve->x));
        object.insert(QStringLiteral("curveY"), numbers(model.curve->y));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

base::Result<WinModel> winModelOfText(const std::string &text)
{
    const auto fault = [](std::string message) {
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = std::move(message),
                           .todo = "Compute it again."};
    };
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    if (!document.isObject())
        return fault("The stored win model cannot be read.");
    const QJsonObject object = document.object();
    if (integerOf(object, "version") != winModelVersion)
        return fault("The stored win model is of another version.");
    WinModel out;
    out.tier = static_cast<domain::ModelTier>(integerOf(object, "tier"));
    out.family = static_cast<domain::ModelFamily>(integerOf(object, "family"));
    out.verdict = static_cast<domain::ModelVerdict>(integerOf(object, "verdict"));
    out.won = integerOf(object, "won");
    out.lost = integerOf(object, "lost");
    out.trainedMs = integerOf(object, "trainedMs");
    out.baseRate = numberOf(object, "baseRate");
    out.table = tableOf(object.value(QLatin1String("table")).toObject());
    out.fit = fitOf(object.value(QLatin1String("fit")).toObject());
    for (const auto &value : object.value(QLatin1String("columns")).toArray()) {
        const QJsonObject column = value.toObject();
        out.columns.push_back(textOf(column, "name"));
        out.isText.push_back(column.value(QLatin1String("isText")).toBool());
        out.meanParts.push_back(numberOf(column, "mean"));
    }
    out.line = {numberOf(object, "lineSlope"), numberOf(object, "lineIntercept")};
    out.shift = numberOf(object, "shift");
    if (object.contains(QLatin1String("curveX")))
        out.curve = {numbersOf(object, "curveX"), numbersOf(object, "curveY")};
    if (!isSound(out))
        return fault("The stored win model does not fit together.");
    return out;
}

} // namespace topline::predict
