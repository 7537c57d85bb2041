#include "core/risk/alerts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace topline::risk {

using domain::AlertState;
using domain::DealId;
using domain::RiskRule;

Folded foldTrips(std::vector<Trip> trips, std::int64_t openDeals, const domain::RiskPolicy &policy)
{
    std::map<RiskRule, std::set<DealId>> byRule;
    for (const auto &trip : trips)
        byRule[trip.rule].insert(trip.deal);
    Folded out;
    std::set<RiskRule> folded;
    for (const auto &[rule, deals] : byRule) {
        const auto n = static_cast<std::int64_t>(deals.size());
        if (n < 2 || n * 1000 <= policy.hygienePermille * openDeals)
            continue;
        folded.insert(rule);
        domain::HygieneFinding finding;
        finding.rule = rule;
        finding.open = openDeals;
        finding.deals.assign(deals.begin(), deals.end());
        out.findings.push_back(std::move(finding));
    }
    for (auto &trip : trips)
        trip.folded = folded.contains(trip.rule);
    std::sort(trips.begin(), trips.end());
    trips.erase(std::unique(trips.begin(), trips.end()), trips.end());
    out.trips = std::move(trips);
    return out;
}

AlertStep stepAlerts(const std::vector<AlertState> &before, const Folded &now,
                     const std::vector<DealId> &openDeals,
                     const std::pair<base::UtcMs, base::DurationMs> &nowAndRearm)
{
    const auto [nowMs, rearmMs] = nowAndRearm;
    std::map<std::pair<DealId, RiskRule>, AlertState> states;
    for (const auto &state : before) {
        const bool isOpen = !state.deal.isSet() ||
                            std::binary_search(openDeals.begin(), openDeals.end(), state.deal);
        if (isOpen)
            states[{state.deal, state.rule}] = state;
    }
    std::vector<Trip> holds = now.trips;
    for (const auto &finding : now.findings)
        holds.push_back({DealId{}, finding.rule, false});

    AlertStep out;
    std::set<std::pair<DealId, RiskRule>> standing;
    for (const auto &trip : holds) {
        const std::pair key{trip.deal, trip.rule};
        standing.insert(key);
        const auto known = states.find(key);
        const bool goesOn = known != states.end() && (!known->second.clearedMs ||
                                                      nowMs - *known->second.clearedMs < rearmMs);
        if (goesOn) {
            known->second.clearedMs.reset();
            continue;
        }
        AlertState fresh{trip.deal, trip.rule, 1, nowMs, std::nullopt, trip.folded};
        if (known != states.end())
            fresh.episode = known->second.episode + 1;
        states[key] = fresh;
        if (!trip.folded)
            out.raised.push_back(fresh);
    }
    for (auto &[key, state] : states) {
        if (!state.clearedMs && !standing.contains(key))
            state.clearedMs = nowMs;
        out.states.push_back(state);
    }
    return out;
}

} // namespace topline::risk
