#include "ui/text/reason_text.h"

#include "core/domain/event.h"
#include "ui/text/guard_reason.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_arguments.h"
#include "ui/text/signal_text.h"

namespace topline::ui::text {

namespace {

class ReasonText {
    Q_DECLARE_TR_FUNCTIONS(ReasonText)

public:
    static QString whyNow(const domain::Reason &reason, const Format &format, base::UtcMs sinceMs);
    static QString whyNot(const domain::Reason &reason, const Format &format);
    static QString scoreRow(const domain::Reason &reason, const Format &format);
    static QString rule(domain::ReasonCode code);

private:
    static QString outsideAudience(const QString &what);
    static QString criterion(const QString &name);
};

QString ReasonText::whyNow(const domain::Reason &reason, const Format &format, base::UtcMs sinceMs)
{
    const Arguments with(reason, format);
    // A stall is dated when its limit passed; what ran out then has been growing since.
    const base::DurationMs since = sinceMs > 0 ? format.now() - sinceMs : 0;
    switch (reason.code) {
    case domain::ReasonCode::PlanTaskLate:
        return tr("Their part of the plan was due %2 and is not done: “%1”")
            .arg(with.text(0), with.ago(1));
    case domain::ReasonCode::InviteDeclined:
        return tr("%1 declined “%2” (%3).").arg(with.text(0), with.text(1), with.when(2));
    case domain::ReasonCode::InviteCountered:
        return tr("%1 proposes %4 for “%2” in place of %3.")
            .arg(with.text(0), with.text(1), with.when(2), with.when(3));
    case domain::ReasonCode::PricingRevisit:
        return tr("Visited the pricing page %n time(s) in %1, last %2.", nullptr, with.number(0))
            .arg(with.span(1), with.ago(2));
    case domain::ReasonCode::ProposalReopened:
        return tr("Reopened the proposal: %n view(s), last %1.", nullptr, with.number(0))
            .arg(with.ago(1));
    case domain::ReasonCode::Reply:
        return with.text(1).isEmpty() ? tr("Replied %1.").arg(with.ago(0))
                                      : tr("Replied %1: “%2”").arg(with.ago(0), with.text(1));
    case domain::ReasonCode::Surge:
        return tr("%1 from %2 in %3; the last %4.")
            .arg(tr("%n buying event(s)", nullptr, with.number(0)),
                 tr("%n person(s)", nullptr, with.number(1)), with.span(2), with.ago(3));
    case domain::ReasonCode::StageStall:
        return tr("%1 in %2; no answer from the buyer for %3.")
            .arg(with.age(1), with.text(0), format.span(with.spanMs(2) + since));
    case domain::ReasonCode::Silence:
        return tr("No two-way contact for %1; the limit is %2.").arg(with.age(0), with.span(1));
    default:
        if (const auto text = signalSentence(reason, format))
            return *text;
        return whyNot(reason, format);
    }
}

QString ReasonText::whyNot(const domain::Reason &reason, const Format &format)
{
    const Arguments with(reason, format);
    switch (reason.code) {
    case domain::ReasonCode::AutomationStopped:
        return tr("All automation was stopped.");
    case domain::ReasonCode::OptedOut:
        return tr("%1 opted out.").arg(with.text(0));
    case domain::ReasonCode::Bounced:
        return tr("Mail to %1 bounced.").arg(with.text(0));
    case domain::ReasonCode::NoAddress:
        return tr("%1 has no usable address.").arg(with.text(0));
    case domain::ReasonCode::OpenActionMerged:
        return tr("An action for this is already open; it was strengthened.");
    case domain::ReasonCode::ChannelCooldown:
        return tr("Last touch on this channel %1 ago; the pause is %2.")
            .arg(with.span(0), with.span(1));
    case domain::ReasonCode::PersonTouchLimit:
        return tr("The person had %n touch(es) in %1; the limit is %2.", nullptr, with.number(0))
            .arg(with.span(2), format.number(with.number(1)));
    case domain::ReasonCode::AccountTouchLimit:
        return tr("The account had %n touch(es) in %1; the limit is %2.", nullptr, with.number(0))
            .arg(with.span(2), format.number(with.number(1)));
    case domain::ReasonCode::RecentReply:
        return tr("Somebody there replied %1 ago; no automatic mail for %2.")
            .arg(with.span(0), with.span(1));
    case domain::ReasonCode::PlayCooldown:
        return tr("This play ran %1 ago; the pause is %2.").arg(with.span(0), with.span(1));
    case domain::ReasonCode::OtherOwner:
        return with.text(0).isEmpty() ? tr("Another owner is working on this account.")
                                      : tr("%1 is working on this account.").arg(with.text(0));
    case domain::ReasonCode::OutsideAudience:
        return outsideAudience(with.text(0));
    case domain::ReasonCode::TooOld:
        return tr("The signal was %1 old; the limit is %2.").arg(with.span(0), with.span(1));
    case domain::ReasonCode::NoContact:
        return tr("Nobody to reach at the account.");
    case domain::ReasonCode::HeldOut:
        return tr("Held out: this account shows what happens without automation.");
    case domain::ReasonCode::Proposed:
        return tr("Proposed: no rule spoke against it.");
    default:
        if (const auto text = guardSentence(reason, format))
            return *text;
        return scoreRow(reason, format);
    }
}

QString ReasonText::outsideAudience(const QString &what)
{
    if (what == QLatin1String("open_deal"))
        return tr("The play needs an open deal.");
    if (what == QLatin1String("amount"))
        return tr("The deal is smaller than the play asks for.");
    if (what == QLatin1String("tier"))
        return tr("The account’s score is not in the play’s range.");
    return tr("Outside the play’s audience: %1.").arg(what);
}

QString ReasonText::criterion(const QString &name)
{
    if (name == QLatin1String("industry"))
        return tr("Industry");
    if (name == QLatin1String("employees"))
        return tr("Employees");
    if (name == QLatin1String("country"))
        return tr("Country");
    if (name == QLatin1String("revenue_minor"))
        return tr("Revenue");
    if (name == QLatin1String("seniority"))
        return tr("Seniority");
    if (name == QLatin1String("department"))
        return tr("Department");
    return name;
}

QString ReasonText::scoreRow(const domain::Reason &reason, const Format &format)
{
    const Arguments with(reason, format);
    switch (reason.code) {
    case domain::ReasonCode::ScoreFit: {
        QStringList parts;
        for (const QString &part : with.text(0).split(QLatin1Char(','), Qt::SkipEmptyParts))
            parts += fitPartName(part.trimmed());
        return parts.isEmpty() ? tr("Fit: nothing known") : tr("Fit: %1").arg(parts.join(tr(", ")));
    }
    case domain::ReasonCode::ScoreEvents: {
        const auto kind = domain::parseEventKind(with.text(0).toStdString());
        const QString name = kind ? eventKindText(*kind) : tr("Events of an unknown kind");
        return with.number(1) > 1 ? tr("%1, %2×").arg(name).arg(with.number(1)) : name;
    }
    case domain::ReasonCode::ScoreGroupCap:
        return with.text(0) == QLatin1String("floor")
                   ? tr("Never below 0")
                   : tr("%1 group cap").arg(scoreGroupName(with.text(0)));
    case domain::ReasonCode::ScoreCriterion:
        return with.text(2).isEmpty() ? tr("%1: not known").arg(criterion(with.text(1)))
                                      : tr("%1: %2").arg(criterion(with.text(1)), with.text(2));
    default:
        return fromUtf8(std::string(domain::reasonCodeName(reason.code)));
    }
}

QString ReasonText::rule(domain::ReasonCode code)
{
    switch (code) {
    case domain::ReasonCode::AutomationStopped:
        return tr("Automation running");
    case domain::ReasonCode::OptedOut:
        return tr("Not opted out");
    case domain::ReasonCode::Bounced:
        return tr("Mail not bouncing");
    case domain::ReasonCode::NoAddress:
        return tr("Usable address");
    case domain::ReasonCode::OpenActionMerged:
        return tr("No open action for the same");
    case domain::ReasonCode::ChannelCooldown:
        return tr("Pause on this channel");
    case domain::ReasonCode::PersonTouchLimit:
        return tr("Touches of the person");
    case domain::ReasonCode::AccountTouchLimit:
        return tr("Touches of the account");
    case domain::ReasonCode::RecentReply:
        return tr("No recent reply");
    case domain::ReasonCode::PlayCooldown:
        return tr("Pause of this play");
    case domain::ReasonCode::OtherOwner:
        return tr("No other owner at work");
    case domain::ReasonCode::OutsideAudience:
        return tr("Inside the audience");
    case domain::ReasonCode::TooOld:
        return tr("Signal fresh enough");
    case domain::ReasonCode::NoContact:
        return tr("Somebody to reach");
    case domain::ReasonCode::HeldOut:
        return tr("Holdout");
    default:
        if (const auto name = guardRuleName(code))
            return *name;
        return fromUtf8(std::string(domain::reasonCodeName(code)));
    }
}

} // namespace

QString sentence(const domain::Reason &reason, const Format &format, base::UtcMs sinceMs)
{
    return ReasonText::whyNow(reason, format, sinceMs);
}

QString scoreLabel(const domain::Reason &reason, const Format &format)
{
    return ReasonText::scoreRow(reason, format);
}

QString ruleName(domain::ReasonCode code)
{
    return ReasonText::rule(code);
}

} // namespace topline::ui::text
