#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/calendar.h"
#include "core/engine/drafts/draft_work.h"
#include "ui/text/draft_text.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace topline::app {

namespace {

constexpr std::size_t textColumnMax = 60;

base::Result<std::string> readFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The file " + path + " cannot be read.",
                           .kept = "Nothing was changed."};
    return text.str();
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList out;
    for (const auto &text : texts)
        out += toQt(text);
    return out.join(QStringLiteral("; "));
}

Reply saying(const QString &text)
{
    Reply out;
    out.text = text + QLatin1Char('\n');
    out.document = {{QStringLiteral("done"), true}};
    return out;
}

QJsonObject countsDocument(const domain::ContentCounts &counts)
{
    return {{QStringLiteral("uses"), jsonInteger(counts.uses)},
            {QStringLiteral("replies"), jsonInteger(counts.replies)},
            {QStringLiteral("won"), jsonInteger(counts.won)}};
}

base::Result<Reply> setHost(const Invocation &invocation, bool isAllowed)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().drafts().setHostAllowed(invocation.arguments.front(), isAllowed));
    return saying(isAllowed ? QStringLiteral("Drafts may lead there.")
                            : QStringLiteral("Drafts may no longer lead there."));
}

} // namespace

base::Result<Reply> runFields(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto shelf, session->engine().drafts().shelf());
    Reply out;
    QJsonArray rows;
    TextTable table(
        {{QStringLiteral("Field")}, {QStringLiteral("Stands for")}, {QStringLiteral("Example")}});
    for (const auto &field : shelf.fields) {
        const std::string name(field.name);
        rows.append(QJsonObject{{QStringLiteral("name"), toQt(name)},
                                {QStringLiteral("meaning"), ui::text::mergeFieldText(name)},
                                {QStringLiteral("example"), toQt(field.example)}});
        table.add({toQt(name), ui::text::mergeFieldText(name), toQt(field.example)});
    }
    out.document = {{QStringLiteral("fields"), rows}};
    out.text = table.text();
    return out;
}

base::Result<Reply> runSnippets(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto shelf, session->engine().drafts().shelf());
    Reply out;
    QJsonArray rows;
    TextTable table({{QStringLiteral("Snippet")}, {QStringLiteral("Text"), false, textColumnMax}});
    for (const auto &snippet : shelf.snippets) {
        rows.append(QJsonObject{{QStringLiteral("name"), toQt(snippet.name)},
                                {QStringLiteral("text"), toQt(snippet.text)},
                                {QStringLiteral("changed"), jsonTime(snippet.changedMs)}});
        table.add({toQt(snippet.name), toQt(snippet.text).simplified()});
    }
    out.document = {{QStringLiteral("snippets"), rows}};
    out.text = table.isEmpty() ? QStringLiteral("There are no snippets.\n") : table.text();
    return out;
}

base::Result<Reply> runSnippetsSet(const Invocation &invocation)
{
    TRY_ASSIGN(const auto text, readFile(invocation.arguments[1]));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().drafts().saveSnippet({invocation.arguments[0], text, 0}));
    return saying(QStringLiteral("Saved."));
}

base::Result<Reply> runSnippetsRemove(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().drafts().removeSnippet(invocation.arguments.front()));
    return saying(QStringLiteral("Removed."));
}

base::Result<Reply> runContent(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto shelf, session->engine().drafts().shelf());
    Reply out;
    QJsonArray rows;
    TextTable table({{QStringLiteral("Content")},
                     {QStringLiteral("Link")},
                     {QStringLiteral("Stages")},
                     {QStringLiteral("Sent"), true},
                     {QStringLiteral("Answered"), true},
                     {QStringLiteral("Won"), true}});
    for (const auto &[asset, counts] : shelf.content) {
        rows.append(QJsonObject{{QStringLiteral("title"), toQt(asset.title)},
                                {QStringLiteral("url"), jsonText(asset.url)},
                                {QStringLiteral("text"), jsonText(asset.text)},
                                {QStringLiteral("retired"), asset.isRetired},
                                {QStringLiteral("counts"), countsDocument(counts)}});
        table.add({toQt(asset.title) + (asset.isRetired ? QStringLiteral(" (retired)") : QString()),
                   asset.url.empty() ? QStringLiteral("(text)") : toQt(asset.url),
                   joined(asset.tags.stages), QString::number(counts.uses),
                   QString::number(counts.replies), QString::number(counts.won)});
    }
    out.document = {{QStringLiteral("content"), rows}};
    out.text = table.isEmpty() ? QStringLiteral("There is no content.\n") : table.text();
    return out;
}

base::Result<Reply> runContentImport(const Invocation &invocation)
{
    TRY_ASSIGN(const auto csv, readFile(invocation.arguments.front()));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const bool isTrial = invocation.has("dry-run");
    TRY_ASSIGN(const auto report, session->engine().drafts().importContent(csv, isTrial));
    Reply out;
    QJsonArray faults;
    for (const auto &fault : report.faults) {
        faults.append(jsonError(fault));
        out.text += toQt(fault.text()) + QLatin1Char('\n');
    }
    out.document = {{QStringLiteral("added"), jsonInteger(report.added)},
                    {QStringLiteral("changed"), jsonInteger(report.changed)},
                    {QStringLiteral("same"), jsonInteger(report.same)},
                    {QStringLiteral("faults"), faults},
                    {QStringLiteral("saved"), !isTrial}};
    out.text += QStringLiteral("%1 added, %2 changed, %3 the same, %4 left out.\n")
                    .arg(report.added)
                    .arg(report.changed)
                    .arg(report.same)
                    .arg(report.faults.size());
    if (isTrial)
        out.text += QStringLiteral("Nothing was saved.\n");
    return out;
}

base::Result<Reply> runContentExport(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto csv, session->engine().drafts().exportContent());
    std::ofstream file(invocation.arguments.front(), std::ios::binary | std::ios::trunc);
    file << csv;
    file.close();
    if (!file)
        return base::Error{.code = base::ErrorCode::Io,
                           .message =
                               "The file " + invocation.arguments.front() + " cannot be written."};
    return saying(QStringLiteral("Written."));
}

base::Result<Reply> runLinks(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto shelf, session->engine().drafts().shelf());
    Reply out;
    QJsonArray hosts;
    for (const auto &host : shelf.linkHosts) {
        hosts.append(toQt(host));
        out.text += toQt(host) + QLatin1Char('\n');
    }
    out.document = {{QStringLiteral("hosts"), hosts}};
    if (shelf.linkHosts.empty())
        out.text = QStringLiteral("No host was allowed. Links of plays, snippets and content, and "
                                  "to your own mail domain, may leave.\n");
    return out;
}

base::Result<Reply> runLinksAllow(const Invocation &invocation)
{
    return setHost(invocation, true);
}

base::Result<Reply> runLinksForget(const Invocation &invocation)
{
    return setHost(invocation, false);
}

base::Result<Reply> runModelSent(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
    TRY_ASSIGN(const auto runs, session->engine().drafts().assist().runs(action.id));
    Reply out;
    QJsonArray rows;
    for (const auto &run : runs) {
        rows.append(QJsonObject{{QStringLiteral("at"), jsonTime(run.atMs)},
                                {QStringLiteral("host"), toQt(run.host)},
                                {QStringLiteral("model"), toQt(run.model)},
                                {QStringLiteral("sha256"), toQt(run.requestSha256)},
                                {QStringLiteral("request"), toQt(run.request)},
                                {QStringLiteral("answer"), jsonText(run.answer)},
                                {QStringLiteral("failure"), jsonText(run.failure)},
                                {QStringLiteral("taken"), run.isTaken}});
        out.text +=
            QStringLiteral("%1 to %2 at %3\nsent: %4\nanswer: %5\n\n")
                .arg(toQt(base::utcText(run.atMs)), toQt(run.model), toQt(run.host),
                     toQt(run.request), toQt(run.failure.empty() ? run.answer : run.failure));
    }
    out.document = {{QStringLiteral("runs"), rows}};
    if (runs.empty())
        out.text = QStringLiteral("No model was asked for this action.\n");
    return out;
}

} // namespace topline::app
