#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/engine/reads.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QJsonArray>

namespace topline::app {

namespace {

QJsonObject effectDocument(const domain::AuditEffect &effect)
{
    return {{QStringLiteral("id"), toQt(effect.id.text())},
            {QStringLiteral("channel"), toQt(domain::channelName(effect.channel))},
            {QStringLiteral("guarantee"), toQt(domain::guaranteeName(effect.guarantee))},
            {QStringLiteral("state"), toQt(domain::effectStateName(effect.state))},
            {QStringLiteral("bytes_sha256"), toQt(effect.bytesSha256)},
            {QStringLiteral("approver"), jsonText(effect.approver)},
            {QStringLiteral("approved"), jsonTime(effect.approvedMs)}};
}

QJsonObject auditDocument(const domain::ActionAudit &audit)
{
    const auto &action = audit.action;
    QJsonArray asked;
    if (audit.decision) {
        for (const auto code : audit.decision->asked)
            asked.append(toQt(domain::reasonCodeName(code)));
    }
    QJsonArray facts;
    for (const auto &fact : action.draft.facts)
        facts.append(toQt(fact));
    QJsonArray effects;
    for (const auto &effect : audit.effects)
        effects.append(effectDocument(effect));
    QJsonArray rows;
    for (const auto &entry : audit.entries)
        rows.append(QJsonObject{{QStringLiteral("seq"), jsonInteger(entry.seq)},
                                {QStringLiteral("kind"), toQt(domain::ledgerKindName(entry.kind))},
                                {QStringLiteral("actor"), toQt(entry.actor)},
                                {QStringLiteral("at"), jsonTime(entry.atMs)}});
    return {{QStringLiteral("id"), toQt(action.id.text())},
            {QStringLiteral("play"), jsonText(action.playId)},
            {QStringLiteral("version"), jsonInteger(action.playVersion)},
            {QStringLiteral("step"), jsonInteger(action.stepNo)},
            {QStringLiteral("variant"), jsonText(action.variant)},
            {QStringLiteral("rule_sha256"), jsonText(audit.ruleSha256)},
            {QStringLiteral("mode"), toQt(domain::modeName(action.mode))},
            {QStringLiteral("why_now"), jsonReason(action.whyNow)},
            {QStringLiteral("rules_asked"), asked},
            {QStringLiteral("facts"), facts},
            {QStringLiteral("edited"), action.isEdited},
            {QStringLiteral("ran_by_itself"), audit.ranByItself},
            {QStringLiteral("effects"), effects},
            {QStringLiteral("ledger"), rows}};
}

QString auditText(const domain::ActionAudit &audit, const ui::text::Format &format)
{
    const auto &action = audit.action;
    const QString play =
        action.playId.empty()
            ? QStringLiteral("by hand")
            : QStringLiteral("%1, version %2, step %3")
                  .arg(toQt(audit.playName.empty() ? action.playId : audit.playName))
                  .arg(action.playVersion)
                  .arg(action.stepNo);
    QString out = textPairs(
        {{QStringLiteral("Play"), play},
         {QStringLiteral("Rule"), toQt(audit.ruleSha256.substr(0, 16))},
         {QStringLiteral("Why now"), ui::text::sentence(action.whyNow, format, action.signalMs)},
         {QStringLiteral("Mode"), ui::text::modeText(action.mode)},
         {QStringLiteral("State"), ui::text::actionStateText(action.state)}});
    for (const auto &fact : action.draft.facts)
        out += QStringLiteral("Fact     %1\n").arg(toQt(fact));
    for (const auto &effect : audit.effects)
        out += QStringLiteral("Effect   %1, %2, %3; bytes %4; approved by %5\n")
                   .arg(toQt(domain::channelName(effect.channel)),
                        toQt(domain::guaranteeName(effect.guarantee)),
                        toQt(domain::effectStateName(effect.state)),
                        toQt(effect.bytesSha256.substr(0, 16)),
                        effect.approver.empty() ? QStringLiteral("nobody") : toQt(effect.approver));
    for (const auto &entry : audit.entries)
        out += QStringLiteral("Ledger   %1  %2  %3\n")
                   .arg(entry.seq)
                   .arg(format.dateTime(entry.atMs), ui::text::ledgerKindText(entry.kind));
    return out;
}

} // namespace

base::Result<Reply> runAudit(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
    TRY_ASSIGN(const auto audit, session->engine().reads().audit(action.id));
    Reply out;
    out.document = auditDocument(audit);
    out.text = auditText(audit, session->format());
    return out;
}

} // namespace topline::app
