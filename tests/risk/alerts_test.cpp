#include "core/base/random.h"
#include "core/risk/alerts.h"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace topline::risk {
namespace {

using domain::AlertState;
using domain::DealId;
using domain::RiskRule;

constexpr base::DurationMs rearm = 3 * base::dayMs;

Folded holding(std::vector<Trip> trips)
{
    Folded out;
    out.trips = std::move(trips);
    return out;
}

const Trip stalled{{7}, RiskRule::Stalled, false};
const std::vector<DealId> open = {{7}, {8}};

AlertStep step(const std::vector<AlertState> &before, const Folded &now, base::UtcMs at)
{
    return stepAlerts(before, now, open, {at, rearm});
}

TEST(Alerts, AreToldOncePerEpisode)
{
    const auto first = step({}, holding({stalled}), 0);
    ASSERT_EQ(first.raised.size(), 1U);
    EXPECT_EQ(first.raised[0].episode, 1);
    const auto second = step(first.states, holding({stalled}), base::dayMs);
    EXPECT_TRUE(second.raised.empty());
    ASSERT_EQ(second.states.size(), 1U);
    EXPECT_EQ(second.states[0].raisedMs, 0);
}

TEST(Alerts, AreToldAgainOnlyAfterThreeQuietDays)
{
    const auto raised = step({}, holding({stalled}), 0);
    const auto cleared = step(raised.states, holding({}), base::dayMs);
    EXPECT_EQ(cleared.states.at(0).clearedMs, base::dayMs);
    const auto soon = step(cleared.states, holding({stalled}), base::dayMs + rearm - 1);
    EXPECT_TRUE(soon.raised.empty());
    EXPECT_FALSE(soon.states.at(0).clearedMs) << "the same episode goes on";
    const auto later = step(cleared.states, holding({stalled}), base::dayMs + rearm);
    ASSERT_EQ(later.raised.size(), 1U);
    EXPECT_EQ(later.raised[0].episode, 2);
}

TEST(Alerts, StayQuietAboutDealsThatAFindingTold)
{
    Folded now = foldTrips({{{7}, RiskRule::NoNextStep, false}, {{8}, RiskRule::NoNextStep, false}},
                           9, domain::RiskPolicy{});
    ASSERT_EQ(now.findings.size(), 1U);
    const auto first = step({}, now, 0);
    ASSERT_EQ(first.raised.size(), 1U);
    EXPECT_FALSE(first.raised[0].deal.isSet());
    // The share falls below a fifth: the deal left over is still the same episode.
    const auto second =
        step(first.states, holding({{{7}, RiskRule::NoNextStep, false}}), base::dayMs);
    EXPECT_TRUE(second.raised.empty());
}

TEST(Alerts, GoWithDealsThatAreNoLongerOpen)
{
    const auto first =
        stepAlerts({}, holding({{{9}, RiskRule::Silence, false}}), {{9}}, {0, rearm});
    EXPECT_EQ(first.states.size(), 1U);
    EXPECT_TRUE(step(first.states, holding({}), base::dayMs).states.empty());
}

TEST(Findings, NeedMoreThanAFifthOfTheOpenDeals)
{
    const domain::RiskPolicy policy;
    std::vector<Trip> trips = {{{1}, RiskRule::Silence, false}, {{2}, RiskRule::Silence, false}};
    EXPECT_TRUE(foldTrips(trips, 10, policy).findings.empty()) << "a fifth is not more";
    const auto folded = foldTrips(trips, 9, policy);
    ASSERT_EQ(folded.findings.size(), 1U);
    EXPECT_EQ(folded.findings[0].deals, (std::vector<DealId>{{1}, {2}}));
    EXPECT_TRUE(folded.trips[0].folded);
    trips.push_back({{3}, RiskRule::Stalled, false});
    EXPECT_FALSE(foldTrips(trips, 9, policy).trips.back().folded) << "one deal is no pipeline";
    EXPECT_TRUE(foldTrips({{{3}, RiskRule::Stalled, false}}, 1, policy).findings.empty());
}

// A simple model of the promise: between two alerts about one deal and rule there are three days
// in a row without it.
TEST(Alerts, NeverComeTwiceInOneEpisodeWhateverHappens)
{
    constexpr std::uint64_t seed = 5'150;
    base::Random random(seed);
    const RiskRule rules[] = {RiskRule::Stalled, RiskRule::Ghosted, RiskRule::StageAge};
    for (int round = 0; round < 300; ++round) {
        std::vector<AlertState> states;
        std::map<std::pair<DealId, RiskRule>, base::UtcMs> lastHeld;
        std::vector<DealId> deals;
        for (std::int64_t id = 1; id <= 12; ++id)
            deals.push_back({id});
        base::UtcMs at = 0;
        for (int day = 0; day < 60; ++day) {
            at += random.between(1, 2 * base::dayMs);
            std::vector<Trip> trips;
            const double chance = random.uniform() * 0.5;
            for (const auto deal : deals) {
                for (const auto rule : rules) {
                    if (random.chance(chance))
                        trips.push_back({deal, rule, false});
                }
            }
            const auto folded = foldTrips(trips, 12, domain::RiskPolicy{});
            const auto next = stepAlerts(states, folded, deals, {at, rearm});
            std::set<std::pair<DealId, RiskRule>> told;
            for (const auto &alert : next.raised) {
                const std::pair key{alert.deal, alert.rule};
                ASSERT_TRUE(told.insert(key).second) << "seed " << seed << ", round " << round;
                const auto held = lastHeld.find(key);
                ASSERT_TRUE(held == lastHeld.end() || at - held->second >= rearm)
                    << "seed " << seed << ", round " << round;
            }
            for (const auto &trip : folded.trips)
                lastHeld[{trip.deal, trip.rule}] = at;
            for (const auto &finding : folded.findings)
                lastHeld[{DealId{}, finding.rule}] = at;
            states = next.states;
        }
    }
}

} // namespace
} // namespace topline::risk
