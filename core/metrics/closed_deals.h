// Deals that were won or lost within a period, as known at its end, and the classical velocity over
// them. Called by all metrics on any thread; pure, cannot fail.
#pragma once

#include "core/domain/metric.h"
#include "core/metrics/deal_book.h"

#include <optional>
#include <vector>

namespace topline::metrics {

struct ClosedDeal {
    const DealTrack *track = nullptr;
    bool won = false;
    std::optional<base::UtcMs> closedMs;     // absent when the source has no date
    std::optional<double> cycleDays;         // start to close
    std::optional<std::int64_t> amountMinor; // at close; only in the reporting currency
    bool otherCurrency = false;
};

struct AfterUntil {
    base::UtcMs afterMs = 0; // exclusive
    base::UtcMs untilMs = 0; // inclusive
};

// In scope, by deal id. A deal that was reopened later counts as closed until then.
std::vector<ClosedDeal> closedWithin(const DealBook &book, const AfterUntil &window);

// Every deal in scope that is closed at `at`, with or without a date.
std::vector<ClosedDeal> closedBy(const DealBook &book, base::UtcMs at);

std::vector<double> wonCycleDays(const std::vector<ClosedDeal> &closed);
std::vector<double> wonMinor(const std::vector<ClosedDeal> &closed);
std::int64_t wonCount(const std::vector<ClosedDeal> &closed);

// V = N W D / L with N closed deals, W = won / N, D the mean won amount, L the mean won cycle in
// days.
domain::Velocity velocityOf(const std::vector<ClosedDeal> &closed);

} // namespace topline::metrics
