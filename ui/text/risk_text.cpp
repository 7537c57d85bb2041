#include "ui/text/risk_text.h"

#include <algorithm>
#include <cmath>

namespace topline::ui::text {

using domain::RiskRule;

RiskText::RiskText(Format format)
    : m_format(std::move(format))
{
}

QString RiskText::ruleName(RiskRule rule)
{
    switch (rule) {
    case RiskRule::NoActivity:
        return tr("No two-way touch");
    case RiskRule::Ghosted:
        return tr("Ghosted");
    case RiskRule::CloseOverdue:
        return tr("Close date passed");
    case RiskRule::Stalled:
        return tr("Stalled in the stage");
    case RiskRule::SingleThreaded:
        return tr("Single-threaded");
    case RiskRule::NoPower:
        return tr("No director or above");
    case RiskRule::ClosePushed:
        return tr("Close date pushed");
    case RiskRule::AmountDropped:
        return tr("Amount fell");
    case RiskRule::RolesAbsent:
        return tr("No finance or security");
    case RiskRule::Competitor:
        return tr("Competitor mentioned");
    case RiskRule::Concession:
        return tr("Discount asked for");
    case RiskRule::NoNextStep:
        return tr("Next step missing");
    case RiskRule::StageAge:
        return tr("Unusual age in the stage");
    case RiskRule::ValueDrop:
        return tr("Unusual drop in value");
    case RiskRule::Discount:
        return tr("Unusual discount");
    case RiskRule::CycleLength:
        return tr("Unusually long cycle");
    case RiskRule::Silence:
        return tr("Unusual silence");
    }
    return fromUtf8(std::string(domain::riskRuleName(rule)));
}

QString RiskText::days(double days) const
{
    return m_format.span(static_cast<base::DurationMs>(days * base::dayMs));
}

QString RiskText::value(RiskRule rule, std::int64_t value) const
{
    switch (domain::riskUnit(rule)) {
    case domain::RiskUnit::Span:
        return m_format.span(value);
    case domain::RiskUnit::Permille:
        return m_format.percent(static_cast<double>(value) / 1'000);
    case domain::RiskUnit::Count:
        break;
    }
    return m_format.number(static_cast<double>(value));
}

QString RiskText::points(std::int64_t milli) const
{
    return m_format.number(static_cast<double>(milli) / 1'000, 1);
}

QString RiskText::measured(const domain::RiskFactor &factor) const
{
    const QString shown = value(factor.rule, factor.value);
    const int count = static_cast<int>(std::clamp<std::int64_t>(factor.value, 0, 1'000'000));
    if (!factor.fires)
        return QStringLiteral("%1: %2").arg(ruleName(factor.rule), shown);
    switch (factor.rule) {
    case RiskRule::NoActivity:
        return tr("No two-way touch for %1").arg(shown);
    case RiskRule::Ghosted:
        return tr("Ghosted: no answer for %1").arg(shown);
    case RiskRule::CloseOverdue:
        return tr("Close date passed %1 ago").arg(shown);
    case RiskRule::Stalled:
        return tr("Stalled: %1 in the stage").arg(shown);
    case RiskRule::SingleThreaded:
        return factor.value == 0 ? tr("Nobody has answered yet")
                                 : tr("Single-threaded: %n answered", nullptr, count);
    case RiskRule::NoPower:
        return tr("No director or above engaged");
    case RiskRule::ClosePushed:
        return tr("Close date pushed %n time(s)", nullptr, count);
    case RiskRule::AmountDropped:
        return tr("Amount down by %1").arg(shown);
    case RiskRule::RolesAbsent:
        return tr("No finance or security engaged");
    case RiskRule::Competitor:
        return tr("Competitor mentioned %n time(s)", nullptr, count);
    case RiskRule::Concession:
        return tr("Discount or terms asked for %n time(s)", nullptr, count);
    default:
        return ruleName(factor.rule);
    }
}

QString RiskText::threshold(const domain::RiskFactor &factor) const
{
    const QString shown = value(factor.rule, factor.threshold);
    if (factor.rule == RiskRule::NoNextStep)
        return tr("one is needed");
    return domain::isRiskBelow(factor.rule) ? tr("at least %1").arg(shown)
                                            : tr("limit %1").arg(shown);
}

QString RiskText::cohort(const domain::RiskCohort &cohort) const
{
    QString deals = tr("%n won deal(s)", nullptr, static_cast<int>(cohort.n));
    QStringList of;
    const QString segment = fromUtf8(cohort.segment);
    if (segment.startsWith(QLatin1String("industry ")))
        of << tr("of the industry %1").arg(segment.mid(9));
    else if (!segment.isEmpty())
        of << tr("of this product");
    static constexpr int bandCount = 3;
    const QString bands[bandCount] = {tr("small"), tr("middle"), tr("big")};
    if (cohort.size >= 0 && cohort.size < bandCount)
        of << bands[cohort.size];
    if (cohort.stage.isSet())
        of << tr("in this stage");
    return of.isEmpty() ? deals : deals + QLatin1Char(' ') + of.join(QStringLiteral(", "));
}

QString RiskText::usual(const domain::RiskFactor &factor) const
{
    if (*factor.median == 0) {
        switch (factor.rule) {
        case RiskRule::Ghosted:
            return tr("an answer");
        case RiskRule::CloseOverdue:
            return tr("a close date ahead");
        case RiskRule::ClosePushed:
            return tr("a close date that holds");
        case RiskRule::AmountDropped:
            return tr("its full amount");
        case RiskRule::Competitor:
            return tr("no competitor");
        case RiskRule::Concession:
            return tr("no such request");
        default:
            break;
        }
    }
    const int count = static_cast<int>(std::clamp<std::int64_t>(*factor.median, 0, 1'000'000));
    if (factor.rule == RiskRule::NoNextStep)
        return *factor.median > 0 ? tr("a next step") : tr("no next step");
    if (factor.rule == RiskRule::SingleThreaded)
        return tr("%n person(s)", nullptr, count);
    if (factor.rule == RiskRule::NoPower)
        return tr("%n leader(s)", nullptr, count);
    if (factor.rule == RiskRule::RolesAbsent)
        return tr("%n of these role(s)", nullptr, count);
    return value(factor.rule, *factor.median);
}

QString RiskText::counterfactual(const domain::DealRisk &risk,
                                 const domain::RiskFactor &factor) const
{
    if (!factor.median || !factor.deltaMilli)
        return tr("Too few won deals to say what is usual.");
    const QString deals = cohort(factor.cohort);
    if (*factor.deltaMilli == 0)
        //: %1 is what is usual, %2 is "38 won deals in this stage".
        return tr("No lower with %1, the median of %2.").arg(usual(factor), deals);
    //: %1 and %2 are risks from 0 to 100, %3 is what is usual, %4 is "38 won deals in this stage".
    return tr("%1 instead of %2 with %3, the median of %4.")
        .arg(m_format.points(risk.totalMilli + *factor.deltaMilli),
             m_format.points(risk.totalMilli), usual(factor), deals);
}

QString RiskText::anomaly(const domain::Anomaly &found) const
{
    const bool isShare = found.rule == RiskRule::ValueDrop || found.rule == RiskRule::Discount;
    const auto write = [&](double value) {
        return isShare ? m_format.percent(value) : days(value);
    };
    const QString value = write(found.value);
    const QString usual = found.usual ? write(*found.usual) : Format::missing();
    const QString n = m_format.number(static_cast<double>(found.cohort.n));
    switch (found.rule) {
    case RiskRule::StageAge:
        return tr("%1 in this stage, usual %2: longer than %3 of like deals (n %4)")
            .arg(value, usual, m_format.percent(1 - found.p), n);
    case RiskRule::ValueDrop:
        return tr("%1 of its first value, usual %2 (n %3 won)").arg(value, usual, n);
    case RiskRule::Discount:
        return tr("%1 of the list price, usual %2 (n %3 won)").arg(value, usual, n);
    case RiskRule::CycleLength:
        return tr("Open for %1, won deals take %2 (n %3)").arg(value, usual, n);
    case RiskRule::Silence:
        return tr("Silent for %1, usual gap %2: a chance of %3 (n %4)")
            .arg(value, usual, m_format.percent(found.p, 1), n);
    default:
        return QStringLiteral("%1: %2").arg(ruleName(found.rule), value);
    }
}

QString RiskText::evidence(RiskRule rule, const std::vector<domain::RiskEvidence> &seen,
                           const base::Currency &currency) const
{
    constexpr std::size_t shownMost = 4;
    QStringList when;
    for (const domain::RiskEvidence &each : seen) {
        QString moment = m_format.when(each.atMs);
        if (rule == RiskRule::ClosePushed)
            //: When a close date was moved, and to which.
            moment = tr("%1, to %2").arg(moment, m_format.date(each.value));
        else if (rule == RiskRule::AmountDropped)
            moment = tr("%1, to %2").arg(moment, m_format.money({each.value, currency}));
        when << moment;
    }
    const bool more = seen.size() > shownMost;
    if (more)
        when = when.mid(when.size() - static_cast<qsizetype>(shownMost));
    QString list = when.join(QStringLiteral(", "));
    if (more)
        list = QStringLiteral("… ") + list;
    switch (rule) {
    case RiskRule::NoActivity:
    case RiskRule::Silence:
        return tr("Last two-way touch: %1").arg(list);
    case RiskRule::Ghosted:
        return tr("Not answered: %1").arg(list);
    case RiskRule::CloseOverdue:
        return tr("Close date set: %1").arg(list);
    case RiskRule::Stalled:
        return tr("Entered the stage: %1").arg(list);
    case RiskRule::ClosePushed:
        return tr("Close date moved: %1").arg(list);
    case RiskRule::AmountDropped:
        return tr("Amount changed: %1").arg(list);
    case RiskRule::SingleThreaded:
        return tr("Answered or met us: %1").arg(list);
    case RiskRule::NoPower:
        return tr("Director or above: %1").arg(list);
    default:
        return QStringLiteral("%1: %2").arg(ruleName(rule), list);
    }
}

QString RiskText::commitRisk(const domain::DealRisk &risk) const
{
    if (!risk.commitRiskPermille || *risk.commitRiskPermille == 0)
        return {};
    return tr("%1 less likely to be won by its close date than the median open deal here")
        .arg(m_format.percent(static_cast<double>(*risk.commitRiskPermille) / 1'000));
}

QString RiskText::finding(const domain::HygieneFinding &found)
{
    const QString share = tr("%1 of %2 open deals").arg(found.deals.size()).arg(found.open);
    if (found.rule == RiskRule::StageAge)
        //: %1 is "74 of 88 open deals".
        return tr("A pipeline problem: %1 are older than 95 of 100 stays in their stage")
            .arg(share);
    return tr("A pipeline problem: %1 have the warning “%2”").arg(share, ruleName(found.rule));
}

QString RiskText::fixName(domain::FixKind kind)
{
    using domain::FixKind;
    switch (kind) {
    case FixKind::Call:
        return tr("Call them");
    case FixKind::Follow:
        return tr("Follow up on another channel");
    case FixKind::MoveDate:
        return tr("Agree a close date that holds");
    case FixKind::SavePlay:
        return tr("Start a save play");
    case FixKind::AddContacts:
        return tr("Bring in more people");
    case FixKind::ReachLeader:
        return tr("Reach a director or above");
    case FixKind::ConfirmValue:
        return tr("Confirm the value");
    case FixKind::InviteRoles:
        return tr("Invite finance and security");
    case FixKind::AnswerRival:
        return tr("Answer the competitor");
    case FixKind::SettleTerms:
        return tr("Settle the terms");
    case FixKind::AgreeNextStep:
        return tr("Agree the next step");
    }
    return {};
}

QString RiskText::fix(const domain::RiskFix &fix) const
{
    return tr("%1: the risk would fall by %2").arg(fixName(fix.kind), points(fix.reliefMilli));
}

QString RiskText::zombie(const domain::Zombie &zombie) const
{
    QStringList marks;
    if (zombie.tooOld && zombie.limitDays)
        marks << tr("%1 old, limit %2 (twice p90 of won cycles)")
                     .arg(days(zombie.ageDays), days(*zombie.limitDays));
    if (zombie.silent && zombie.silentDays)
        marks << tr("silent for %1").arg(days(*zombie.silentDays));
    if (zombie.pushed)
        marks << tr("pushed %n time(s)", nullptr, static_cast<int>(zombie.pushes));
    return marks.join(QStringLiteral("; "));
}

QString RiskText::zombieShort(const domain::Zombie &zombie) const
{
    QStringList marks;
    if (zombie.tooOld)
        marks << tr("%1 old").arg(days(zombie.ageDays));
    if (zombie.silent && zombie.silentDays)
        marks << tr("silent %1").arg(days(*zombie.silentDays));
    if (zombie.pushed)
        marks << tr("pushed %n time(s)", nullptr, static_cast<int>(zombie.pushes));
    //: What to do with a deal that is open on paper only, as the head of a line.
    const QString head = zombie.suggestion == domain::ScrubChoice::Keep   ? tr("Keep")
                         : zombie.suggestion == domain::ScrubChoice::Push ? tr("Push")
                                                                          : tr("Lose");
    return QStringLiteral("%1: %2").arg(head, marks.join(QStringLiteral(", ")));
}

QString RiskText::scrub(domain::ScrubChoice choice)
{
    switch (choice) {
    case domain::ScrubChoice::Keep:
        return tr("keep it");
    case domain::ScrubChoice::Push:
        return tr("push its close date");
    case domain::ScrubChoice::Lose:
        return tr("close it as lost");
    }
    return {};
}

} // namespace topline::ui::text
