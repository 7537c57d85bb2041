#include "ui/text/audit_text.h"

#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace topline::ui::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AuditText)
};

constexpr int hashShown = 16;

QString hashText(const std::string &hash)
{
    return hash.empty() ? Format::missing() : fromUtf8(hash).left(hashShown);
}

// A value of the ledger's row of the proposal, in words where it has some.
class Inputs {
public:
    Inputs(const domain::ActionAudit &audit, const Format &format)
        : m_audit(audit)
        , m_format(format)
    {
    }

    void addTo(std::vector<AuditLine> &lines) const
    {
        add(lines, Words::tr("Why"), why());
        const QString score = value("score_milli");
        if (!score.isEmpty())
            add(lines, Words::tr("Score"), m_format.points(score.toLongLong()));
        const QString gain = value("gain_bp");
        if (!gain.isEmpty())
            add(lines, Words::tr("Gain in win probability"),
                m_format.percent(gain.toDouble() / 1e4, 2));
        add(lines, Words::tr("Amount"), amount());
        const auto mode = domain::parseMode(value("mode").toStdString());
        if (mode)
            add(lines, Words::tr("Mode"), modeText(*mode));
    }

private:
    static void add(std::vector<AuditLine> &lines, const QString &label, const QString &text)
    {
        if (!text.isEmpty())
            lines.push_back({AuditPart::Input, label, text});
    }

    QString value(std::string_view name) const
    {
        const auto found = std::find_if(m_audit.inputs.begin(), m_audit.inputs.end(),
                                        [&](const auto &one) { return one.first == name; });
        return found == m_audit.inputs.end() ? QString() : fromUtf8(found->second);
    }

    QString why() const
    {
        const auto reason = domain::decodeReason(value("why").toStdString());
        return reason ? sentence(*reason, m_format) : QString();
    }

    QString amount() const
    {
        const auto currency = base::Currency::parse(value("currency").toStdString());
        const QString minor = value("amount_minor");
        return currency && !minor.isEmpty() ? m_format.money({minor.toLongLong(), *currency})
                                            : QString();
    }

    const domain::ActionAudit &m_audit;
    const Format &m_format;
};

void addRule(const domain::ActionAudit &audit, std::vector<AuditLine> &lines)
{
    const domain::Action &action = audit.action;
    if (action.playId.empty()) {
        lines.push_back({AuditPart::Rule, Words::tr("Play"), Words::tr("none: made by hand")});
        return;
    }
    const std::string &name = audit.playName.empty() ? action.playId : audit.playName;
    lines.push_back({AuditPart::Rule, Words::tr("Play"),
                     Words::tr("%1, version %2, step %3")
                         .arg(fromUtf8(name))
                         .arg(action.playVersion)
                         .arg(action.stepNo)});
    if (!action.variant.empty())
        lines.push_back({AuditPart::Rule, Words::tr("Text"), fromUtf8(action.variant)});
    lines.push_back(
        {AuditPart::Rule, Words::tr("SHA-256 of the rule"), hashText(audit.ruleSha256)});
    if (!audit.decision)
        return;
    QStringList asked;
    for (const auto code : audit.decision->asked)
        asked += ruleName(code);
    if (!asked.isEmpty())
        lines.push_back({AuditPart::Rule, Words::tr("Passed"), asked.join(QStringLiteral(", "))});
}

void addModel(const domain::ActionAudit &audit, const Format &format, std::vector<AuditLine> &lines)
{
    for (const auto &run : audit.modelRuns) {
        const QString became = run.isTaken ? Words::tr("its text became the draft")
                               : run.failure.empty()
                                   ? Words::tr("no answer yet")
                                   : Words::tr("not used: %1").arg(fromUtf8(run.failure));
        lines.push_back({AuditPart::Model,
                         Words::tr("%1 at %2").arg(fromUtf8(run.model), fromUtf8(run.host)),
                         Words::tr("%1, %2; sent %3 bytes, SHA-256 %4")
                             .arg(format.dateTime(run.atMs), became)
                             .arg(run.request.size())
                             .arg(hashText(run.requestSha256))});
    }
}

void addContent(const domain::ActionAudit &audit, std::vector<AuditLine> &lines)
{
    for (const auto &row : audit.content)
        lines.push_back({AuditPart::Content, fromUtf8(row.asset.title),
                         row.counts.uses == 0 ? Words::tr("not sent before")
                                              : Words::tr("sent %1 times, %2 answered, %3 won")
                                                    .arg(row.counts.uses)
                                                    .arg(row.counts.replies)
                                                    .arg(row.counts.won)});
}

void addApprovals(const domain::ActionAudit &audit, const Format &format,
                  std::vector<AuditLine> &lines)
{
    for (const auto &effect : audit.effects) {
        const QString who = effect.approver.empty()       ? Words::tr("nobody")
                            : effect.approver == "rep"    ? Words::tr("you")
                            : effect.approver == "policy" ? Words::tr("the play’s own mode")
                                                          : fromUtf8(effect.approver);
        const QString when =
            effect.approvedMs ? format.dateTime(*effect.approvedMs) : Format::missing();
        lines.push_back({AuditPart::Approval, Words::tr("Approved by %1").arg(who),
                         Words::tr("%1; %2, bytes %3")
                             .arg(when, fromUtf8(std::string(domain::channelName(effect.channel))),
                                  hashText(effect.bytesSha256))});
    }
}

// Why a card was taken back or a cadence ended, as the row says; empty where it says nothing.
QString endText(const QJsonObject &payload, const Format &format)
{
    const auto reason =
        domain::decodeReason(payload.value(QStringLiteral("reason")).toString().toStdString());
    return reason ? sentence(*reason, format) : QString();
}

// How it is known that the bytes arrived, or why it came to an end; empty for a row that says
// nothing of it.
QString evidenceText(const domain::LedgerEntry &entry, const Format &format)
{
    const QJsonObject payload =
        QJsonDocument::fromJson(QByteArray::fromStdString(entry.payload)).object();
    if (entry.kind == domain::LedgerKind::Expired || entry.kind == domain::LedgerKind::RunEnded)
        return endText(payload, format);
    if (entry.kind != domain::LedgerKind::Sent)
        return {};
    const QString evidence = payload.value(QStringLiteral("evidence")).toString();
    if (evidence == QStringLiteral("answer"))
        return Words::tr("the server said yes");
    if (evidence == QStringLiteral("look-up"))
        return Words::tr("found there when it was looked up");
    if (evidence == QStringLiteral("already there"))
        return Words::tr("it was there already: what stands there may be the text of an earlier "
                         "approval");
    return {};
}

void addLedger(const domain::ActionAudit &audit, const Format &format,
               std::vector<AuditLine> &lines)
{
    for (const auto &entry : audit.entries) {
        QStringList parts{format.dateTime(entry.atMs), fromUtf8(entry.actor)};
        if (const QString evidence = evidenceText(entry, format); !evidence.isEmpty())
            parts += evidence;
        parts += hashText(entry.hash);
        lines.push_back({AuditPart::Ledger,
                         QStringLiteral("%1  %2").arg(entry.seq).arg(ledgerKindText(entry.kind)),
                         parts.join(QStringLiteral(", "))});
    }
}

} // namespace

QString auditPartText(AuditPart part)
{
    switch (part) {
    case AuditPart::Rule:
        return Words::tr("Rule");
    case AuditPart::Input:
        return Words::tr("What it looked at, as it was then");
    case AuditPart::Fact:
        return Words::tr("Facts in the draft");
    case AuditPart::Model:
        return Words::tr("Model");
    case AuditPart::Content:
        return Words::tr("Content");
    case AuditPart::Approval:
        return Words::tr("Approval");
    case AuditPart::Ledger:
        return Words::tr("Ledger");
    }
    return {};
}

std::vector<AuditLine> auditLines(const domain::ActionAudit &audit, const Format &format)
{
    std::vector<AuditLine> out;
    addRule(audit, out);
    Inputs(audit, format).addTo(out);
    for (const auto &fact : audit.action.draft.facts) {
        const QString text = fromUtf8(fact);
        out.push_back({AuditPart::Fact, text.section(QStringLiteral(": "), 0, 0),
                       text.section(QStringLiteral(": "), 1)});
    }
    addModel(audit, format, out);
    addContent(audit, out);
    addApprovals(audit, format, out);
    addLedger(audit, format, out);
    return out;
}

QString auditText(const domain::ActionAudit &audit, const Format &format)
{
    QString out;
    std::optional<AuditPart> part;
    for (const auto &line : auditLines(audit, format)) {
        if (part != line.part)
            out += (out.isEmpty() ? QString() : QStringLiteral("\n")) + auditPartText(line.part) +
                   QLatin1Char('\n');
        part = line.part;
        out += QStringLiteral("  %1: %2\n").arg(line.label, line.value);
    }
    return out;
}

QString modelWords(const domain::ActionAudit &audit, const Format &format)
{
    QStringList out;
    for (const auto &run : audit.modelRuns)
        out += Words::tr("Sent %1:\n%2\n\nSaid:\n%3")
                   .arg(format.dateTime(run.atMs), fromUtf8(run.request),
                        run.answer.empty() ? Format::missing() : fromUtf8(run.answer));
    return out.join(QStringLiteral("\n\n"));
}

} // namespace topline::ui::text
