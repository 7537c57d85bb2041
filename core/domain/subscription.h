// Subscriptions and their recurring-revenue movements, as billing or the CRM reports them.
// Delivered by connectors, kept by the store, measured by core/metrics. Plain values, any thread.
#pragma once

#include "core/domain/records.h"

namespace topline::domain {

enum class MovementKind { New, Expansion, Contraction, Churn, Reactivation };

struct Subscription {
    std::string remoteId;
    Ref<AccountId> account;
    std::string plan;
    base::UtcMs startMs = 0;
    std::optional<base::UtcMs> endMs;
    bool operator==(const Subscription &) const = default;
};

struct SubscriptionMovement {
    std::string remoteId;
    std::string subscription; // its remote id
    MovementKind kind = MovementKind::New;
    base::Money mrrDelta; // signed
    base::UtcMs atMs = 0;
    bool operator==(const SubscriptionMovement &) const = default;
};

} // namespace topline::domain
