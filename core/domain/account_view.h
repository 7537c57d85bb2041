// What the accounts page shows: a row per account, and everything about one of them in one stream.
// Made by the engine on request, any thread; plain values.
#pragma once

#include "core/domain/committee.h"
#include "core/domain/event.h"
#include "core/domain/feed.h"
#include "core/domain/lifecycle.h"
#include "core/domain/metric.h"
#include "core/domain/qualification.h"
#include "core/domain/records.h"
#include "core/domain/score.h"
#include "core/domain/signal.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct AccountRow {
    AccountId account;
    std::string name;
    std::string domain;
    std::string industry;
    std::optional<std::int64_t> employees;
    std::string ownerName;
    std::int64_t fitMilli = 0;
    std::int64_t engagementMilli = 0;
    std::int64_t totalMilli = 0;
    Tier tier = Tier::Cold;
    LifecycleStage stage = LifecycleStage::Lead;
    std::int64_t openDeals = 0;
    std::optional<base::Money> openAmount; // absent without deals, or in several currencies
    std::int64_t signals = 0;              // in 30 d
    std::optional<base::UtcMs> lastTwoWayMs;
    std::optional<base::UtcMs> lastSeenMs;
    bool operator==(const AccountRow &) const = default;
};

enum class TimelineActor { Buyer, You, Crm, Engine };
enum class TimelineGroup { Mail, Web, Meetings, Product, Crm, Engine };
inline constexpr std::size_t timelineGroupCount = 6;

// An event (kind set) or a change, decision or action (reason set).
struct TimelineItem {
    base::UtcMs atMs = 0;
    TimelineActor actor = TimelineActor::Buyer;
    TimelineGroup group = TimelineGroup::Web;
    std::string who; // the person's name; empty: nobody is named
    EventId event;
    std::optional<EventKind> kind;
    std::int64_t amount = 0;
    std::string title;
    std::string body;
    std::optional<Reason> reason;
    std::optional<Reason> machine; // why it is taken for a machine's: weight nothing
    std::string playName;
    bool operator==(const TimelineItem &) const = default;
};

struct AccountDeal {
    DealRow row;
    Committee committee;
    Qualification qualification;
};

struct AccountView {
    AccountRow row;
    Account account;
    AccountScore score; // rows sum exactly to its total
    Lifecycle lifecycle;
    std::string profileName;            // the ideal customer profile that it fits best
    std::vector<AccountDeal> deals;     // open ones first, largest first
    Committee committee;                // of the account, where it has no deal
    std::vector<Signal> signals;        // newest first, in the look-back window
    std::vector<FeedCard> cards;        // open actions, best first; never ghosts
    std::vector<TimelineItem> timeline; // newest first, at most 500
    std::array<std::int64_t, timelineGroupCount> timelineCounts{}; // of all, by group
    base::UtcMs sinceMs = 0;                                       // of the first item there is
};

} // namespace topline::domain
