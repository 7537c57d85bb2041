#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/reads/reads.h"
#include "core/signals/catalogue.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <charconv>

namespace topline::app {

namespace {

QJsonObject parameterDocument(const domain::DetectorParameter &parameter)
{
    return {{QStringLiteral("name"), toQt(parameter.key)},
            {QStringLiteral("value"), jsonInteger(parameter.value)},
            {QStringLiteral("default"), jsonInteger(parameter.standard)},
            {QStringLiteral("min"), jsonInteger(parameter.least)},
            {QStringLiteral("max"), jsonInteger(parameter.most)}};
}

QJsonObject rowDocument(const domain::DetectorRow &row)
{
    QJsonObject dismissed;
    for (std::size_t i = 1; i < row.dismissed.size(); ++i) {
        const auto reason = static_cast<domain::DismissReason>(i);
        dismissed.insert(toQt(domain::dismissReasonName(reason)), jsonInteger(row.dismissed[i]));
    }
    QJsonArray parameters;
    for (const auto &parameter : row.parameters)
        parameters.append(parameterDocument(parameter));
    return {{QStringLiteral("type"), toQt(domain::signalTypeName(row.type))},
            {QStringLiteral("enabled"), row.enabled},
            {QStringLiteral("hits"), jsonInteger(row.hits)},
            {QStringLiteral("accounts"), jsonInteger(row.accounts)},
            {QStringLiteral("accepted"), jsonInteger(row.accepted)},
            {QStringLiteral("dismissed"), dismissed},
            {QStringLiteral("open"), jsonInteger(row.open)},
            {QStringLiteral("suppressed"), jsonInteger(row.suppressed)},
            {QStringLiteral("held_out"), jsonInteger(row.heldOut)},
            {QStringLiteral("precision"), jsonNumber(row.precision)},
            {QStringLiteral("precision_low"), jsonNumber(row.precisionLow)},
            {QStringLiteral("precision_high"), jsonNumber(row.precisionHigh)},
            {QStringLiteral("parameters"), parameters}};
}

QJsonObject dryRunDocument(const domain::DryRun &run)
{
    QJsonArray rows;
    for (const auto &row : run.rows) {
        rows.append(QJsonObject{{QStringLiteral("type"), toQt(domain::signalTypeName(row.type))},
                                {QStringLiteral("hits_now"), jsonInteger(row.hitsNow)},
                                {QStringLiteral("accounts_now"), jsonInteger(row.accountsNow)},
                                {QStringLiteral("hits_then"), jsonInteger(row.hitsThen)},
                                {QStringLiteral("accounts_then"), jsonInteger(row.accountsThen)}});
    }
    return {{QStringLiteral("from"), jsonTime(run.fromMs)},
            {QStringLiteral("until"), jsonTime(run.untilMs)},
            {QStringLiteral("accounts"), jsonInteger(run.accounts)},
            {QStringLiteral("changes"), rows}};
}

QString dryRunText(const domain::DryRun &run)
{
    if (run.rows.empty())
        return QStringLiteral("In the last 90 days nothing would have been different.\n");
    QString out;
    for (const auto &row : run.rows) {
        out += QStringLiteral("%1: would have fired %2 times on %3 accounts in the last 90 days; "
                              "it fired %4 times on %5.\n")
                   .arg(ui::text::signalTypeText(row.type))
                   .arg(row.hitsThen)
                   .arg(row.accountsThen)
                   .arg(row.hitsNow)
                   .arg(row.accountsNow);
    }
    return out;
}

// Shows what the policy would have found, or saves it.
base::Result<Reply> tryOrSave(Session &session, const domain::SignalPolicy &policy, bool isTrial)
{
    TRY_ASSIGN(const auto run, session.engine().reads().dryRun(policy));
    Reply out;
    out.text = dryRunText(run);
    out.document = dryRunDocument(run);
    out.document.insert(QStringLiteral("saved"), !isTrial);
    if (isTrial) {
        out.text += QStringLiteral("Nothing was saved.\n");
        return out;
    }
    domain::Policy all = session.engine().policy();
    all.signals = policy;
    TRY(session.engine().setPolicy(all));
    TRY(session.engine().derive());
    out.text += QStringLiteral("Saved.\n");
    return out;
}

base::Result<Reply> switchDetector(const Invocation &invocation, bool isOn)
{
    const auto type = domain::parseSignalType(invocation.arguments.front());
    if (!type)
        return usageReply("There is no detector named \"" + invocation.arguments.front() + "\".");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::SignalPolicy policy = session->engine().policy().signals;
    signals::setEnabled(policy, *type, isOn);
    return tryOrSave(*session, policy, invocation.has("dry-run"));
}

QString precisionText(const domain::DetectorRow &row)
{
    if (!row.precision)
        return QStringLiteral("–");
    return QStringLiteral("%1 % (%2–%3)")
        .arg(qRound(100 * *row.precision))
        .arg(qRound(100 * *row.precisionLow))
        .arg(qRound(100 * *row.precisionHigh));
}

} // namespace

base::Result<Reply> runSignals(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto view, session->engine().reads().signals());
    QJsonArray rows;
    TextTable table({{QStringLiteral("Detector")},
                     {QStringLiteral("Name")},
                     {QStringLiteral("Hits"), true},
                     {QStringLiteral("Accounts"), true},
                     {QStringLiteral("Accepted"), true},
                     {QStringLiteral("Dismissed"), true},
                     {QStringLiteral("Precision")}});
    for (const auto &row : view.rows) {
        rows.append(rowDocument(row));
        std::int64_t dismissed = 0;
        for (const auto count : row.dismissed)
            dismissed += count;
        table.add({ui::text::signalTypeText(row.type) +
                       (row.enabled ? QString() : QStringLiteral(" (off)")),
                   toQt(domain::signalTypeName(row.type)), QString::number(row.hits),
                   QString::number(row.accounts), QString::number(row.accepted),
                   QString::number(dismissed), precisionText(row)});
    }
    Reply out;
    out.document = {{QStringLiteral("from"), jsonTime(view.fromMs)},
                    {QStringLiteral("until"), jsonTime(view.untilMs)},
                    {QStringLiteral("events"), jsonInteger(view.events)},
                    {QStringLiteral("suspect_events"), jsonInteger(view.suspectEvents)},
                    {QStringLiteral("detectors"), rows}};
    out.text = table.text() + QStringLiteral("\n%1 of %2 events in the last 90 days are taken for "
                                             "a machine’s.\n")
                                  .arg(view.suspectEvents)
                                  .arg(view.events);
    return out;
}

base::Result<Reply> runSignalsSet(const Invocation &invocation)
{
    const std::string &text = invocation.arguments[1];
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size())
        return usageReply("\"" + text + "\" is not a whole number.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    domain::SignalPolicy policy = session->engine().policy().signals;
    TRY(signals::setParameter(policy, invocation.arguments[0], value));
    return tryOrSave(*session, policy, invocation.has("dry-run"));
}

base::Result<Reply> runSignalsOn(const Invocation &invocation)
{
    return switchDetector(invocation, true);
}

base::Result<Reply> runSignalsOff(const Invocation &invocation)
{
    return switchDetector(invocation, false);
}

} // namespace topline::app
