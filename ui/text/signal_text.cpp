#include "ui/text/signal_text.h"

#include "ui/text/reason_arguments.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

using domain::ReasonCode;
using Text = std::optional<QString>;

class SignalText {
    Q_DECLARE_TR_FUNCTIONS(SignalText)

public:
    static Text web(const domain::Reason &reason, const Arguments &with);
    static Text people(const domain::Reason &reason, const Arguments &with);
    static Text deal(const domain::Reason &reason, const Arguments &with);
    static Text machine(const domain::Reason &reason, const Arguments &with);
};

Text SignalText::web(const domain::Reason &reason, const Arguments &with)
{
    switch (reason.code) {
    case ReasonCode::DemoRequest:
        return with.text(1).isEmpty()
                   ? tr("Asked for a demo %1.").arg(with.ago(0))
                   : tr("Asked for a demo %1: %2").arg(with.ago(0), with.text(1));
    case ReasonCode::ContactRequest:
        return with.text(1).isEmpty()
                   ? tr("Sent the contact form %1.").arg(with.ago(0))
                   : tr("Sent the contact form %1: %2").arg(with.ago(0), with.text(1));
    case ReasonCode::CompetitorComparison:
        return tr("Compared us with a competitor: %n visit(s), the last %1.", nullptr,
                  with.number(0))
            .arg(with.ago(1));
    case ReasonCode::TrialStart:
        return tr("Started a trial %1.").arg(with.ago(0));
    case ReasonCode::DocsDeepRead:
        return tr("Read %n page(s) of the documentation in %1, the last %2.", nullptr,
                  with.number(0))
            .arg(with.span(1), with.ago(2));
    case ReasonCode::DeepVisit:
        return tr("Stayed %1 and read %2 % of the page, %3.")
            .arg(with.span(1))
            .arg(with.number(0))
            .arg(with.ago(2));
    case ReasonCode::RoomReopened:
        return tr("Opened the deal room %1, after %2 of quiet.").arg(with.ago(1), with.span(0));
    case ReasonCode::BaselineSurge:
        return tr("%1 vs %2 expected in %3, from %4; the last %5.")
            .arg(tr("%n buying event(s)", nullptr, with.number(0)), with.decimal(1, 1000.0),
                 with.span(3), tr("%n person(s)", nullptr, with.number(2)), with.ago(4));
    case ReasonCode::IntentTopic:
        return tr("Third-party intent in “%1”: %2 of 100, %3.")
            .arg(with.text(0))
            .arg(with.number(1))
            .arg(with.ago(2));
    case ReasonCode::ClosedLostReturn:
        return tr("Lost %1, and back: %n visit(s), the last %2.", nullptr, with.number(1))
            .arg(with.date(0), with.ago(2));
    default:
        return std::nullopt;
    }
}

Text SignalText::people(const domain::Reason &reason, const Arguments &with)
{
    switch (reason.code) {
    case ReasonCode::OutOfOffice:
        return with.text(1).isEmpty()
                   ? tr("Out-of-office answer %1.").arg(with.ago(0))
                   : tr("Out-of-office answer %1: “%2”").arg(with.ago(0), with.text(1));
    case ReasonCode::MeetingBooked:
        return with.text(1).isEmpty()
                   ? tr("Booked a meeting %1.").arg(with.ago(0))
                   : tr("Booked a meeting %1: %2").arg(with.ago(0), with.text(1));
    case ReasonCode::MeetingMissed:
        return tr("Missed the meeting %1.").arg(with.ago(0));
    case ReasonCode::MeetingHeld:
        return with.text(1).isEmpty()
                   ? tr("The meeting ended %1.").arg(with.ago(0))
                   : tr("The meeting ended %1: %2").arg(with.ago(0), with.text(1));
    case ReasonCode::ChampionSilent:
        return tr("%1 has not answered for %2; the limit is %3.")
            .arg(with.text(0), with.age(1), with.span(2));
    case ReasonCode::ChampionBounced:
        return tr("Mail to %1 bounced %2: has the champion left?").arg(with.text(0), with.ago(1));
    case ReasonCode::ChampionNewTitle:
        return tr("%1 is now %2 (was %3), since %4.")
            .arg(with.text(0), with.text(2), with.text(1), with.date(3));
    case ReasonCode::NewStakeholder:
        return with.text(1).isEmpty()
                   ? tr("%1 joined the deal %2.").arg(with.text(0), with.ago(2))
                   : tr("%1, %2, joined the deal %3.").arg(with.text(0), with.text(1), with.ago(2));
    case ReasonCode::Unsubscribe:
        return tr("Unsubscribed %1: no more mail.").arg(with.ago(0));
    default:
        return std::nullopt;
    }
}

Text SignalText::deal(const domain::Reason &reason, const Arguments &with)
{
    switch (reason.code) {
    case ReasonCode::StageMove:
        return tr("Moved from %1 to %2 %3.").arg(with.text(0), with.text(1), with.ago(2));
    case ReasonCode::AmountMove:
        return tr("Amount changed from %1 to %2 %3.")
            .arg(with.money(0), with.money(1), with.ago(2));
    case ReasonCode::CloseDateMove:
        return with.number(2) > 0 ? tr("Close date moved from %1 to %2 %3; moved back %n time(s).",
                                       nullptr, with.number(2))
                                        .arg(with.date(0), with.date(1), with.ago(3))
                                  : tr("Close date brought forward from %1 to %2 %3.")
                                        .arg(with.date(0), with.date(1), with.ago(3));
    case ReasonCode::UsageDrop:
        return tr("Usage down %1 % on the usual %2 a week, %3.")
            .arg(with.number(0))
            .arg(with.number(1))
            .arg(with.ago(2));
    case ReasonCode::UsageSpike:
        return tr("Usage at %1 % of the usual %2 a week, %3.")
            .arg(with.number(0))
            .arg(with.number(1))
            .arg(with.ago(2));
    case ReasonCode::UsageNearLimit:
        return tr("Uses %1 % of what the plan allows, %2.").arg(with.number(0)).arg(with.ago(1));
    case ReasonCode::TicketBurst:
        return tr("%n support ticket(s) in %1, the last %2.", nullptr, with.number(0))
            .arg(with.span(1), with.ago(2));
    case ReasonCode::PaymentFailure:
        return tr("%n failed payment(s), the last %1.", nullptr, with.number(0)).arg(with.ago(1));
    case ReasonCode::RenewalNear:
        return with.text(1).isEmpty()
                   ? tr("The term ends on %1.").arg(with.date(0))
                   : tr("The term of %1 ends on %2.").arg(with.text(1), with.date(0));
    default:
        return std::nullopt;
    }
}

Text SignalText::machine(const domain::Reason &reason, const Arguments &with)
{
    switch (reason.code) {
    case ReasonCode::BotSaidSource:
        return tr("The source says that this was a machine.");
    case ReasonCode::BotTooFast:
        return tr("%1 after the mail left: faster than a person.").arg(with.span(0));
    case ReasonCode::BotBurst:
        return tr("%n link(s) within %1: a scanner follows all of them.", nullptr, with.number(0))
            .arg(with.span(1));
    case ReasonCode::BotAgent:
        return tr("The visitor’s program names itself as a machine.");
    case ReasonCode::BotNetwork:
        return tr("The visit came from a data centre.");
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QString> signalSentence(const domain::Reason &reason, const Format &format)
{
    const Arguments with(reason, format);
    for (const auto part :
         {&SignalText::web, &SignalText::people, &SignalText::deal, &SignalText::machine}) {
        if (auto text = part(reason, with))
            return text;
    }
    return std::nullopt;
}

} // namespace topline::ui::text
