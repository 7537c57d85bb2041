// Thresholds of everything that decides, with their defaults. One value, handed to the pure
// functions; each row is a setting of the workspace. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/icp.h"
#include "core/domain/signal_policy.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::domain {

struct ScorePolicy {
    base::DurationMs clickHalfLifeMs = 7 * base::dayMs;
    base::DurationMs pageHalfLifeMs = 14 * base::dayMs;
    base::DurationMs meetingHalfLifeMs = 30 * base::dayMs;
    std::int64_t webCapPoints = 40;
    std::int64_t emailCapPoints = 20;
    std::int64_t meetingCapPoints = 40;
    std::int64_t hotPoints = 70;
    std::int64_t warmPoints = 40;
    std::int64_t hysteresisPoints = 3;
    base::DurationMs acceptMs = base::dayMs; // within which a rep takes on a qualified lead
    std::int64_t meddicFromMajor = 25'000;   // deals of at least this: MEDDIC instead of BANT
    IcpPolicy icp;                           // without profiles: the default one
    bool operator==(const ScorePolicy &) const = default;
};

struct SuppressionPolicy {
    base::DurationMs channelCooldownMs = 48 * base::hourMs;
    base::DurationMs touchWindowMs = 7 * base::dayMs;
    std::int64_t personTouchesMax = 3;
    std::int64_t accountTouchesMax = 5;
    base::DurationMs replyQuietMs = 7 * base::dayMs;
    base::DurationMs playCooldownMs = 14 * base::dayMs;
    bool operator==(const SuppressionPolicy &) const = default;
};

// Who is answered outside the recipient's hours, where they asked first. Numbers are stored.
enum class OffHours : std::int32_t {
    Nobody = 0,   // everything waits for the morning
    ByPerson = 1, // what a rep approves by hand leaves at once
    ByItself = 2, // and what plays answer by themselves
};

// Limits on what leaves, whoever approved it, and on what may run by itself.
struct GuardPolicy {
    std::int64_t autoMailsPerRepDay = 50;
    std::int64_t mailsPerDay = 200;      // of the whole workspace
    std::int64_t mailsPerDomainDay = 20; // to one recipient's mail domain
    base::DurationMs reachFromMs =
        8 * base::hourMs; // by the recipient's clock; no mail by itself before
    base::DurationMs reachToMs = 18 * base::hourMs;
    bool reachWeekends = false;
    OffHours offHours = OffHours::ByPerson;
    base::DurationMs coolOffMs = 14 * base::dayMs; // between two cadences to one person
    base::DurationMs absenceMs = 5 * base::dayMs;  // pause where an absence names no return
    bool needsConsent = false;                     // mail only to people with a stored basis
    std::int64_t promoteApprovals = 20;
    std::int64_t promoteUneditedPercent = 90;
    std::int64_t demoteBouncePermille = 30;
    std::int64_t demoteUnsubscribePermille = 10;
    std::int64_t demoteComplaintPermille = 1;
    std::int64_t demoteSendsMin = 20; // mails of the play before a rate demotes it
    std::int64_t breakerUnknowns = 3;
    base::DurationMs breakerWindowMs = 10 * base::minuteMs;
    bool operator==(const GuardPolicy &) const = default;
};

struct FeedPolicy {
    base::DurationMs freshnessHalfLifeMs = 3 * base::dayMs;
    base::DurationMs holdMs = 10 * base::secondMs; // between approval and execution
    base::DurationMs expireMs = 14 * base::dayMs;
    std::int64_t dailyCapacity = 40;
    bool operator==(const FeedPolicy &) const = default;
};

struct HoldoutPolicy {
    std::string salt; // "holdout:<programme>"
    std::int64_t sharePermille = 150;
    bool operator==(const HoldoutPolicy &) const = default;
};

struct Policy {
    SignalPolicy signals;
    ScorePolicy scores;
    SuppressionPolicy suppression;
    GuardPolicy guards;
    FeedPolicy feed;
    HoldoutPolicy holdout;
    std::string zone = "UTC"; // the rep's IANA zone: what "today" and "tomorrow 09:00" mean
    bool automationStopped = false;
    bool operator==(const Policy &) const = default;
};

} // namespace topline::domain
