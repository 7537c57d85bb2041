// The contract of every CRM: pull pages of changes, push one effect. Implemented by the demo
// company and (later) HubSpot and Salesforce; driven by core/sync on a courier thread, never on the
// engine's or the GUI's. A pull changes nothing outside. A push is keyed: the same effect id never
// makes a second remote object where the channel allows that, and Unknown is answered wherever we
// cannot tell. Vendor formats never leave core/crm.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/event.h"
#include "core/domain/records.h"
#include "core/domain/subscription.h"

#include <atomic>
#include <map>
#include <string>
#include <vector>

namespace topline::crm {

// One page of changes, in the order in which they must be applied (owners, products and stages
// first).
struct Page {
    std::vector<domain::Owner> owners;
    std::vector<domain::Quota> quotas;
    std::vector<domain::Product> products;
    std::vector<domain::Stage> stages;
    std::vector<domain::Account> accounts;
    std::vector<domain::Contact> contacts;
    std::vector<domain::Deal> deals;
    std::vector<domain::StageChange> stageChanges;
    std::vector<domain::AmountChange> amountChanges;
    std::vector<domain::Subscription> subscriptions;
    std::vector<domain::SubscriptionMovement> movements;
    std::vector<domain::Event> events;
    std::string nextCursor; // stored in the same transaction as the page
    bool more = false;      // another page is ready now
};

struct CancelToken {
    std::atomic<bool> cancelled{false};
};

enum class PushState { Applied, AlreadyApplied, Refused, Unknown };

struct PushAnswer {
    PushState state = PushState::Unknown;
    std::string remoteId; // when applied
    std::string detail;   // what the CRM said; plain text, shown to the user
};

class Connector {
public:
    virtual ~Connector() = default;

    // Short name, stable, stored with the cursor: "demo", "hubspot".
    virtual std::string system() const = 0;
    // For people: "Demo company".
    virtual std::string title() const = 0;

    // How many records a first pull would bring, by kind name. Changes nothing anywhere.
    virtual base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel) = 0;

    // The page after `cursor` (empty: from the beginning). Deterministic for the same cursor and
    // clock.
    virtual base::Result<Page> pull(const std::string &cursor, const CancelToken &cancel) = 0;

    // Carries out one effect whose intent is already durable. Never throws.
    virtual PushAnswer push(const domain::Effect &effect, const CancelToken &cancel) = 0;

    // Asks whether the effect arrived: Applied with evidence, Refused when proved absent, else
    // Unknown.
    virtual PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel) = 0;
};

} // namespace topline::crm
