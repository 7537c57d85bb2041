#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/store/backup.h"

#include <filesystem>

namespace topline::app {

namespace {

QJsonArray jsonTexts(const std::vector<std::string> &texts)
{
    QJsonArray out;
    for (const auto &text : texts)
        out.append(QJsonObject{{QStringLiteral("id"), static_cast<int>(out.size()) + 1},
                               {QStringLiteral("text"), toQt(text)}});
    return out;
}

QString countsLine(const domain::WorkspaceStatus &status, const ui::text::Format &format)
{
    QStringList parts;
    for (const auto &[kind, number] : status.counts)
        parts.append(format.number(static_cast<double>(number)) + QLatin1Char(' ') + toQt(kind));
    return parts.join(QStringLiteral(", "));
}

QJsonObject countsDocument(const domain::WorkspaceStatus &status)
{
    QJsonObject out;
    for (const auto &[kind, number] : status.counts)
        out.insert(toQt(kind), jsonInteger(number));
    return out;
}

std::string absolute(const std::string &path)
{
    std::error_code error;
    const auto out = std::filesystem::absolute(path, error);
    return error ? path : out.string();
}

} // namespace

base::Result<Reply> runNew(const Invocation &invocation)
{
    if (invocation.has("seed") && !invocation.has("demo"))
        return usageReply("--seed says which demo company: it needs --demo.");
    NewWorkspace what;
    if (invocation.has("demo"))
        what.demoSeed = static_cast<std::uint64_t>(invocation.number("seed", 1));
    TRY_ASSIGN(const auto session, Session::create(invocation, what));
    if (session->connector()) {
        const crm::CancelToken cancel;
        TRY(session->engine().sync(*session->connector(), cancel));
        TRY(session->engine().tick());
    }
    TRY_ASSIGN(const auto status, session->engine().status());
    Reply out;
    out.document = {{QStringLiteral("workspace"), toQt(absolute(invocation.workspace))},
                    {QStringLiteral("demoSeed"),
                     what.demoSeed ? jsonInteger(invocation.number("seed", 1)) : QJsonValue()},
                    {QStringLiteral("asOf"), jsonTime(session->now())},
                    {QStringLiteral("counts"), countsDocument(status)}};
    out.text = QStringLiteral("Created %1.\n").arg(toQt(invocation.workspace));
    if (what.demoSeed)
        out.text += QStringLiteral("The demo company is in it: %1.\n")
                        .arg(countsLine(status, session->format()));
    return out;
}

base::Result<Reply> runStatus(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto status, session->engine().status());
    const auto format = session->format();
    Reply out;
    out.document = {{QStringLiteral("workspace"), toQt(absolute(invocation.workspace))},
                    {QStringLiteral("asOf"), jsonTime(status.nowMs)},
                    {QStringLiteral("source"), jsonText(status.sourceTitle)},
                    {QStringLiteral("lastSyncAt"), jsonTime(status.lastSyncMs)},
                    {QStringLiteral("lastSyncError"), jsonText(status.lastSyncError)},
                    {QStringLiteral("effectsPending"), jsonInteger(status.effectsPending)},
                    {QStringLiteral("rejectedRows"), jsonInteger(status.rejectedRows)},
                    {QStringLiteral("automationStopped"), status.automationStopped},
                    {QStringLiteral("counts"), countsDocument(status)}};
    const QString synced =
        status.lastSyncMs ? format.ago(*status.lastSyncMs) : QStringLiteral("never");
    out.text = textPairs({
        {QStringLiteral("Workspace"), toQt(absolute(invocation.workspace))},
        {QStringLiteral("As of"), format.dateTime(status.nowMs)},
        {QStringLiteral("Source"),
         status.sourceTitle.empty() ? QStringLiteral("none") : toQt(status.sourceTitle)},
        {QStringLiteral("Last sync"), synced},
        {QStringLiteral("Holds"), countsLine(status, format)},
        {QStringLiteral("Waiting to leave"),
         format.number(static_cast<double>(status.effectsPending))},
        {QStringLiteral("Rows kept aside"),
         format.number(static_cast<double>(status.rejectedRows))},
        {QStringLiteral("Automation"),
         status.automationStopped ? QStringLiteral("stopped") : QStringLiteral("running")},
    });
    if (!status.lastSyncError.empty())
        out.text += QStringLiteral("The last sync failed: %1\n").arg(toQt(status.lastSyncError));
    return out;
}

base::Result<Reply> runCheck(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto check, session->engine().check());
    Reply out;
    out.status = check.findings.empty() ? 0 : 1;
    out.document = {{QStringLiteral("sound"), check.findings.empty()},
                    {QStringLiteral("items"), jsonTexts(check.findings)},
                    {QStringLiteral("asked"), jsonTexts(check.asked)}};
    out.text += QStringLiteral("Looked at:\n");
    for (const auto &asked : check.asked)
        out.text += QStringLiteral("  %1\n").arg(toQt(asked));
    for (const auto &finding : check.findings)
        out.text += QStringLiteral("FOUND: %1\n").arg(toQt(finding));
    out.text += check.findings.empty() ? QStringLiteral("The workspace is sound.\n")
                                       : QStringLiteral("The workspace is not sound. Restore a "
                                                        "backup, or keep the file for repair.\n");
    return out;
}

base::Result<Reply> runRebuild(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto report, session->engine().rebuild());
    Reply out;
    out.status = report.same() ? 0 : 1;
    out.document = {{QStringLiteral("accounts"), jsonInteger(report.accounts)},
                    {QStringLiteral("deals"), jsonInteger(report.deals)},
                    {QStringLiteral("same"), report.same()},
                    {QStringLiteral("digestBefore"), toQt(report.digestBefore)},
                    {QStringLiteral("digestAfter"), toQt(report.digestAfter)}};
    out.text =
        QStringLiteral("Rebuilt what follows from %1 accounts and %2 deals.\n%3\n")
            .arg(report.accounts)
            .arg(report.deals)
            .arg(report.same() ? QStringLiteral("The derived tables are the same, byte for "
                                                "byte: %1.")
                                     .arg(toQt(report.digestAfter))
                               : QStringLiteral("The derived tables DIFFER: %1 before, %2 "
                                                "after.")
                                     .arg(toQt(report.digestBefore), toQt(report.digestAfter)));
    return out;
}

base::Result<Reply> runBackup(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto report, session->engine().backUp(invocation.arguments.front()));
    Reply out;
    out.document = {{QStringLiteral("file"), toQt(report.path)},
                    {QStringLiteral("bytes"), jsonInteger(report.bytes)},
                    {QStringLiteral("ledgerEntries"), jsonInteger(report.ledgerEntries)}};
    out.text =
        QStringLiteral("Wrote %1 (%2 bytes, %3 ledger entries), opened it again and compared "
                       "it.\n")
            .arg(toQt(report.path))
            .arg(report.bytes)
            .arg(report.ledgerEntries);
    return out;
}

base::Result<Reply> runRestore(const Invocation &invocation)
{
    const base::UtcMs now = WorkspaceClock(invocation.asOfMs).now();
    TRY_ASSIGN(const auto report,
               store::restore(invocation.arguments.front(), invocation.workspace, now));
    Reply out;
    const std::string aside = report.keptAside.string();
    out.document = {{QStringLiteral("workspace"), toQt(absolute(invocation.workspace))},
                    {QStringLiteral("keptAside"), jsonText(aside)},
                    {QStringLiteral("frozen"), true}};
    out.text = QStringLiteral("Restored %1.\n").arg(toQt(invocation.workspace));
    if (!aside.empty())
        out.text += QStringLiteral("What was there before is in %1.\n").arg(toQt(aside));
    out.text += QStringLiteral("Nothing leaves from it until you say so: topline-cli --workspace "
                               "%1 thaw\n")
                    .arg(toQt(invocation.workspace));
    return out;
}

base::Result<Reply> runThaw(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().thaw());
    Reply out;
    out.document = {{QStringLiteral("frozen"), false}};
    out.text = QStringLiteral("Approved actions leave from this computer again.\n");
    return out;
}

} // namespace topline::app
