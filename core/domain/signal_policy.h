// Thresholds of the detectors and of the filter for machines, with their defaults; every row is a
// setting of the workspace. Handed to core/signals; changed by a person after a dry run. Plain
// values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/signal.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::domain {

struct SignalPolicy {
    base::DurationMs lookBackMs = 180 * base::dayMs;   // events older than this play no part
    base::DurationMs visitGapMs = 30 * base::minuteMs; // views closer than this are one visit
    std::vector<std::string> disabled; // names of signal types that are not looked for

    // Web.
    base::DurationMs pricingWindowMs = 7 * base::dayMs;
    std::int64_t pricingVisitsMin = 2; // the second visit in the window
    base::DurationMs compareWindowMs = 7 * base::dayMs;
    std::int64_t docsPagesMin = 3; // within one visit, or
    base::DurationMs docsReadMinMs = 5 * base::minuteMs;
    base::DurationMs deepVisitMinMs = 3 * base::minuteMs; // length of the visit, with
    std::int64_t deepScrollPercentMin = 75;
    std::int64_t intentScoreMin = 70; // third-party intent, 0 to 100

    // Proposals and deal rooms.
    std::int64_t proposalViewsMin = 2;
    base::DurationMs proposalWindowMs = 14 * base::dayMs;
    base::DurationMs roomQuietMs = 14 * base::dayMs;

    // Surges: the literal rule, and the account's own baseline (Gamma-Poisson).
    base::DurationMs surgeWindowMs = 48 * base::hourMs;
    std::int64_t surgeEventsMin = 3;
    base::DurationMs surgeCooldownMs = 72 * base::hourMs;
    base::DurationMs baselineMs = 28 * base::dayMs;
    base::DurationMs baselinePriorMs = 28 * base::dayMs; // weight of the prior Gamma(0.5, this)
    std::int64_t baselineTailPpm = 10'000;               // fires below this tail probability
    std::int64_t baselineEventsMin = 3;
    std::int64_t baselinePeopleMin = 2;

    // Deals.
    base::DurationMs stallMs = 14 * base::dayMs;
    base::DurationMs silenceMs = 30 * base::dayMs;
    std::int64_t amountMovePercentMin = 20;
    base::DurationMs closeMoveMinMs = 7 * base::dayMs;
    base::DurationMs lostReturnMinMs = 30 * base::dayMs; // since the loss

    // People.
    base::DurationMs championSilentMs = 10 * base::dayMs;
    base::DurationMs stakeholderNewMs =
        14 * base::dayMs; // a deal older than this gets a new person

    // Product, billing, support.
    std::int64_t usageDropPercent = 40; // a week against the median of the four before it
    std::int64_t usageSpikePercent = 200;
    std::int64_t usageWeekMin = 50; // usual events a week below which a drop says nothing
    std::int64_t usageLimitPercent = 80;
    base::DurationMs ticketWindowMs = 7 * base::dayMs;
    std::int64_t ticketsMin = 3;
    base::DurationMs renewalMs = 90 * base::dayMs;

    // Machines: kept and shown struck through, weight nothing, taken back by a person.
    base::DurationMs botAfterSendMs = 10 * base::secondMs;
    std::int64_t botLinksMin = 3;
    base::DurationMs botBurstMs = 5 * base::secondMs;

    bool operator==(const SignalPolicy &) const = default;
};

} // namespace topline::domain
