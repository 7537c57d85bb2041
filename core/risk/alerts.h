// From what holds today to what anybody is told: one finding where too many deals trip one rule,
// one alert per deal, rule and episode otherwise. Called by the nightly pass. Pure: earlier states
// in, new ones out. Any thread, cannot fail.
#pragma once

#include "core/domain/risk_report.h"

#include <vector>

namespace topline::risk {

struct Trip {
    domain::DealId deal;
    domain::RiskRule rule = domain::RiskRule::NoActivity;
    bool folded = false; // told by a finding
    auto operator<=>(const Trip &) const = default;
};

struct Folded {
    std::vector<domain::HygieneFinding> findings; // by rule
    std::vector<Trip> trips;                      // by deal, then rule; without repeats
};

// A rule that more than policy.hygienePermille of the open deals trip becomes one finding, and its
// trips are folded into it. A finding about a single deal is that deal's own matter.
Folded foldTrips(std::vector<Trip> trips, std::int64_t openDeals, const domain::RiskPolicy &policy);

struct AlertStep {
    std::vector<domain::AlertState> states; // by deal, then rule
    std::vector<domain::AlertState> raised; // to be told now, each once; a deal unset: a finding
};

// An episode begins when a rule starts to hold, or holds again after it did not for
// policy.rearmMs; shorter breaks are the same episode. A deal told by a finding is not told again
// by itself while that episode lasts. States of deals that are not open any more go.
AlertStep stepAlerts(const std::vector<domain::AlertState> &before, const Folded &now,
                     const std::vector<domain::DealId> &openDeals, // ascending
                     const std::pair<base::UtcMs, base::DurationMs> &nowAndRearm);

} // namespace topline::risk
