#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "ui/text/names_text.h"

#include <QJsonDocument>

namespace topline::app {

base::Result<Reply> runLedgerList(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto entries, session->engine().ledger(invocation.number(
                                       "limit", invocation.json ? 1'000'000 : 100)));
    const auto format = session->format();
    Reply out;
    QJsonArray items;
    TextTable table({{QStringLiteral("Seq"), true},
                     {QStringLiteral("When")},
                     {QStringLiteral("Who")},
                     {QStringLiteral("What")},
                     {QStringLiteral("Action")},
                     {QStringLiteral("Account"), true},
                     {QStringLiteral("Hash")},
                     {QStringLiteral("Details"), false, 80}});
    for (const auto &entry : entries) {
        const QString subject = entry.subject.isNull() ? QString() : toQt(entry.subject.text());
        if (invocation.json) {
            items.append(QJsonObject{
                {QStringLiteral("id"), jsonInteger(entry.seq)},
                {QStringLiteral("at"), jsonTime(entry.atMs)},
                {QStringLiteral("actor"), toQt(entry.actor)},
                {QStringLiteral("kind"), toQt(domain::ledgerKindName(entry.kind))},
                {QStringLiteral("action"),
                 entry.subject.isNull() ? QJsonValue() : QJsonValue(subject)},
                {QStringLiteral("signal"),
                 entry.signal.isNull() ? QJsonValue() : jsonText(entry.signal.text())},
                {QStringLiteral("accountId"),
                 entry.account.isSet() ? jsonInteger(entry.account.value) : QJsonValue()},
                {QStringLiteral("payload"),
                 QJsonDocument::fromJson(QByteArray::fromStdString(entry.payload)).object()},
                {QStringLiteral("prevHash"), toQt(entry.prevHash)},
                {QStringLiteral("hash"), toQt(entry.hash)}});
            continue;
        }
        table.add({QString::number(entry.seq), format.dateTime(entry.atMs), toQt(entry.actor),
                   ui::text::ledgerKindText(entry.kind), subject.left(8),
                   entry.account.isSet() ? QString::number(entry.account.value) : QString(),
                   toQt(entry.hash).left(10), toQt(entry.payload)});
    }
    out.document = {{QStringLiteral("items"), items}};
    out.text = table.text();
    return out;
}

base::Result<Reply> runLedgerVerify(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto verdict, session->engine().verifyLedger());
    Reply out;
    out.status = verdict.sound ? 0 : 1;
    out.document = {
        {QStringLiteral("sound"), verdict.sound},
        {QStringLiteral("entries"), jsonInteger(verdict.entries)},
        {QStringLiteral("head"), jsonText(verdict.head)},
        {QStringLiteral("fault"), jsonText(verdict.fault)},
        {QStringLiteral("faultAt"), verdict.sound ? QJsonValue() : jsonInteger(verdict.faultSeq)}};
    out.text = verdict.sound ? QStringLiteral("The ledger is sound: %1 entries, head %2.\n")
                                   .arg(verdict.entries)
                                   .arg(toQt(verdict.head))
                             : QStringLiteral("The ledger is NOT sound: %1 (entry %2).\n")
                                   .arg(toQt(verdict.fault))
                                   .arg(verdict.faultSeq);
    return out;
}

} // namespace topline::app
