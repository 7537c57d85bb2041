// The buying committee of a deal: who decides, how engaged each one is, and which roles the present
// stage still lacks. Found by core/scoring, roles set by a person or the CRM stand. Plain values,
// any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/icp.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class BuyingRole : std::int32_t {
    Unknown = 0,
    Champion = 1,
    EconomicBuyer = 2,
    DecisionMaker = 3,
    Technical = 4,
    Finance = 5,
    Security = 6,
    Legal = 7,
    User = 8,
    Blocker = 9,
};
std::string_view buyingRoleName(BuyingRole role); // "champion" …; unknown is empty
std::optional<BuyingRole> parseBuyingRole(std::string_view name);

// Who says so; a later one wins over an earlier one.
enum class RoleSource : std::int32_t { Suggested = 0, Crm = 1, Person = 2 };

struct RoleFact {
    ContactId contact;
    BuyingRole role = BuyingRole::Unknown;
    RoleSource source = RoleSource::Person;
    std::string by; // whose word it is
    base::UtcMs atMs = 0;
    bool operator==(const RoleFact &) const = default;
};

struct CommitteeMember {
    ContactId contact;
    std::string name;
    std::string title;
    Persona persona;
    BuyingRole role = BuyingRole::Unknown;
    RoleSource source = RoleSource::Suggested;
    std::int64_t engagementMilli = 0; // 0 to 100,000: two-way touches and visits, half-life 30 d
    std::optional<base::UtcMs> lastTwoWayMs;
    std::optional<base::UtcMs> lastSeenMs;
    bool reachable = true; // neither opted out nor bounced
    bool operator==(const CommitteeMember &) const = default;
};

struct Committee {
    std::vector<CommitteeMember> members; // most engaged first, then by contact
    std::vector<BuyingRole> required;     // for the stage of the deal
    std::vector<BuyingRole> missing;      // required, and nobody engaged has it
    std::int64_t engaged = 0;             // members seen or met in 30 d
    bool operator==(const Committee &) const = default;
};

} // namespace topline::domain
