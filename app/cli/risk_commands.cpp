#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/text.h"
#include "core/engine/reads/reads.h"
#include "ui/text/risk_text.h"

#include <algorithm>
#include <cmath>

namespace topline::app {

namespace {

using ui::text::Format;

QString key(const char *name)
{
    return QLatin1String(name);
}

QString ruleName(domain::RiskRule rule)
{
    return toQt(domain::riskRuleName(rule));
}

QJsonValue jsonCount(const std::optional<std::int64_t> &value)
{
    return value ? jsonInteger(*value) : QJsonValue();
}

QString sizeName(std::int32_t size)
{
    static const char *const names[] = {"any", "unknown", "small", "middle", "big"};
    return QLatin1String(names[std::clamp(size + 2, 0, 4)]);
}

QJsonObject jsonCohort(const domain::RiskCohort &cohort)
{
    return {{key("segment"), jsonText(cohort.segment)},
            {key("size"), sizeName(cohort.size)},
            {key("stageId"), cohort.stage.isSet() ? jsonInteger(cohort.stage.value) : QJsonValue()},
            {key("n"), jsonInteger(cohort.n)}};
}

QJsonArray factorArray(const domain::RiskRow &row)
{
    static const char *const units[] = {"ms", "count", "permille"};
    QJsonArray out;
    for (const auto &factor : row.risk.factors) {
        QJsonArray evidence;
        for (const auto &seen : row.evidence) {
            if (seen.rule == factor.rule)
                evidence.append(
                    QJsonObject{{key("at"), jsonTime(seen.atMs)},
                                {key("eventId"),
                                 seen.event.isSet() ? jsonInteger(seen.event.value) : QJsonValue()},
                                {key("value"), jsonInteger(seen.value)}});
        }
        out.append(QJsonObject{
            {key("id"), ruleName(factor.rule)},
            {key("holds"), factor.fires},
            {key("unit"),
             QLatin1String(units[static_cast<std::size_t>(domain::riskUnit(factor.rule))])},
            {key("value"), jsonInteger(factor.value)},
            {key("threshold"), jsonInteger(factor.threshold)},
            {key("weightPermille"), jsonInteger(factor.weightPermille)},
            {key("milliPoints"), jsonInteger(factor.milliPoints)},
            {key("usual"), jsonCount(factor.median)},
            {key("deltaMilli"), jsonCount(factor.deltaMilli)},
            {key("cohort"), jsonCohort(factor.cohort)},
            {key("evidence"), evidence}});
    }
    return out;
}

QJsonArray anomalyArray(const std::vector<domain::Anomaly> &anomalies)
{
    QJsonArray out;
    for (const auto &each : anomalies)
        out.append(QJsonObject{
            {key("id"), ruleName(each.rule)},
            {key("level"), each.level == domain::AnomalyLevel::Alert ? key("alert") : key("warn")},
            {key("value"), each.value},
            {key("usual"), jsonNumber(each.usual)},
            {key("z"), jsonNumber(each.z)},
            {key("p"), each.p},
            {key("q"), each.q},
            {key("cohort"), jsonCohort(each.cohort)}});
    return out;
}

QJsonObject dealObject(const domain::RiskRow &row)
{
    return {{key("id"), jsonInteger(row.row.deal.value)},
            {key("name"), jsonText(row.row.name)},
            {key("account"), jsonText(row.row.accountName)},
            {key("owner"), jsonText(row.row.ownerName)},
            {key("stage"), jsonText(row.row.stageName)},
            {key("amount"), jsonMoney(row.row.amount)},
            {key("riskMilli"), jsonInteger(row.risk.totalMilli)},
            {key("top"), row.risk.top ? QJsonValue(ruleName(*row.risk.top)) : QJsonValue()},
            {key("large"), row.risk.isLarge},
            {key("commitRiskPermille"), jsonCount(row.risk.commitRiskPermille)},
            {key("factors"), factorArray(row)},
            {key("anomalies"), anomalyArray(row.anomalies)}};
}

QJsonArray dealIds(const std::vector<domain::DealId> &deals)
{
    QJsonArray out;
    for (const auto deal : deals)
        out.append(jsonInteger(deal.value));
    return out;
}

const char *fixName(domain::FixKind kind)
{
    static const char *const names[] = {"call",          "follow",         "move_date",
                                        "save_play",     "add_contacts",   "reach_leader",
                                        "confirm_value", "invite_roles",   "answer_rival",
                                        "settle_terms",  "agree_next_step"};
    return names[static_cast<std::size_t>(kind)];
}

QJsonArray fixArray(const std::vector<domain::RiskFix> &fixes)
{
    QJsonArray out;
    for (const auto &fix : fixes)
        out.append(QJsonObject{{key("dealId"), jsonInteger(fix.deal.value)},
                               {key("rule"), ruleName(fix.rule)},
                               {key("fix"), QLatin1String(fixName(fix.kind))},
                               {key("reliefMilli"), jsonInteger(fix.reliefMilli)},
                               {key("valueMinor"), jsonInteger(fix.valueMinor)},
                               {key("savedMinor"), jsonInteger(fix.savedMinor)}});
    return out;
}

const char *choiceName(domain::ScrubChoice choice)
{
    static const char *const names[] = {"keep", "push", "lose"};
    return names[static_cast<std::size_t>(choice)];
}

QJsonArray zombieArray(const std::vector<domain::Zombie> &zombies)
{
    QJsonArray out;
    for (const auto &zombie : zombies)
        out.append(QJsonObject{{key("dealId"), jsonInteger(zombie.deal.value)},
                               {key("tooOld"), zombie.tooOld},
                               {key("silent"), zombie.silent},
                               {key("pushed"), zombie.pushed},
                               {key("ageDays"), zombie.ageDays},
                               {key("limitDays"), jsonNumber(zombie.limitDays)},
                               {key("silentDays"), jsonNumber(zombie.silentDays)},
                               {key("pushes"), jsonInteger(zombie.pushes)},
                               {key("suggestion"), QLatin1String(choiceName(zombie.suggestion))}});
    return out;
}

QJsonObject reportDocument(const domain::RiskReport &report, std::size_t limit)
{
    QJsonArray items;
    for (std::size_t i = 0; i < std::min(limit, report.deals.size()); ++i)
        items.append(dealObject(report.deals[i]));
    QJsonArray findings;
    for (const auto &finding : report.findings)
        findings.append(QJsonObject{{key("rule"), ruleName(finding.rule)},
                                    {key("open"), jsonInteger(finding.open)},
                                    {key("outliers"), jsonInteger(finding.outliers)},
                                    {key("deals"), dealIds(finding.deals)}});
    QJsonArray alerts;
    for (const auto &alert : report.alerts)
        alerts.append(QJsonObject{
            {key("dealId"), alert.deal.isSet() ? jsonInteger(alert.deal.value) : QJsonValue()},
            {key("rule"), ruleName(alert.rule)},
            {key("episode"), jsonInteger(alert.episode)},
            {key("raisedAt"), jsonTime(alert.raisedMs)}});
    return {{key("asOf"), jsonTime(report.asOfMs)},
            {key("cohortsAsOf"), jsonTime(report.cohortsMs)},
            {key("currency"), toQt(report.currency.text())},
            {key("total"), jsonInteger(static_cast<std::int64_t>(report.deals.size()))},
            {key("items"), items},
            {key("findings"), findings},
            {key("alerts"), alerts},
            {key("fixes"), fixArray(report.fixes)},
            {key("largeFixes"), fixArray(report.largeFixes)},
            {key("zombies"), zombieArray(report.zombies)}};
}

QString points(std::int64_t milli, const Format &format)
{
    return format.number(static_cast<double>(milli) / 1'000, 1);
}

QString warningsText(const domain::DealRisk &risk, const Format &format)
{
    QStringList out;
    for (const auto &factor : risk.factors) {
        if (factor.fires)
            out << QStringLiteral("%1 %2").arg(ui::text::RiskText(format).measured(factor),
                                               points(factor.milliPoints, format));
    }
    return out.join(QStringLiteral(", "));
}

QString reportText(const domain::RiskReport &report, std::size_t limit, const Format &format)
{
    TextTable deals({{QStringLiteral("Deal")},
                     {QStringLiteral("Stage")},
                     {QStringLiteral("Amount"), true},
                     {QStringLiteral("Risk"), true},
                     {QStringLiteral("")},
                     {QStringLiteral("Warnings")}});
    for (std::size_t i = 0; i < std::min(limit, report.deals.size()); ++i) {
        const auto &row = report.deals[i];
        deals.add({toQt(row.row.name), toQt(row.row.stageName),
                   row.row.amount ? format.money(*row.row.amount) : Format::missing(),
                   points(row.risk.totalMilli, format),
                   row.risk.isLarge ? QStringLiteral("large") : QString(),
                   warningsText(row.risk, format)});
    }
    QString out = deals.text();
    out += QStringLiteral("\n%1 open deals, %2 zombies, %3 alerts.\n")
               .arg(report.deals.size())
               .arg(report.zombies.size())
               .arg(report.alerts.size());
    for (const auto &finding : report.findings)
        out += ui::text::RiskText::finding(finding) + QStringLiteral(".\n");
    if (!report.cohortsMs)
        out += QStringLiteral("Cohorts have not been worked out yet.\n");
    return out;
}

QString dealText(const domain::RiskRow &row, const Format &format)
{
    const ui::text::RiskText text(format);
    TextTable table({{QStringLiteral("Warning")},
                     {QStringLiteral("Held against")},
                     {QStringLiteral("Holds")},
                     {QStringLiteral("Points"), true},
                     {QStringLiteral("If as usual"), true},
                     {QStringLiteral("Cohort n"), true}});
    for (const auto &factor : row.risk.factors)
        table.add({text.measured(factor), text.threshold(factor),
                   factor.fires ? QStringLiteral("yes") : QString(),
                   points(factor.milliPoints, format),
                   factor.deltaMilli
                       ? format.signedNumber(static_cast<double>(*factor.deltaMilli) / 1'000, 1)
                       : Format::missing(),
                   QString::number(factor.cohort.n)});
    return QStringLiteral("%1: risk %2\n\n")
               .arg(toQt(row.row.name), points(row.risk.totalMilli, format)) +
           table.text();
}

} // namespace

base::Result<Reply> runRisk(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(const auto owner, session->ownerAsked(invocation));
    Reply out;
    if (invocation.has("deal")) {
        TRY_ASSIGN(const auto row,
                   session->engine().reads().dealRisk({invocation.number("deal", 0)}));
        out.document = dealObject(row);
        if (!invocation.json)
            out.text = dealText(row, session->format());
        return out;
    }
    TRY_ASSIGN(const auto report, session->engine().reads().risk(owner));
    const auto limit = static_cast<std::size_t>(invocation.number("limit", 1'000'000'000));
    out.document = reportDocument(report, limit);
    if (!invocation.json)
        out.text = reportText(report, limit, session->format());
    return out;
}

} // namespace topline::app
