// Sales signals: a pattern found in events or records that should lead to an action, with its
// evidence. Made by core/signals, kept by the store, matched by core/plays. Plain values, any
// thread.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/ids.h"
#include "core/domain/reason.h"

#include <cstdint>
#include <optional>
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
};

std::string_view signalTypeName(SignalType type); // "pricing_revisit" …
std::optional<SignalType> parseSignalType(std::string_view name);

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
