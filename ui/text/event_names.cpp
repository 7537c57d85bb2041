#include "core/domain/event.h"
#include "core/domain/signal.h"
#include "ui/text/names_text.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

class EventNames {
    Q_DECLARE_TR_FUNCTIONS(EventNames)

public:
    static QString interest(domain::EventKind kind)
    {
        switch (kind) {
        case domain::EventKind::PageView:
            return tr("Web page");
        case domain::EventKind::PricingView:
            return tr("Pricing page");
        case domain::EventKind::DocsView:
            return tr("Documentation");
        case domain::EventKind::CompareView:
            return tr("Comparison page");
        case domain::EventKind::DemoRequested:
            return tr("Demo requested");
        case domain::EventKind::ContactRequested:
            return tr("Contact form");
        case domain::EventKind::TrialStarted:
            return tr("Trial started");
        case domain::EventKind::ProductUsed:
            return tr("Product used");
        case domain::EventKind::PaymentFailed:
            return tr("Payment failed");
        case domain::EventKind::SessionTimed:
            return tr("Visit to the site");
        case domain::EventKind::PageScrolled:
            return tr("Page scrolled");
        case domain::EventKind::FormSubmitted:
            return tr("Form sent");
        case domain::EventKind::PaymentSucceeded:
            return tr("Payment received");
        case domain::EventKind::UsageLevel:
            return tr("Share of the plan used");
        case domain::EventKind::SeatAdded:
            return tr("Seat added");
        case domain::EventKind::TicketOpened:
            return tr("Support ticket opened");
        case domain::EventKind::TicketClosed:
            return tr("Support ticket closed");
        case domain::EventKind::ThirdPartyIntent:
            return tr("Third-party intent");
        case domain::EventKind::CampaignAdded:
            return tr("Added to a campaign");
        case domain::EventKind::CampaignResponded:
            return tr("Answered a campaign");
        default:
            return conversation(kind);
        }
    }

    static QString conversation(domain::EventKind kind)
    {
        switch (kind) {
        case domain::EventKind::EmailSent:
            return tr("Mail sent");
        case domain::EventKind::EmailOpened:
            return tr("Mail opened");
        case domain::EventKind::EmailClicked:
            return tr("Link clicked");
        case domain::EventKind::EmailReplied:
            return tr("Reply");
        case domain::EventKind::EmailBounced:
            return tr("Mail bounced");
        case domain::EventKind::Unsubscribed:
            return tr("Unsubscribed");
        case domain::EventKind::ProposalSent:
            return tr("Proposal sent");
        case domain::EventKind::ProposalViewed:
            return tr("Proposal opened");
        case domain::EventKind::MeetingBooked:
            return tr("Meeting booked");
        case domain::EventKind::MeetingHeld:
            return tr("Meeting held");
        case domain::EventKind::MeetingMissed:
            return tr("Meeting missed");
        case domain::EventKind::MeetingCancelled:
            return tr("Meeting cancelled");
        case domain::EventKind::MeetingAccepted:
            return tr("Invitation accepted");
        case domain::EventKind::MeetingDeclined:
            return tr("Invitation declined");
        case domain::EventKind::MeetingTentative:
            return tr("Invitation accepted tentatively");
        case domain::EventKind::MeetingCountered:
            return tr("Another time proposed");
        case domain::EventKind::CallMade:
            return tr("Call made");
        case domain::EventKind::CallAnswered:
            return tr("Call answered");
        case domain::EventKind::NoteAdded:
            return tr("Note");
        case domain::EventKind::TaskDone:
            return tr("Task done");
        case domain::EventKind::OutOfOffice:
            return tr("Out-of-office answer");
        case domain::EventKind::SpamReported:
            return tr("Marked as spam");
        case domain::EventKind::RoomViewed:
            return tr("Deal room opened");
        case domain::EventKind::RoomJoined:
            return tr("New person in the deal room");
        case domain::EventKind::CompetitorNamed:
            return tr("Competitor named");
        case domain::EventKind::DiscountAsked:
            return tr("Discount asked for");
        case domain::EventKind::LegalAsked:
            return tr("Legal question");
        default:
            return {};
        }
    }

    static QString buying(domain::SignalType type)
    {
        switch (type) {
        case domain::SignalType::PricingRevisit:
            return tr("Pricing revisit");
        case domain::SignalType::ProposalReopened:
            return tr("Proposal reopened");
        case domain::SignalType::Reply:
            return tr("Reply");
        case domain::SignalType::Surge:
            return tr("Surge");
        case domain::SignalType::DemoRequest:
            return tr("Demo request");
        case domain::SignalType::ContactRequest:
            return tr("Contact request");
        case domain::SignalType::CompetitorComparison:
            return tr("Competitor comparison");
        case domain::SignalType::TrialStart:
            return tr("Trial start");
        case domain::SignalType::DocsDeepRead:
            return tr("Documentation deep read");
        case domain::SignalType::DeepVisit:
            return tr("Deep visit");
        case domain::SignalType::OutOfOffice:
            return tr("Out of office");
        case domain::SignalType::MeetingBooked:
            return tr("Meeting booked");
        case domain::SignalType::MeetingMissed:
            return tr("Meeting missed");
        case domain::SignalType::MeetingHeld:
            return tr("Meeting held");
        case domain::SignalType::RoomReopened:
            return tr("Deal room reopened");
        case domain::SignalType::BaselineSurge:
            return tr("Surge over the own baseline");
        case domain::SignalType::IntentTopic:
            return tr("Third-party intent");
        case domain::SignalType::Unsubscribe:
            return tr("Unsubscribe");
        default:
            return relation(type);
        }
    }

    static QString relation(domain::SignalType type)
    {
        switch (type) {
        case domain::SignalType::StageStall:
            return tr("Stage stall");
        case domain::SignalType::Silence:
            return tr("Silence");
        case domain::SignalType::StageMove:
            return tr("Stage change");
        case domain::SignalType::AmountMove:
            return tr("Amount change");
        case domain::SignalType::CloseDateMove:
            return tr("Close date change");
        case domain::SignalType::ChampionSilent:
            return tr("Champion silent");
        case domain::SignalType::ChampionBounced:
            return tr("Champion bounced");
        case domain::SignalType::ChampionNewTitle:
            return tr("Champion’s new title");
        case domain::SignalType::NewStakeholder:
            return tr("New stakeholder");
        case domain::SignalType::UsageDrop:
            return tr("Usage drop");
        case domain::SignalType::UsageSpike:
            return tr("Usage spike");
        case domain::SignalType::UsageNearLimit:
            return tr("Usage near the limit");
        case domain::SignalType::TicketBurst:
            return tr("Support ticket burst");
        case domain::SignalType::PaymentFailure:
            return tr("Payment failure");
        case domain::SignalType::RenewalNear:
            return tr("Renewal near");
        case domain::SignalType::ClosedLostReturn:
            return tr("Closed-lost return");
        default:
            return {};
        }
    }
};

} // namespace

QString eventKindText(domain::EventKind kind)
{
    return EventNames::interest(kind);
}

QString signalTypeText(domain::SignalType type)
{
    return EventNames::buying(type);
}

} // namespace topline::ui::text
