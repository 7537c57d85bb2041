#include "ui/pages/event_icon.h"

namespace topline::pages {

using domain::EventKind;
using look::Icon;

Icon eventIcon(EventKind kind)
{
    switch (kind) {
    case EventKind::ProposalSent:
    case EventKind::ProposalViewed:
    case EventKind::DocsView:
    case EventKind::FormSubmitted:
    case EventKind::RoomViewed:
    case EventKind::RoomJoined:
        return Icon::FileText;
    case EventKind::EmailSent:
    case EventKind::CampaignAdded:
        return Icon::Send;
    case EventKind::EmailReplied:
    case EventKind::CampaignResponded:
        return Icon::Reply;
    case EventKind::EmailOpened:
    case EventKind::OutOfOffice:
        return Icon::Mail;
    case EventKind::EmailBounced:
    case EventKind::Unsubscribed:
    case EventKind::SpamReported:
        return Icon::MailX;
    case EventKind::MeetingBooked:
    case EventKind::MeetingMissed:
    case EventKind::MeetingCancelled:
    case EventKind::MeetingAccepted:
    case EventKind::MeetingDeclined:
    case EventKind::MeetingTentative:
    case EventKind::MeetingCountered:
        return Icon::Calendar;
    case EventKind::MeetingHeld:
        return Icon::Video;
    case EventKind::CallMade:
    case EventKind::CallAnswered:
        return Icon::Phone;
    case EventKind::NoteAdded:
        return Icon::Note;
    case EventKind::TaskDone:
        return Icon::ListCheck;
    case EventKind::PaymentFailed:
    case EventKind::PaymentSucceeded:
        return Icon::DollarCircle;
    case EventKind::TicketOpened:
    case EventKind::TicketClosed:
        return Icon::HelpCircle;
    case EventKind::ProductUsed:
    case EventKind::UsageLevel:
    case EventKind::SeatAdded:
    case EventKind::TrialStarted:
        return Icon::Zap;
    case EventKind::CompetitorNamed:
    case EventKind::DiscountAsked:
    case EventKind::LegalAsked:
        return Icon::Flag;
    default:
        return Icon::Cursor;
    }
}

} // namespace topline::pages
