// The CRM's records as plain values: what connectors deliver, the store keeps and everything above
// reads. Any thread. An absent optional means that the source has no value; an empty text means the
// same.
#pragma once

#include "core/base/money.h"
#include "core/base/time.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::domain {

enum class RecordKind { Owner, Product, Stage, Account, Contact, Deal, Quota, Subscription };

struct Owner {
    OwnerId id;
    std::string remoteId; // unique within its source
    std::string name;
    std::string email;
    std::string team;    // office or region
    std::string manager; // name, as the source has it
    bool active = true;
    base::UtcMs updatedMs = 0;
    bool operator==(const Owner &) const = default;
};

struct Quota {
    Ref<OwnerId> owner;
    base::UtcMs startMs = 0; // inclusive
    base::UtcMs endMs = 0;   // exclusive
    base::Money amount;
    bool operator==(const Quota &) const = default;
};

struct Product {
    ProductId id;
    std::string remoteId;
    std::string name;
    std::string family;
    std::optional<base::Money> price;
    base::UtcMs updatedMs = 0;
    bool operator==(const Product &) const = default;
};

enum class StageKind { Open, Won, Lost };

struct Stage {
    StageId id;
    std::string remoteId;
    std::string pipeline; // name
    std::string name;
    int order = 0; // position in its pipeline, from 0
    StageKind kind = StageKind::Open;
    bool operator==(const Stage &) const = default;
};

struct Account {
    AccountId id;
    std::string remoteId; // also the canonical id that the holdout hashes
    std::string name;
    std::string domain; // lower case, no scheme
    std::string industry;
    std::string country;
    std::string parent; // name of the parent company
    std::optional<std::int64_t> employees;
    std::optional<base::Money> annualRevenue;
    Ref<OwnerId> owner;
    std::optional<base::UtcMs> createdMs;
    base::UtcMs updatedMs = 0;
    bool deleted = false;
    bool operator==(const Account &) const = default;
};

struct Contact {
    ContactId id;
    std::string remoteId;
    Ref<AccountId> account;
    std::string firstName;
    std::string lastName;
    std::string email; // as the source has it; may be invalid
    std::string phone;
    std::string title;
    std::string timeZone; // IANA; empty when unknown
    bool optedOut = false;
    bool bounced = false;
    std::optional<base::UtcMs> createdMs;
    base::UtcMs updatedMs = 0;
    bool deleted = false;
    bool operator==(const Contact &) const = default;

    std::string fullName() const
    {
        return firstName + (firstName.empty() || lastName.empty() ? "" : " ") + lastName;
    }
};

struct Deal {
    DealId id;
    std::string remoteId;
    std::string name;
    Ref<AccountId> account; // may be unset: some sources have deals without an account
    Ref<ContactId> contact; // primary
    Ref<OwnerId> owner;
    Ref<ProductId> product;
    Ref<StageId> stage;
    std::optional<base::Money> amount;
    std::string source; // lead source
    std::string nextStep;
    std::optional<base::UtcMs> createdMs; // start of the sales cycle
    std::optional<base::UtcMs> closeMs;   // expected while open, actual once won or lost
    base::UtcMs updatedMs = 0;
    bool deleted = false;
    bool operator==(const Deal &) const = default;
};

// The deal entered this stage at this time; immutable once known.
struct StageChange {
    Ref<DealId> deal;
    Ref<StageId> stage;
    base::UtcMs atMs = 0;
    bool operator==(const StageChange &) const = default;
};

struct AmountChange {
    Ref<DealId> deal;
    base::Money amount;
    base::UtcMs atMs = 0;
    bool operator==(const AmountChange &) const = default;
};

} // namespace topline::domain
