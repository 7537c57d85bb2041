// The demo company: everything that its CRM knows at the anchor, and the planned life of every deal
// beyond it. Built by buildDemoCompany() from a seed and an anchor alone; read by the demo's
// history, life and connector. Plain values, any thread once built, cannot fail.
#pragma once

#include "core/base/random.h"
#include "core/domain/event.h"
#include "core/domain/records.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

inline constexpr int demoStageWon = 4;
inline constexpr int demoStageLost = 5;
inline constexpr base::DurationMs demoHistoryMs = 548 * base::dayMs; // 18 months

struct DemoAccount {
    domain::Account record;
    std::size_t industry = 0;
    int sizeClass = 0; // 0 small, 1 middle, 2 large
    int offsetMinutes = 0;
    std::size_t place = 0;
    std::size_t owner = 0;
    std::size_t firstContact = 0; // into DemoCompany::contacts
    std::size_t contactCount = 0;
    bool duplicate = false; // of another account
};

struct DemoStep {
    base::UtcMs atMs = 0;
    int stage = 0; // 0 to 3 open, then won or lost
};

struct DemoAmount {
    base::UtcMs atMs = 0;
    std::int64_t minor = 0;
};

// A deal with its whole life as planned, whether before or after the anchor.
struct DemoDeal {
    std::string remoteId;
    std::string name;
    std::uint64_t seed = 0;
    std::size_t account = 0;
    std::size_t contact = 0;
    std::size_t owner = 0;
    std::size_t product = 0;
    std::string source;
    bool amountMissing = false;
    std::vector<DemoStep> steps; // by time; the first is the creation
    std::vector<DemoAmount> amounts;

    base::UtcMs createdMs() const { return steps.front().atMs; }

    // The stage as planned at this time; -1 before the creation.
    int stageAt(base::UtcMs atMs) const;
    std::optional<base::UtcMs> endMs() const; // won or lost as planned
};

struct DemoCompany {
    std::uint64_t seed = 0;
    base::UtcMs anchorMs = 0;
    std::vector<domain::Owner> owners;
    std::vector<domain::Quota> quotas;
    std::vector<domain::Product> products;
    std::vector<domain::Stage> stages; // by demo stage number
    std::vector<DemoAccount> accounts;
    std::vector<domain::Contact> contacts; // by account; those without one at the end
    std::deque<DemoDeal> deals;            // created before the anchor, by creation
    // Accounts whose open deal has gone quiet: no two-way touch after this time.
    std::vector<std::optional<base::UtcMs>> quietSinceMs; // by account
};

DemoCompany buildDemoCompany(std::uint64_t seed, base::UtcMs anchorMs);

// A person at the account who can be written to, with a title; the n-th such, going round.
std::size_t reachableContact(const DemoCompany &company, std::size_t account, std::size_t n);

// Steps of the building, each in its own file; called by buildDemoCompany() in this order.
void addDemoCatalogue(DemoCompany &company);
void addDemoAccounts(DemoCompany &company);
void addDemoContacts(DemoCompany &company);
void addDemoDeals(DemoCompany &company);

struct DemoDealStart {
    std::uint64_t seed = 0;
    base::UtcMs createdMs = 0;
    double luck = 0.5; // in [0, 1): below its chance of winning, the deal is won
};

// A deal of this company with its whole life; the same start gives the same deal.
DemoDeal planDemoDeal(const DemoCompany &company, const DemoDealStart &start);

} // namespace topline::crm
