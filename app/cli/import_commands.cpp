#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/progress_line.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"

namespace topline::app {

namespace {

constexpr std::size_t rejectsShown = 20;

QString timeLeft(const domain::ImportProgress &progress, const ui::text::Format &format)
{
    if (progress.bytesRead <= 0 || progress.bytesTotal <= progress.bytesRead)
        return {};
    const double rest = static_cast<double>(progress.bytesTotal - progress.bytesRead) /
                        static_cast<double>(progress.bytesRead);
    const auto left = static_cast<base::DurationMs>(rest * static_cast<double>(progress.elapsedMs));
    if (left < base::minuteMs)
        return QStringLiteral(", %1 s left").arg((left + 999) / 1'000);
    return QStringLiteral(", %1 left").arg(format.span(left));
}

QString progressText(const domain::ImportProgress &progress, const ui::text::Format &format)
{
    QString out = QStringLiteral("%1 rows").arg(format.number(static_cast<double>(progress.rows)));
    if (progress.bytesTotal > 0)
        out += QStringLiteral(", %1 of the bytes")
                   .arg(format.percent(static_cast<double>(progress.bytesRead) /
                                       static_cast<double>(progress.bytesTotal)));
    if (progress.elapsedMs > 0)
        out += QStringLiteral(", %1 rows a second")
                   .arg(format.number(static_cast<double>(progress.rows) * 1'000 /
                                      static_cast<double>(progress.elapsedMs)));
    return out + timeLeft(progress, format);
}

QJsonObject countsDocument(const domain::ImportCounts &counts)
{
    return {{QStringLiteral("read"), jsonInteger(counts.read)},
            {QStringLiteral("added"), jsonInteger(counts.added)},
            {QStringLiteral("changed"), jsonInteger(counts.changed)},
            {QStringLiteral("unchanged"), jsonInteger(counts.unchanged)},
            {QStringLiteral("rejected"), jsonInteger(counts.rejected)}};
}

QString placeText(const base::Place &place)
{
    QString out = toQt(place.file);
    if (place.line > 0)
        out += QLatin1Char(':') + QString::number(place.line);
    if (place.column > 0)
        out += QLatin1Char(':') + QString::number(place.column);
    return place.field.empty() ? out
                               : out + QStringLiteral(" (") + toQt(place.field) + QLatin1Char(')');
}

QString reportText(const domain::ImportReport &report, std::int64_t rejected)
{
    TextTable table({{QStringLiteral("Kind")},
                     {QStringLiteral("Read"), true},
                     {QStringLiteral("Added"), true},
                     {QStringLiteral("Changed"), true},
                     {QStringLiteral("Unchanged"), true},
                     {QStringLiteral("Kept aside"), true}});
    for (const auto &[kind, counts] : report.byKind)
        table.add({toQt(kind), QString::number(counts.read), QString::number(counts.added),
                   QString::number(counts.changed), QString::number(counts.unchanged),
                   QString::number(counts.rejected)});
    QString out = table.text();
    if (!report.mapping.empty())
        out += QStringLiteral("Mapping: %1.\n").arg(toQt(report.mapping));
    if (report.dryRun)
        out += QStringLiteral("A dry run: nothing was changed.\n");
    if (report.cancelled)
        out += QStringLiteral("Cancelled: what is counted above has come in.\n");
    for (std::size_t i = 0; i < std::min(report.rejects.size(), rejectsShown); ++i)
        out += QStringLiteral("kept aside: %1: %2\n")
                   .arg(placeText(report.rejects[i].place), toQt(report.rejects[i].reason));
    if (rejected > static_cast<std::int64_t>(rejectsShown))
        out += QStringLiteral("… and %1 more.\n")
                   .arg(rejected - static_cast<std::int64_t>(rejectsShown));
    return out;
}

QJsonObject reportDocument(const domain::ImportReport &report)
{
    QJsonObject byKind;
    for (const auto &[kind, counts] : report.byKind)
        byKind.insert(toQt(kind), countsDocument(counts));
    QJsonArray rejects;
    for (const auto &row : report.rejects)
        rejects.append(QJsonObject{{QStringLiteral("id"), static_cast<int>(rejects.size()) + 1},
                                   {QStringLiteral("file"), toQt(row.place.file)},
                                   {QStringLiteral("line"), jsonInteger(row.place.line)},
                                   {QStringLiteral("column"), jsonInteger(row.place.column)},
                                   {QStringLiteral("field"), jsonText(row.place.field)},
                                   {QStringLiteral("reason"), toQt(row.reason)},
                                   {QStringLiteral("raw"), toQt(row.raw)}});
    return {{QStringLiteral("byKind"), byKind},
            {QStringLiteral("mapping"), jsonText(report.mapping)},
            {QStringLiteral("dryRun"), report.dryRun},
            {QStringLiteral("cancelled"), report.cancelled},
            {QStringLiteral("items"), rejects}};
}

base::Result<Reply> import(const Invocation &invocation, bool events)
{
    if (invocation.has("preset") && invocation.has("mapping"))
        return usageReply("--preset and --mapping exclude each other.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    engine::ImportRequest request;
    request.paths = invocation.arguments;
    request.mapping = invocation.option("mapping", invocation.option("preset"));
    request.dryRun = invocation.has("dry-run");
    request.events = events;
    const auto format = session->format();
    ProgressLine progress(invocation.has("progress"));
    TRY_ASSIGN(const auto report,
               session->engine().import(request, [&](const domain::ImportProgress &soFar) {
                   progress.show(progressText(soFar, format));
                   return true;
               }));
    if (!report.dryRun)
        TRY(session->engine().tick());
    std::int64_t rejected = 0;
    for (const auto &[kind, counts] : report.byKind)
        rejected += counts.rejected;
    Reply out;
    out.document = reportDocument(report);
    out.document.insert(QStringLiteral("rejected"), jsonInteger(rejected));
    out.text = reportText(report, rejected);
    return out;
}

} // namespace

base::Result<Reply> runImportCrm(const Invocation &invocation)
{
    return import(invocation, false);
}

base::Result<Reply> runImportEvents(const Invocation &invocation)
{
    return import(invocation, true);
}

} // namespace topline::app
