// Sales signals: a pattern found in events or records that should lead to an action, with its
// evidence. Made by core/signals, kept by the store, matched by core/plays. Plain values, any
// thread.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/reason.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class SignalType : std::int32_t {
    PricingRevisit = 1,
    ProposalReopened = 2,
    Reply = 3,
    Surge = 4,
    StageStall = 5,
    Silence = 6,
    DemoRequest = 7,
    ContactRequest = 8,
    CompetitorComparison = 9,
    TrialStart = 10,
    DocsDeepRead = 11,
    DeepVisit = 12,
    OutOfOffice = 13,
    MeetingBooked = 14,
    MeetingMissed = 15,
    StageMove = 16,
    AmountMove = 17,
    CloseDateMove = 18,
    ChampionSilent = 19,
    ChampionBounced = 20,
    ChampionNewTitle = 21,
    NewStakeholder = 22,
    RoomReopened = 23,
    UsageDrop = 24,
    UsageSpike = 25,
    UsageNearLimit = 26,
    TicketBurst = 27,
    PaymentFailure = 28,
    RenewalNear = 29,
    ClosedLostReturn = 30,
    BaselineSurge = 31,
    IntentTopic = 32,
    Unsubscribe = 33,
    MeetingHeld = 34,
};

// Every type, ascending.
std::span<const SignalType> signalTypes();
std::string_view signalTypeName(SignalType type); // "pricing_revisit" …
std::optional<SignalType> parseSignalType(std::string_view name);

// An event that is taken for a machine's: it weighs nothing, and a person can say otherwise.
struct SuspectEvent {
    EventId event;
    Reason reason;
    bool operator==(const SuspectEvent &) const = default;
};

struct Signal {
    base::Uuid id; // named by type, subject and episode, so that finding it again gives the same id
    SignalType type = SignalType::PricingRevisit;
    AccountId account;
    ContactId contact;          // unset when the whole account is meant
    DealId deal;                // unset when no deal is meant
    base::UtcMs occurredMs = 0; // when it became true, or was last strengthened
    std::int32_t strengthPermille = 1000;
    Reason reason;
    std::vector<EventId> evidence; // oldest first
    bool operator==(const Signal &) const = default;
};

} // namespace topline::domain
