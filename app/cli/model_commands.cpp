#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/model_json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/csv_reader.h"
#include "core/base/file_source.h"
#include "core/engine/reads/reads.h"
#include "core/predict/win_holdout.h"

#include <sstream>

namespace topline::app {

namespace {

QString decimals(std::optional<double> value, int digits = 4)
{
    return value ? QString::number(*value, 'f', digits) : QStringLiteral("–");
}

TextTable candidateTable(const std::vector<domain::CandidateScore> &scores)
{
    TextTable table({{QStringLiteral("Model")},
                     {QStringLiteral("C"), true},
                     {QStringLiteral("AUC"), true},
                     {QStringLiteral("Log-loss"), true},
                     {QStringLiteral("Brier"), true},
                     {QStringLiteral("ECE"), true},
                     {QStringLiteral("Slope"), true},
                     {QStringLiteral("Gain"), true},
                     {QStringLiteral("± SE"), true}});
    for (const auto &score : scores) {
        const domain::ModelQuality &quality = score.quality;
        table.add({QLatin1String(familyName(score.family)), decimals(score.c, 2),
                   decimals(quality.auc, 3), decimals(quality.logLoss), decimals(quality.brier),
                   decimals(quality.ece), decimals(quality.slope, 2), decimals(score.gain),
                   decimals(score.gainError)});
    }
    return table;
}

QString calibrationText(const domain::ModelQuality &quality)
{
    TextTable table({{QStringLiteral("Said")},
                     {QStringLiteral("Came"), true},
                     {QStringLiteral("95 %"), true},
                     {QStringLiteral("n"), true}});
    for (const auto &row : quality.calibration) {
        const double rate = static_cast<double>(row.hits) / static_cast<double>(row.rows);
        table.add({decimals(row.meanPredicted, 3), decimals(rate, 3),
                   decimals(row.rateLow, 3) + QStringLiteral("–") + decimals(row.rateHigh, 3),
                   QString::number(row.rows)});
    }
    return table.text();
}

QString refusedText(const std::vector<domain::RefusedFeature> &features)
{
    QString out;
    for (const auto &feature : features)
        out += QStringLiteral("  %1: %2 (%3 of %4)\n")
                   .arg(toQt(feature.name), toQt(feature.reason))
                   .arg(feature.values)
                   .arg(feature.of);
    return out;
}

QString reportText(const domain::WinModelReport &report)
{
    QString out = QStringLiteral("Win probability, tier T%1: %2\n")
                      .arg(static_cast<int>(report.tier))
                      .arg(toQt(report.why));
    out += QStringLiteral("%1 won, %2 lost, %3 looks; base rate %4\n")
               .arg(report.won)
               .arg(report.lost)
               .arg(report.rows)
               .arg(report.baseRate, 0, 'f', 4);
    if (!report.candidates.empty())
        out += QStringLiteral("\nOut of time; log-loss of the base rate %1\n")
                   .arg(decimals(report.baseLogLoss)) +
               candidateTable(report.candidates).text();
    if (report.best)
        out += QStringLiteral("\nCalibration of %1\n")
                   .arg(QLatin1String(familyName(report.best->family))) +
               calibrationText(report.best->quality);
    if (!report.learning.empty()) {
        TextTable table({{QStringLiteral("Learned from")},
                         {QStringLiteral("Log-loss"), true},
                         {QStringLiteral("AUC"), true}});
        for (const auto &point : report.learning)
            table.add({QStringLiteral("%1 looks").arg(point.rows), decimals(point.logLoss),
                       decimals(point.auc, 3)});
        out += QStringLiteral("\nLearning curve\n") + table.text();
    }
    if (!report.refused.empty())
        out += QStringLiteral("\nNot learned from\n") + refusedText(report.refused);
    return out;
}

QString holdoutText(const predict::HoldoutReport &report)
{
    QString out =
        QStringLiteral("Learned from %1 rows, measured on %2; log-loss of the base rate %3\n")
            .arg(report.trainRows)
            .arg(report.testRows)
            .arg(decimals(report.trainRateLogLoss)) +
        candidateTable(report.models).text();
    if (report.chosen)
        out += QStringLiteral("\nChosen within the training rows: %1\n")
                   .arg(QLatin1String(verdictName(report.verdict))) +
               candidateTable({*report.chosen}).text();
    if (!report.suspects.empty())
        out += QStringLiteral("\nSuspect columns; --exclude them\n") + refusedText(report.suspects);
    return out;
}

base::Result<predict::CellTable> readCells(const std::string &path)
{
    TRY_ASSIGN(auto source, base::openFile(path));
    base::CsvReader reader(std::move(source));
    predict::CellTable out;
    base::CsvRow row;
    for (;;) {
        TRY_ASSIGN(const bool more, reader.next(row));
        if (!more)
            break;
        if (row.fault)
            return base::Error{.code = base::ErrorCode::InvalidInput,
                               .message = row.fault->reason,
                               .place = base::Place{path, row.fault->line, row.fault->column, {}}};
        std::vector<std::string> cells;
        for (const auto &cell : row.cells)
            cells.emplace_back(cell.text);
        if (!out.names.empty()) {
            out.rows.push_back(std::move(cells));
            continue;
        }
        reader.expectColumns(cells.size());
        out.names = std::move(cells);
    }
    if (out.rows.empty())
        return base::Error{base::ErrorCode::InvalidInput, "The file " + path + " has no rows."};
    return out;
}

std::set<std::string> namesIn(const std::string &list)
{
    std::set<std::string> out;
    std::istringstream stream(list);
    for (std::string name; std::getline(stream, name, ',');) {
        if (!name.empty())
            out.insert(name);
    }
    return out;
}

} // namespace

base::Result<Reply> runModels(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto outlook, session->engine().reads().winOutlook());
    const auto limit = static_cast<std::size_t>(invocation.number("limit", 50));
    QJsonArray open;
    for (std::size_t i = 0; i < outlook.open.size() && i < limit; ++i)
        open.append(jsonEstimate(outlook.open[i]));
    Reply out;
    out.document = {{QStringLiteral("items"), QJsonArray{jsonReport(outlook.report)}},
                    {QStringLiteral("open"), open}};
    if (!invocation.json)
        out.text = reportText(outlook.report);
    return out;
}

base::Result<Reply> runModelsFit(const Invocation &invocation)
{
    if (!invocation.has("label"))
        return usageReply("Name the column of the outcome: --label COLUMN.");
    TRY_ASSIGN(const auto cells, readCells(invocation.arguments.front()));
    predict::CellQuestion question;
    question.label = invocation.option("label");
    question.positive = invocation.option("positive");
    question.negative = invocation.option("negative");
    question.id = invocation.option("id");
    question.time = invocation.option("time");
    question.from = invocation.option("from");
    question.excluded = namesIn(invocation.option("exclude"));
    question.categorical = namesIn(invocation.option("categorical"));
    TRY_ASSIGN(const auto split, predict::splitTable(cells, question));
    const auto report = predict::holdoutReport(split);
    Reply out;
    out.document = jsonHoldout(report);
    if (!invocation.json)
        out.text = holdoutText(report);
    return out;
}

} // namespace topline::app
