// Everything about guardrails that people see in one place: limits and how much of them is used,
// who must not be contacted, what waits and why, how far plays go, who works when and takes what.
// Read by the engine for the window and the terminal. Plain values, any thread.
#pragma once

#include "core/domain/action.h"
#include "core/domain/consent.h"
#include "core/domain/play_mode.h"
#include "core/domain/policy.h"
#include "core/domain/routing.h"
#include "core/domain/work_calendar.h"

#include <string>
#include <vector>

namespace topline::domain {

struct UseRow {
    std::string name; // mail domain, or rep
    std::int64_t used = 0;
    std::int64_t limit = 0;
    bool operator==(const UseRow &) const = default;
};

struct ListRow {
    DoNotContact row;
    std::vector<std::string> people; // who has this address now; empty: nobody any more
    std::string host = {};           // the whole mail domain is meant, and somebody has it
    bool operator==(const ListRow &) const = default;
};

// What was last said of one address.
struct ConsentRow {
    Consent consent;
    std::vector<std::string> people;
    bool operator==(const ConsentRow &) const = default;
};

struct RepName {
    OwnerId owner;
    std::string name;
    bool operator==(const RepName &) const = default;
};

struct PauseRow {
    Channel channel = Channel::Mail;
    std::int64_t unknowns = 0;
    base::UtcMs atMs = 0;
    bool operator==(const PauseRow &) const = default;
};

// An approved action that waits, or one that was kept back at the last moment.
struct WaitRow {
    base::Uuid action;
    AccountId account;
    std::string accountName;
    std::string contactName;
    ActionState state = ActionState::Approved;
    std::string why; // an encoded reason, or a plain sentence
    base::UtcMs atMs = 0;
    bool operator==(const WaitRow &) const = default;
};

struct RuleCount {
    ReasonCode code = ReasonCode::Proposed;
    std::int64_t count = 0;
    bool operator==(const RuleCount &) const = default;
};

struct SeatRow {
    RoutingSeat seat;
    std::string name;
    std::int64_t open = 0;
    bool operator==(const SeatRow &) const = default;
};

struct RouteRow {
    RouteDecision decision;
    std::string from;
    std::string to;
    bool operator==(const RouteRow &) const = default;
};

// One inbound action behind the figures of speed to lead.
struct SpeedRow {
    base::Uuid action;
    std::string accountName;
    std::string repName;
    base::UtcMs fromMs = 0;
    std::optional<base::UtcMs> touchedMs; // absent: still waiting
    base::DurationMs workMs = 0;          // of the wait, by working hours
    bool operator==(const SpeedRow &) const = default;
};

struct GuardView {
    GuardPolicy policy;
    SuppressionPolicy suppression;
    std::string zone;          // of the workspace
    UseRow mails;              // of the workspace, today
    std::vector<UseRow> hosts; // most used first
    std::vector<UseRow> reps;  // mails by rules
    // Mails count for a later day than today: the clock was wrong once. A person may begin anew.
    bool isCountedAhead = false;
    std::vector<PauseRow> pauses;
    std::vector<ListRow> list; // newest first, released ones too
    std::vector<ConsentRow> consents;
    std::vector<WaitRow> waiting;  // soonest first
    std::vector<WaitRow> keptBack; // newest first, 30 days
    std::vector<RuleCount> rules;  // what suppressed signals in 30 days, most first
    std::vector<ModeRow> modes;    // by play
    std::vector<WorkCalendar> calendars;
    std::vector<SeatRow> seats;
    std::vector<RepName> people;     // who may be given a seat or hours of their own, by name
    std::vector<RouteRow> routes;    // newest first
    SpeedReport speed;               // of 90 days
    std::vector<SpeedRow> speedRows; // behind it, newest first
    bool operator==(const GuardView &) const = default;
};

} // namespace topline::domain
