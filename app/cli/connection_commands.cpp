#include "app/cli/commands.h"
#include "app/cli/crm_desk.h"
#include "app/cli/json_values.h"
#include "app/cli/mail_options.h"
#include "app/cli/text_table.h"
#include "core/domain/crm_system.h"
#include "core/engine/intake/connection_book.h"
#include "core/engine/reads/reads.h"

#include <string>

namespace topline::app {

namespace {

base::Result<domain::SignInRequest> requestOf(const Invocation &invocation)
{
    domain::SignInRequest out;
    out.system = invocation.arguments.front();
    out.apiBase = invocation.option("api-base");
    out.loginHost = invocation.option("login-host");
    out.isSandbox = invocation.has("sandbox");
    out.clientId = invocation.option("client-id");
    const bool isToken = invocation.has("token-stdin");
    out.way = isToken ? domain::SignInWay::Token : domain::SignInWay::Browser;
    if (isToken || invocation.has("client-secret-stdin")) {
        TRY_ASSIGN((isToken ? out.token : out.clientSecret), secretFromInput());
    }
    return out;
}

QString countsText(const std::map<std::string, std::int64_t> &counts)
{
    QStringList parts;
    for (const auto &[kind, count] : counts)
        parts.append(QStringLiteral("%1 %2").arg(count).arg(toQt(kind)));
    return parts.join(QStringLiteral(", "));
}

QJsonArray jsonTexts(const std::vector<std::string> &texts)
{
    QJsonArray out;
    for (const auto &text : texts)
        out.append(toQt(text));
    return out;
}

QJsonObject jsonReport(const domain::SignInReport &report)
{
    QJsonObject counts;
    for (const auto &[kind, count] : report.counts)
        counts.insert(toQt(kind), jsonInteger(count));
    return {{QStringLiteral("system"), toQt(report.profile.system)},
            {QStringLiteral("orgId"), jsonText(report.profile.orgId)},
            {QStringLiteral("orgName"), jsonText(report.profile.orgName)},
            {QStringLiteral("userName"), jsonText(report.profile.userName)},
            {QStringLiteral("sandbox"), report.profile.isSandbox},
            {QStringLiteral("secretLasting"), report.isSecretLasting},
            {QStringLiteral("counts"), counts},
            {QStringLiteral("denied"), jsonTexts(report.profile.denied)},
            {QStringLiteral("advice"), jsonTexts(report.profile.advice)}};
}

QString reportText(const domain::SignInReport &report)
{
    const auto &profile = report.profile;
    QString out =
        QStringLiteral("Signed in to %1: %2 (%3)%4.\nA first sync would bring %5. "
                       "It changes nothing there.\n")
            .arg(toQt(domain::systemTitle(profile.system)), toQt(profile.orgName),
                 toQt(profile.orgId),
                 profile.userName.empty() ? QString()
                                          : QStringLiteral(" as ") + toQt(profile.userName),
                 countsText(report.counts));
    for (const auto &object : profile.denied)
        out += QStringLiteral("This sign-in may not read %1.\n").arg(toQt(object));
    for (const auto &advice : profile.advice)
        out += toQt(advice) + QLatin1Char('\n');
    if (!report.isSecretLasting)
        out += QStringLiteral("No keychain answers: this sign-in ends with this command.\n");
    return out;
}

QJsonObject jsonObjectProgress(const domain::ObjectProgress &object)
{
    const auto number = [](std::optional<std::int64_t> value) {
        return value ? jsonInteger(*value) : QJsonValue();
    };
    return {{QStringLiteral("object"), toQt(object.object)},
            {QStringLiteral("state"), toQt(domain::objectStateName(object.state))},
            {QStringLiteral("throughAt"), jsonTime(object.throughMs)},
            {QStringLiteral("done"), jsonInteger(object.done)},
            {QStringLiteral("expected"), number(object.expected)},
            {QStringLiteral("remoteCount"), number(object.remoteCount)},
            {QStringLiteral("localCount"), number(object.localCount)},
            {QStringLiteral("reason"), jsonText(object.reason)}};
}

QJsonObject jsonConnection(const domain::ConnectionView &view)
{
    QJsonArray objects;
    for (const auto &object : view.objects)
        objects.append(jsonObjectProgress(object));
    return {{QStringLiteral("id"), toQt(view.system)},
            {QStringLiteral("title"), toQt(view.title)},
            {QStringLiteral("state"), toQt(domain::connectionStateName(view.state))},
            {QStringLiteral("orgId"), jsonText(view.orgId)},
            {QStringLiteral("orgName"), jsonText(view.orgName)},
            {QStringLiteral("userName"), jsonText(view.userName)},
            {QStringLiteral("webUrl"), jsonText(view.webUrl)},
            {QStringLiteral("sandbox"), view.isSandbox},
            {QStringLiteral("lastOkAt"), jsonTime(view.lastOkMs)},
            {QStringLiteral("lastTriedAt"), jsonTime(view.lastTriedMs)},
            {QStringLiteral("error"), jsonText(view.error)},
            {QStringLiteral("errorReference"), jsonText(view.errorReference)},
            {QStringLiteral("heldDeletes"), jsonInteger(view.heldDeletes)},
            {QStringLiteral("callsToday"), jsonInteger(view.gate.usedToday)},
            {QStringLiteral("callBudget"), jsonInteger(view.gate.allowedToday)},
            {QStringLiteral("heldUntil"), jsonTime(view.gate.heldUntilMs)},
            {QStringLiteral("heldBy"), jsonText(view.gate.heldBy)},
            {QStringLiteral("objects"), objects},
            {QStringLiteral("advice"), jsonTexts(view.advice)}};
}

base::Error notACrm(const std::string &name)
{
    return {base::ErrorCode::InvalidInput,
            "There is no CRM \"" + name + "\": hubspot, salesforce or mail."};
}

} // namespace

base::Result<Reply> runConnect(const Invocation &invocation)
{
    const std::string system = invocation.arguments.front();
    if (!isCrmName(system))
        return usageReply(notACrm(system).message);
    const bool isMail = system == "mail";
    const int ways = invocation.has("token-stdin") + invocation.has("password-stdin") +
                     invocation.has("client-id");
    if (isMail && ways != 1)
        return usageReply("Say one of --password-stdin, --token-stdin and --client-id.");
    if (!isMail && invocation.has("token-stdin") == invocation.has("client-id"))
        return usageReply("Say either --token-stdin or --client-id.");
    if (invocation.has("client-secret-stdin") && !invocation.has("client-id"))
        return usageReply("--client-secret-stdin needs --client-id.");
    TRY_ASSIGN(const auto request, isMail ? mailRequestOf(invocation) : requestOf(invocation));
    TRY_ASSIGN(const auto session, Session::open(invocation));
    if (session->connector())
        return engine::refusalBeside(*session->connector());
    CrmDesk desk(*session);
    TRY_ASSIGN(const auto report, desk.signIn(request));
    Reply out;
    out.document = jsonReport(report);
    out.text = reportText(report);
    out.document.insert(QStringLiteral("synced"), invocation.has("yes"));
    if (!invocation.has("yes")) {
        out.text +=
            QStringLiteral("Nothing was fetched. To fetch it: %1\n")
                .arg(report.isSecretLasting ? QStringLiteral("sync %1 --yes").arg(toQt(system))
                                            : QStringLiteral("the same command with --yes"));
        return out;
    }
    TRY(session->engine().connections().allowFirstSync(system));
    TRY_ASSIGN(const auto connector, desk.open(system));
    ProgressLine progress(invocation.has("progress"));
    TRY_ASSIGN(const auto summary, desk.sync(*connector, progress));
    TRY(session->engine().tick());
    out.status = summary.cancelled ? 1 : 0;
    out.document.insert(QStringLiteral("records"), jsonInteger(summary.records));
    out.document.insert(QStringLiteral("events"), jsonInteger(summary.events));
    out.document.insert(QStringLiteral("cancelled"), summary.cancelled);
    out.text += QStringLiteral("Fetched %1 records and %2 events.\n")
                    .arg(summary.records)
                    .arg(summary.events);
    if (invocation.has("send")) {
        TRY_ASSIGN(const auto sent, session->engine().drainOutbox(*connector, desk.cancel()));
        out.document.insert(QStringLiteral("sent"), jsonInteger(sent.sent));
        out.text += QStringLiteral("Sent %1, failed %2, conflicts %3, unknown %4, waiting %5.\n")
                        .arg(sent.sent)
                        .arg(sent.failed)
                        .arg(sent.conflicts)
                        .arg(sent.unknown)
                        .arg(sent.waiting);
    }
    return out;
}

base::Result<Reply> runConnections(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    auto &tables = session->engine().tables();
    TRY_ASSIGN(auto view, engine::storedSyncView(tables));
    if (session->connector()) {
        TRY_ASSIGN(auto demo, engine::fixedConnectionView(tables, *session->connector()));
        view.connections.push_back(std::move(demo));
    }
    TRY_ASSIGN(const std::int64_t open, tables.conflicts.openCount());
    const auto format = session->format();
    QJsonArray items;
    TextTable table({{QStringLiteral("CRM")},
                     {QStringLiteral("State")},
                     {QStringLiteral("Account")},
                     {QStringLiteral("Last sync")},
                     {QStringLiteral("Calls today"), true}});
    for (const auto &each : view.connections) {
        items.append(jsonConnection(each));
        table.add({toQt(each.title), toQt(domain::connectionStateName(each.state)),
                   toQt(each.orgName),
                   each.lastOkMs ? format.dateTime(*each.lastOkMs) : format.missing(),
                   QString::number(each.gate.usedToday)});
        if (!each.error.empty())
            table.addNote(toQt(each.error));
    }
    Reply out;
    out.document = {{QStringLiteral("items"), items},
                    {QStringLiteral("pending"), static_cast<int>(view.pending.size())},
                    {QStringLiteral("conflicts"), jsonInteger(open)}};
    out.text = table.isEmpty() ? QStringLiteral("No CRM is connected.\n") : table.text();
    out.text += QStringLiteral("%1 changes wait to be written, %2 conflicts are open.\n")
                    .arg(view.pending.size())
                    .arg(open);
    return out;
}

base::Result<Reply> runDisconnect(const Invocation &invocation)
{
    const std::string system = invocation.arguments.front();
    if (!isCrmName(system))
        return usageReply(notACrm(system).message);
    TRY_ASSIGN(const auto session, Session::open(invocation));
    CrmDesk desk(*session);
    TRY(desk.disconnect(system));
    Reply out;
    out.document = {{QStringLiteral("system"), toQt(system)}};
    out.text = QStringLiteral("%1 is disconnected. Its records stay.\n")
                   .arg(toQt(domain::systemTitle(system)));
    return out;
}

base::Result<Reply> runRequests(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    const std::int64_t limit = invocation.number("limit", 50);
    TRY_ASSIGN(const auto rows, session->engine().tables().requests.newest(limit));
    const auto format = session->format();
    QJsonArray items;
    TextTable table({{QStringLiteral("Time")},
                     {QStringLiteral("CRM")},
                     {QStringLiteral("Request"), false, 60},
                     {QStringLiteral("Status"), true},
                     {QStringLiteral("ms"), true},
                     {QStringLiteral("Outcome")}});
    for (const auto &row : rows) {
        items.append(QJsonObject{{QStringLiteral("id"), jsonInteger(row.id)},
                                 {QStringLiteral("system"), toQt(row.system)},
                                 {QStringLiteral("at"), jsonTime(row.atMs)},
                                 {QStringLiteral("method"), toQt(row.method)},
                                 {QStringLiteral("host"), toQt(row.host)},
                                 {QStringLiteral("path"), toQt(row.path)},
                                 {QStringLiteral("status"), row.status},
                                 {QStringLiteral("durationMs"), jsonInteger(row.durationMs)},
                                 {QStringLiteral("bytesReceived"), jsonInteger(row.bytesReceived)},
                                 {QStringLiteral("bytesSent"), jsonInteger(row.bytesSent)},
                                 {QStringLiteral("outcome"), toQt(row.outcome)},
                                 {QStringLiteral("reference"), jsonText(row.reference)}});
        table.add({format.dateTime(row.atMs), toQt(row.system),
                   toQt(row.method + " " + row.host + row.path), QString::number(row.status),
                   QString::number(row.durationMs), toQt(row.outcome)});
    }
    Reply out;
    out.document = {{QStringLiteral("items"), items}};
    out.text = table.isEmpty() ? QStringLiteral("No request was made.\n") : table.text();
    return out;
}

base::Result<Reply> runMissing(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    auto &engine = session->engine();
    engine::Reads reads(engine.tables(), engine.plays(), engine.policy(), engine.now());
    TRY_ASSIGN(const auto findings, reads.whyMissing(invocation.arguments.front()));
    QJsonArray items;
    Reply out;
    for (const auto &finding : findings) {
        items.append(QJsonObject{{QStringLiteral("id"), toQt(finding.remoteId)},
                                 {QStringLiteral("system"), jsonText(finding.system)},
                                 {QStringLiteral("object"), toQt(finding.object)},
                                 {QStringLiteral("code"), toQt(finding.code)},
                                 {QStringLiteral("detail"), toQt(finding.detail)}});
        out.text += toQt(finding.code + ": " + finding.detail) + QLatin1Char('\n');
    }
    if (findings.empty())
        out.text = QStringLiteral("Nothing is known of it, and no CRM is connected.\n");
    out.document = {{QStringLiteral("items"), items}};
    return out;
}

} // namespace topline::app
