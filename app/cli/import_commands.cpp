#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/json_values.h"
#include "app/cli/progress_line.h"
#include "app/cli/reject_files.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/store/backup.h"

#include <filesystem>

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

// All rows that were kept aside: the report has only the first of them.
base::Result<std::vector<domain::RejectedRow>>
allRejects(Session &session, const domain::ImportReport &report, std::int64_t rejected)
{
    if (report.dryRun || rejected == static_cast<std::int64_t>(report.rejects.size()))
        return report.rejects;
    TRY_ASSIGN(const auto runs, session.engine().tables().imports.runs());
    CHECK(!runs.empty());
    return session.engine().tables().imports.rejects(runs.front().id, rejected);
}

// Beside the workspace, of a name that nothing has yet.
std::string freshFolder(const Invocation &invocation, const Session &session)
{
    const std::string name =
        invocation.workspace + ".rejects-" + store::fileTimeText(session.now());
    std::string out = name;
    std::error_code ignored;
    for (int i = 2; std::filesystem::exists(out, ignored); ++i)
        out = name + "-" + std::to_string(i);
    return out;
}

// Writes them unless it was a dry run that asked for no file.
base::Status writeRejects(const Invocation &invocation, Session &session,
                          const domain::ImportReport &report, Reply &reply)
{
    std::int64_t rejected = 0;
    for (const auto &[kind, counts] : report.byKind)
        rejected += counts.rejected;
    reply.document.insert(QStringLiteral("rejected"), jsonInteger(rejected));
    reply.text = reportText(report, rejected);
    if (rejected == 0 || (report.dryRun && !invocation.has("rejects")))
        return {};
    const std::string folder = invocation.option("rejects", freshFolder(invocation, session));
    TRY_ASSIGN(const auto rows, allRejects(session, report, rejected));
    TRY_ASSIGN(const auto files, writeRejectFiles(rows, folder));
    QJsonArray paths;
    for (const auto &file : files) {
        paths.append(toQt(file));
        reply.text += QStringLiteral("Written for repair: %1\n").arg(toQt(file));
    }
    reply.document.insert(QStringLiteral("rejectFiles"), paths);
    return {};
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
                   return !isInterrupted();
               }));
    if (!report.dryRun)
        TRY(session->engine().tick());
    Reply out;
    out.status = report.cancelled ? 1 : 0;
    out.document = reportDocument(report);
    TRY(writeRejects(invocation, *session, report, out));
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

base::Result<Reply> runExport(const Invocation &invocation)
{
    if (invocation.has("preset") && invocation.has("mapping"))
        return usageReply("--preset and --mapping exclude each other.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const std::string layout = invocation.option("mapping", invocation.option("preset"));
    TRY_ASSIGN(const auto report, session->engine().exportTo(invocation.arguments.front(), layout));
    Reply out;
    QJsonArray items;
    TextTable table({{QStringLiteral("File"), false, 70}, {QStringLiteral("Rows"), true}});
    for (const auto &file : report.files) {
        items.append(QJsonObject{{QStringLiteral("id"), toQt(file.path)},
                                 {QStringLiteral("kind"), toQt(file.kind)},
                                 {QStringLiteral("rows"), jsonInteger(file.rows)}});
        table.add({toQt(file.path), QString::number(file.rows)});
    }
    QJsonObject skipped;
    QString left;
    for (const auto &[kind, count] : report.skipped) {
        skipped.insert(toQt(kind), jsonInteger(count));
        left += QStringLiteral("Left out: %1 %2, for which the layout has no file.\n")
                    .arg(count)
                    .arg(toQt(kind));
    }
    out.document = {{QStringLiteral("layout"), toQt(report.layout)},
                    {QStringLiteral("items"), items},
                    {QStringLiteral("skipped"), skipped}};
    out.text = table.text() + left + QStringLiteral("Layout: %1.\n").arg(toQt(report.layout));
    return out;
}

} // namespace topline::app
