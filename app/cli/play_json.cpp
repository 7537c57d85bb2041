#include "app/cli/play_json.h"

#include "app/cli/json_values.h"

#include <QJsonArray>

namespace topline::app {

QJsonObject jsonPlayRow(const domain::PlayRow &row)
{
    const auto &figures = row.figures;
    QJsonArray triggers;
    for (const auto type : row.play.triggers)
        triggers.append(toQt(domain::signalTypeName(type)));
    QJsonArray variants;
    for (const auto &variant : row.test.variants)
        variants.append(QJsonObject{{QStringLiteral("step"), jsonInteger(variant.stepNo)},
                                    {QStringLiteral("name"), toQt(variant.name)},
                                    {QStringLiteral("people"), jsonInteger(variant.people)},
                                    {QStringLiteral("outcomes"), jsonInteger(variant.outcomes)}});
    return {
        {QStringLiteral("id"), toQt(row.play.id)},
        {QStringLiteral("name"), toQt(row.play.name)},
        {QStringLiteral("version"), jsonInteger(row.play.version)},
        {QStringLiteral("origin"), toQt(domain::playOriginName(row.origin))},
        {QStringLiteral("offered"),
         row.offered ? jsonInteger(*row.offered) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("on"), row.play.isOn},
        {QStringLiteral("mode"), toQt(domain::modeName(row.play.mode))},
        {QStringLiteral("mode_why"), row.mode.last ? toQt(domain::modeWhyName(row.mode.last->why))
                                                   : QStringLiteral("document")},
        {QStringLiteral("approvals"), jsonInteger(row.mode.conduct.approvals)},
        {QStringLiteral("approvals_needed"), jsonInteger(row.mode.approvalsNeeded)},
        {QStringLiteral("cadence"), toQt(domain::cadenceKindName(row.play.cadence))},
        {QStringLiteral("triggers"), triggers},
        {QStringLiteral("steps"), jsonInteger(static_cast<std::int64_t>(row.play.steps.size()))},
        {QStringLiteral("hits"), jsonInteger(figures.hits)},
        {QStringLiteral("proposed"), jsonInteger(figures.proposed)},
        {QStringLiteral("accepted"), jsonInteger(figures.accepted)},
        {QStringLiteral("dismissed"), jsonInteger(figures.dismissed)},
        {QStringLiteral("open"), jsonInteger(figures.open)},
        {QStringLiteral("suppressed"), jsonInteger(figures.suppressed)},
        {QStringLiteral("held_out"), jsonInteger(figures.heldOut)},
        {QStringLiteral("executed"), jsonInteger(figures.executed)},
        {QStringLiteral("auto_executed"), jsonInteger(figures.autoExecuted)},
        {QStringLiteral("outcomes"), jsonInteger(figures.outcomes)},
        {QStringLiteral("held_out_outcomes"), jsonInteger(figures.ghostOutcomes)},
        {QStringLiteral("runs"), jsonInteger(figures.runs)},
        {QStringLiteral("variants"), variants},
        {QStringLiteral("variants_enough"), row.test.isEnough}};
}

QJsonObject jsonPlayVersion(const domain::PlayVersion &version)
{
    return {{QStringLiteral("id"), toQt(version.playId)},
            {QStringLiteral("version"), jsonInteger(version.version)},
            {QStringLiteral("origin"), toQt(domain::playOriginName(version.origin))},
            {QStringLiteral("who"), toQt(version.who)},
            {QStringLiteral("at"), jsonTime(version.atMs)}};
}

QJsonObject jsonPlayRun(const domain::RunRow &row)
{
    const auto &run = row.run;
    return {{QStringLiteral("id"), toQt(run.id.text())},
            {QStringLiteral("play"), toQt(run.playId)},
            {QStringLiteral("version"), jsonInteger(run.playVersion)},
            {QStringLiteral("account"), toQt(row.accountName)},
            {QStringLiteral("contact"), toQt(row.contactName)},
            {QStringLiteral("state"), toQt(domain::runStateName(run.state))},
            {QStringLiteral("step"), jsonInteger(run.stepNo)},
            {QStringLiteral("steps"), jsonInteger(row.steps)},
            {QStringLiteral("due"), jsonTime(run.dueMs)},
            {QStringLiteral("reason"), jsonReason(run.reason)}};
}

QJsonObject jsonPlayTrial(const domain::PlayTrial &trial)
{
    QJsonObject suppressed;
    for (const auto &[code, count] : trial.suppressedBy)
        suppressed.insert(toQt(domain::reasonCodeName(code)), jsonInteger(count));
    QJsonObject deferred;
    for (const auto &[code, count] : trial.deferredBy)
        deferred.insert(toQt(domain::reasonCodeName(code)), jsonInteger(count));
    QJsonArray hits;
    for (const auto &hit : trial.newest)
        hits.append(QJsonObject{
            {QStringLiteral("at"), jsonTime(hit.atMs)},
            {QStringLiteral("account"), toQt(hit.accountName)},
            {QStringLiteral("contact"), jsonText(hit.contactName)},
            {QStringLiteral("decided"), toQt(domain::reasonCodeName(hit.decided.code))},
            {QStringLiteral("deferred"),
             hit.deferred ? toQt(domain::reasonCodeName(hit.deferred->code)) : QString()}});
    return {{QStringLiteral("from"), jsonTime(trial.fromMs)},
            {QStringLiteral("until"), jsonTime(trial.untilMs)},
            {QStringLiteral("accounts"), jsonInteger(trial.accounts)},
            {QStringLiteral("hits"), jsonInteger(trial.hits)},
            {QStringLiteral("created"), jsonInteger(trial.created)},
            {QStringLiteral("held_out"), jsonInteger(trial.heldOut)},
            {QStringLiteral("merged"), jsonInteger(trial.merged)},
            {QStringLiteral("suppressed"), jsonInteger(trial.suppressed)},
            {QStringLiteral("suppressed_by"), suppressed},
            {QStringLiteral("deferred"), jsonInteger(trial.deferred)},
            {QStringLiteral("deferred_by"), deferred},
            {QStringLiteral("rows"), hits},
            {QStringLiteral("later_steps"), jsonInteger(trial.laterSteps)},
            {QStringLiteral("minutes"), jsonInteger(trial.minutes)},
            {QStringLiteral("overlaps"), jsonInteger(trial.overlaps)}};
}

} // namespace topline::app
