// Events: one dated thing that a buyer or rep did. Rows are narrow; text stands apart. Plain
// values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class EventKind : std::int32_t {
    PageView = 1,
    PricingView = 2,
    DocsView = 3,
    CompareView = 4,
    SessionTimed = 5, // a visit on the site; amount: seconds
    PageScrolled = 6, // amount: percent of the page
    DemoRequested = 10,
    ContactRequested = 11,
    TrialStarted = 12,
    FormSubmitted = 13, // any other form
    EmailSent = 20,
    EmailOpened = 21,
    EmailClicked = 22,
    EmailReplied = 23,
    EmailBounced = 24,
    Unsubscribed = 25,
    OutOfOffice = 26, // an automatic answer: nobody answered
    SpamReported = 27,
    ProposalSent = 30,
    ProposalViewed = 31,
    RoomViewed = 32,        // the deal room
    RoomJoined = 33,        // somebody new was let into the deal room
    CampaignAdded = 34,     // put on the list of a campaign
    CampaignResponded = 35, // answered one, as the CRM counts it
    MeetingBooked = 40,
    MeetingHeld = 41,
    MeetingMissed = 42,
    CallMade = 43, // by the rep
    CallAnswered = 44,
    MeetingCancelled = 45, // before it began, by either side
    // What the person who was invited answered to the invitation.
    MeetingAccepted = 46,
    MeetingDeclined = 47,
    MeetingTentative = 48,
    MeetingCountered = 49, // another time was proposed
    ProductUsed = 50,
    PaymentFailed = 51,
    PaymentSucceeded = 52,
    UsageLevel = 53, // amount: percent of what the plan allows
    SeatAdded = 54,
    TicketOpened = 55,
    TicketClosed = 56,
    ThirdPartyIntent = 57, // bought data: the title is the topic; amount: its score, 0 to 100
    NoteAdded = 60,
    TaskDone = 61,
    CompetitorNamed = 62, // in a call, mail or note
    DiscountAsked = 63,
    LegalAsked = 64,
};

// Stable names as in imports and exports: "pricing_view" and so on.
std::string_view eventKindName(EventKind kind);
std::optional<EventKind> parseEventKind(std::string_view name);

// The unique key of an event that `source` knows by `id`; an id that eventKeyText wrote gives that
// key back, so that an export can be imported again.
std::int64_t eventKey(std::string_view source, std::string_view id);
std::string eventKeyText(std::int64_t sourceKey);

// Done by a person or machine at the account (not by us).
bool isBuyerEvent(EventKind kind);
// Somebody on our side reached out.
bool isOutboundTouch(EventKind kind);
// A person answered or met us: what resets the stall and silence clocks.
bool isTwoWayTouch(EventKind kind);
// Counts for the surge rule.
bool isHighIntent(EventKind kind);

struct Event {
    EventId id;
    std::int64_t sourceKey =
        0; // base::key63 of "source\n" + the source's own id; unique, so a replay adds nothing
    Ref<AccountId> account;
    Ref<ContactId> contact;
    Ref<DealId> deal;
    EventKind kind = EventKind::PageView;
    base::UtcMs atMs = 0;
    base::UtcMs receivedMs = 0;
    std::int32_t amount = 0; // seconds on a page, pages seen, units used
    bool suspectBot = false; // kept and shown struck through, weight 0
    std::string title;       // kept apart from the narrow row; may be empty
    std::string body;
    bool operator==(const Event &) const = default;
};

// An event from a file, whose account and contact may be given by mail address or domain instead of
// an id.
struct EventDraft {
    Event event;
    std::string contactEmail;
    std::string accountDomain;
    std::string accountName;
    std::string anonymousId = {}; // of a browser or device, within the event's source
    std::string userId = {};      // by which the source knows the person once they signed in
    std::string userAgent = {};   // read once for the bot filter, never stored
    bool operator==(const EventDraft &) const = default;
};

} // namespace topline::domain
