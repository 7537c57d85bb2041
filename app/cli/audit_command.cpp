#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "core/engine/reads/reads.h"
#include "ui/text/audit_text.h"

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
    QJsonObject inputs;
    for (const auto &[name, value] : audit.inputs)
        inputs.insert(toQt(name), toQt(value));
    QJsonArray runs;
    for (const auto &run : audit.modelRuns)
        runs.append(QJsonObject{{QStringLiteral("model"), toQt(run.model)},
                                {QStringLiteral("host"), toQt(run.host)},
                                {QStringLiteral("at"), jsonTime(run.atMs)},
                                {QStringLiteral("request"), toQt(run.request)},
                                {QStringLiteral("request_sha256"), toQt(run.requestSha256)},
                                {QStringLiteral("answer"), jsonText(run.answer)},
                                {QStringLiteral("failure"), jsonText(run.failure)},
                                {QStringLiteral("taken"), run.isTaken}});
    QJsonArray content;
    for (const auto &row : audit.content)
        content.append(QJsonObject{{QStringLiteral("title"), toQt(row.asset.title)},
                                   {QStringLiteral("uses"), jsonInteger(row.counts.uses)},
                                   {QStringLiteral("replies"), jsonInteger(row.counts.replies)},
                                   {QStringLiteral("won"), jsonInteger(row.counts.won)}});
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
            {QStringLiteral("inputs"), inputs},
            {QStringLiteral("model"), runs},
            {QStringLiteral("content"), content},
            {QStringLiteral("effects"), effects},
            {QStringLiteral("ledger"), rows}};
}

} // namespace

base::Result<Reply> runAudit(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto action, session->engine().findAction(invocation.arguments.front()));
    TRY_ASSIGN(const auto audit, session->engine().reads().audit(action.id));
    Reply out;
    out.document = auditDocument(audit);
    out.text = ui::text::auditText(audit, session->format());
    return out;
}

} // namespace topline::app
