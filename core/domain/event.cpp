#include "core/domain/event.h"

#include "core/base/hash.h"

#include <charconv>
#include <utility>

namespace topline::domain {

namespace {

constexpr std::pair<EventKind, std::string_view> names[] = {
    {EventKind::PageView, "page_view"},
    {EventKind::PricingView, "pricing_view"},
    {EventKind::DocsView, "docs_view"},
    {EventKind::CompareView, "compare_view"},
    {EventKind::SessionTimed, "session_timed"},
    {EventKind::PageScrolled, "page_scrolled"},
    {EventKind::DemoRequested, "demo_requested"},
    {EventKind::ContactRequested, "contact_requested"},
    {EventKind::TrialStarted, "trial_started"},
    {EventKind::FormSubmitted, "form_submitted"},
    {EventKind::EmailSent, "email_sent"},
    {EventKind::EmailOpened, "email_opened"},
    {EventKind::EmailClicked, "email_clicked"},
    {EventKind::EmailReplied, "email_replied"},
    {EventKind::EmailBounced, "email_bounced"},
    {EventKind::Unsubscribed, "unsubscribed"},
    {EventKind::OutOfOffice, "out_of_office"},
    {EventKind::SpamReported, "spam_reported"},
    {EventKind::ProposalSent, "proposal_sent"},
    {EventKind::ProposalViewed, "proposal_viewed"},
    {EventKind::RoomViewed, "room_viewed"},
    {EventKind::RoomJoined, "room_joined"},
    {EventKind::CampaignAdded, "campaign_added"},
    {EventKind::CampaignResponded, "campaign_responded"},
    {EventKind::MeetingBooked, "meeting_booked"},
    {EventKind::MeetingHeld, "meeting_held"},
    {EventKind::MeetingMissed, "meeting_missed"},
    {EventKind::MeetingCancelled, "meeting_cancelled"},
    {EventKind::MeetingAccepted, "meeting_accepted"},
    {EventKind::MeetingDeclined, "meeting_declined"},
    {EventKind::MeetingTentative, "meeting_tentative"},
    {EventKind::MeetingCountered, "meeting_countered"},
    {EventKind::CallMade, "call_made"},
    {EventKind::CallAnswered, "call_answered"},
    {EventKind::ProductUsed, "product_used"},
    {EventKind::PaymentFailed, "payment_failed"},
    {EventKind::PaymentSucceeded, "payment_succeeded"},
    {EventKind::UsageLevel, "usage_level"},
    {EventKind::SeatAdded, "seat_added"},
    {EventKind::TicketOpened, "ticket_opened"},
    {EventKind::TicketClosed, "ticket_closed"},
    {EventKind::ThirdPartyIntent, "third_party_intent"},
    {EventKind::NoteAdded, "note_added"},
    {EventKind::TaskDone, "task_done"},
    {EventKind::CompetitorNamed, "competitor_named"},
    {EventKind::DiscountAsked, "discount_asked"},
    {EventKind::LegalAsked, "legal_asked"},
};

constexpr std::string_view keyPrefix = "key:";

} // namespace

std::int64_t eventKey(std::string_view source, std::string_view id)
{
    if (id.substr(0, keyPrefix.size()) == keyPrefix) {
        std::int64_t key = 0;
        const char *const end = id.data() + id.size();
        const auto [rest, failure] = std::from_chars(id.data() + keyPrefix.size(), end, key);
        if (failure == std::errc() && rest == end && key > 0)
            return key;
    }
    return base::key63(std::string(source).append("\n").append(id));
}

std::string eventKeyText(std::int64_t sourceKey)
{
    return std::string(keyPrefix) + std::to_string(sourceKey);
}

std::string_view eventKindName(EventKind kind)
{
    for (const auto &[value, name] : names) {
        if (value == kind)
            return name;
    }
    return {};
}

std::optional<EventKind> parseEventKind(std::string_view name)
{
    for (const auto &[value, known] : names) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

bool isBuyerEvent(EventKind kind)
{
    switch (kind) {
    case EventKind::NoteAdded:
    case EventKind::TaskDone:
    case EventKind::EmailBounced:
    case EventKind::OutOfOffice:
    case EventKind::ThirdPartyIntent:
    case EventKind::CampaignAdded:
    case EventKind::MeetingCancelled: // by whom is not told
        return false;
    default:
        return !isOutboundTouch(kind);
    }
}

bool isOutboundTouch(EventKind kind)
{
    return kind == EventKind::EmailSent || kind == EventKind::CallMade ||
           kind == EventKind::ProposalSent;
}

bool isTwoWayTouch(EventKind kind)
{
    return kind == EventKind::EmailReplied || kind == EventKind::MeetingBooked ||
           kind == EventKind::MeetingHeld || kind == EventKind::CallAnswered;
}

bool isHighIntent(EventKind kind)
{
    switch (kind) {
    case EventKind::PricingView:
    case EventKind::CompareView:
    case EventKind::DemoRequested:
    case EventKind::ContactRequested:
    case EventKind::TrialStarted:
    case EventKind::FormSubmitted:
    case EventKind::ProposalViewed:
    case EventKind::RoomJoined:
    case EventKind::EmailReplied:
    case EventKind::MeetingBooked:
        return true;
    default:
        return false;
    }
}

} // namespace topline::domain
