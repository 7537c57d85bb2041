#include "ui/text/guard_reason.h"

#include "ui/text/core_words.h"
#include "ui/text/reason_arguments.h"
#include "ui/text/reason_text.h"

namespace topline::ui::text {

namespace {

using domain::Reason;
using domain::ReasonCode;

class GuardReason {
    Q_DECLARE_TR_FUNCTIONS(GuardReason)

public:
    static std::optional<QString> keptBack(const Reason &reason, const Format &format);
    static std::optional<QString> run(const Reason &reason, const Format &format);
    static std::optional<QString> againstCall(const Reason &reason, const Format &format);
    static std::optional<QString> rule(ReasonCode code);

private:
    static QString outsideHours(const Reason &reason, const Format &format);
    static QString whyStopped(const QString &why);
    static QString withdrawn(const QString &why);
    static QString foundWord(const QString &kind);
};

template <typename T> const T *argument(const Reason &reason, std::size_t at)
{
    return at < reason.arguments.size() ? std::get_if<T>(&reason.arguments[at]) : nullptr;
}

// By the clock of who receives it.
QString GuardReason::outsideHours(const Reason &reason, const Format &format)
{
    const auto *at = argument<domain::AtTime>(reason, 0);
    const auto *name = argument<std::string>(reason, 1);
    const auto zone = name ? base::TimeZone::find(*name) : base::TimeZone();
    if (!at || !name || !zone.ok())
        return tr("Waits for the recipient’s working hours.");
    const Format theirs(format.locale(), *zone, format.now());
    return tr("Leaves %1 their time (%2): they are not at work now.")
        .arg(theirs.when(at->ms), Format::place(*name));
}

std::optional<QString> GuardReason::againstCall(const Reason &reason, const Format &format)
{
    if (reason.code == ReasonCode::Holiday) {
        const auto *name = argument<std::string>(reason, 0);
        return name ? tr("%1 there: they may not be at work.").arg(fromUtf8(*name))
                    : tr("It is a holiday there.");
    }
    if (reason.code != ReasonCode::OutsideHours)
        return std::nullopt;
    const auto *name = argument<std::string>(reason, 1);
    const auto zone = name ? base::TimeZone::find(*name) : base::TimeZone();
    if (!name || !zone.ok())
        return tr("It is outside their working hours.");
    const Format theirs(format.locale(), *zone, format.now());
    return tr("It is %1 in %2, outside their working hours.")
        .arg(theirs.weekdayTime(format.now()), Format::place(*name));
}

QString GuardReason::whyStopped(const QString &why)
{
    if (why == QLatin1String("unsubscribed"))
        return tr("unsubscribed");
    if (why == QLatin1String("complaint"))
        return tr("complained");
    if (why == QLatin1String("erased"))
        return tr("was erased");
    if (why == QLatin1String("imported"))
        return tr("came with an imported list");
    if (why == QLatin1String("withdrawn"))
        return tr("took their consent back");
    return tr("put on the list by hand");
}

QString GuardReason::foundWord(const QString &kind)
{
    if (kind == QLatin1String("price"))
        return tr("a question of price");
    if (kind == QLatin1String("legal"))
        return tr("a legal question");
    return tr("a refusal");
}

std::optional<QString> GuardReason::keptBack(const Reason &reason, const Format &format)
{
    const Arguments with(reason, format);
    const auto number = [&](std::size_t at) { return format.number(with.number(at)); };
    switch (reason.code) {
    case ReasonCode::DoNotContact:
        return tr("%1 must not be contacted: %2.").arg(with.text(0), whyStopped(with.text(1)));
    case ReasonCode::NoConsent:
        return tr("There is no consent of %1 to mail.").arg(with.text(0));
    case ReasonCode::OtherCadence:
        return tr("The person is in the cadence “%1”.").arg(with.text(0));
    case ReasonCode::CadenceCoolOff:
        return tr("The last cadence ended %1 ago; the pause is %2.")
            .arg(with.span(0), with.span(1));
    case ReasonCode::PlayRepLimit:
        return tr("The rep had %n action(s) of this play today; the limit is %1.", nullptr,
                  with.number(0))
            .arg(number(1));
    case ReasonCode::PlayAccountLimit:
        return tr("The account has %n open action(s) of this play; the limit is %1.", nullptr,
                  with.number(0))
            .arg(number(1));
    case ReasonCode::OutsideHours:
        return outsideHours(reason, format);
    case ReasonCode::Holiday: {
        const auto *at = argument<domain::AtTime>(reason, 1);
        return at ? tr("%1 there: leaves %2.").arg(with.text(0), format.when(at->ms))
                  : tr("It is a holiday there.");
    }
    case ReasonCode::RepDayLimit:
        return tr("%n mail(s) of the rep today, with those sent by hand; beyond %1 rules send no "
                  "more. "
                  "It leaves another day.",
                  nullptr, with.number(0))
            .arg(number(1));
    case ReasonCode::DayLimit:
        return tr("%n mail(s) today; the limit is %1. It leaves another day.", nullptr,
                  with.number(0))
            .arg(number(1));
    case ReasonCode::DomainDayLimit:
        return tr("%n mail(s) to %1 today; the limit is %2. It leaves another day.", nullptr,
                  with.number(1))
            .arg(with.text(0), number(2));
    default:
        return run(reason, format);
    }
}

QString GuardReason::withdrawn(const QString &why)
{
    if (why == QLatin1String("meeting_not_held"))
        return tr("Withdrawn: the meeting that it follows was not held.");
    if (why == QLatin1String("answered_anew"))
        return tr("Withdrawn: the guest has answered again since.");
    return tr("Withdrawn: the card was taken back.");
}

std::optional<QString> GuardReason::run(const Reason &reason, const Format &format)
{
    const Arguments with(reason, format);
    switch (reason.code) {
    case ReasonCode::RunReplied:
        return tr("The cadence ended: there was a reply.");
    case ReasonCode::RunMeeting:
        return tr("The cadence ended: there is a meeting.");
    case ReasonCode::RunDealClosed:
        return tr("The cadence ended: the deal was closed.");
    case ReasonCode::RunAbsent: {
        const auto *at = argument<domain::AtTime>(reason, 1);
        return at ? tr("%1 is away; it goes on %2.").arg(with.text(0), format.when(at->ms))
                  : tr("The person is away.");
    }
    case ReasonCode::RunStopped:
        return tr("A person stopped the cadence.");
    case ReasonCode::RunFinished:
        return tr("The cadence ended after %n step(s).", nullptr, with.number(0));
    case ReasonCode::RunWithdrawn:
        return withdrawn(with.text(0));
    case ReasonCode::HandedOffReply:
        return tr("%1 answered: a person takes over.").arg(with.text(0));
    case ReasonCode::HandedOffWord:
        return tr("“%1” reads like %2: a person takes over.")
            .arg(with.text(0), foundWord(with.text(1)));
    case ReasonCode::HandedOffField:
        return tr("“%1” could not be filled in: a person takes over.").arg(with.text(0));
    default:
        return std::nullopt;
    }
}

std::optional<QString> GuardReason::rule(ReasonCode code)
{
    switch (code) {
    case ReasonCode::DoNotContact:
        return tr("Not on the do-not-contact list");
    case ReasonCode::NoConsent:
        return tr("Consent");
    case ReasonCode::OtherCadence:
        return tr("In no other cadence");
    case ReasonCode::CadenceCoolOff:
        return tr("Pause between cadences");
    case ReasonCode::PlayRepLimit:
        return tr("The play’s limit per rep");
    case ReasonCode::PlayAccountLimit:
        return tr("The play’s limit per account");
    case ReasonCode::OutsideHours:
        return tr("Recipient’s hours");
    case ReasonCode::Holiday:
        return tr("Holidays");
    case ReasonCode::RepDayLimit:
        return tr("Automatic mails per rep and day");
    case ReasonCode::DayLimit:
        return tr("Mails per day");
    case ReasonCode::DomainDayLimit:
        return tr("Mails to one company per day");
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QString> guardSentence(const Reason &reason, const Format &format)
{
    return GuardReason::keptBack(reason, format);
}

std::optional<QString> guardRuleName(ReasonCode code)
{
    return GuardReason::rule(code);
}

QString callDoubtText(const std::string &failure, const Format &format)
{
    const auto reason = domain::decodeReason(failure);
    const auto said = reason ? GuardReason::againstCall(*reason, format) : std::nullopt;
    return said ? *said : keptBackText(failure, format);
}

QString keptBackText(const std::string &failure, const Format &format)
{
    const auto reason = domain::decodeReason(failure);
    return reason ? sentence(*reason, format) : coreWords(failure);
}

} // namespace topline::ui::text
