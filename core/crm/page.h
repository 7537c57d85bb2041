// One page of what a connector pulled, in the words of the product. Filled by connectors on a
// courier thread, written to the mirror by core/sync. Plain values that cannot fail; texts are the
// outside party's and hostile.
#pragma once

#include "core/domain/calendar.h"
#include "core/domain/close_change.h"
#include "core/domain/event.h"
#include "core/domain/mail.h"
#include "core/domain/records.h"
#include "core/domain/subscription.h"
#include "core/domain/sync_view.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::crm {

// A record that the source no longer shows.
struct RecordGone {
    domain::RecordKind kind = domain::RecordKind::Contact;
    std::string remoteId;
    // False: it only stopped being visible (rights, sharing). Never deleted on that evidence.
    bool isDeleted = true;
};

// Two records became one, or a lead became a contact: what was known as `from` is `to` now.
struct RecordMerged {
    domain::RecordKind kind = domain::RecordKind::Contact;
    std::string fromRemoteId;
    std::string toRemoteId;
};

// Remote ids carry the system's short prefix ("hs:51", "sf:003…"), so that two CRMs never meet in
// one id; the demo company's have none.

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
    std::vector<domain::CloseChange> closeChanges;
    std::vector<domain::Subscription> subscriptions;
    std::vector<domain::SubscriptionMovement> movements;
    std::vector<domain::Event> events;
    std::vector<domain::MailArrival> arrivals; // of a mailbox; the engine finds whose they are
    std::optional<domain::BusyTimes> busy;     // of a calendar: all that is known now
    std::vector<RecordMerged> merged;          // applied before the records of the page
    std::vector<RecordGone> gone;              // applied after them
    // Fields (names as in record_fields) that the source did not deliver for any record of that
    // kind on this page: unknown, which is not empty. What we have stays.
    std::map<domain::RecordKind, std::set<std::string>> missing;
    std::vector<domain::ObjectProgress> progress; // objects that this page moved on
    std::string nextCursor;                       // stored in the same transaction as the page
    bool more = false;                            // another page is ready now
};

} // namespace topline::crm
