#include "core/scoring/tier_rate.h"
#include "tests/scoring/history_parts.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::EventKind;
using domain::Tier;
using domain::TierVerdict;

namespace {

std::vector<TierMoment> moments(Tier tier, int met, int all)
{
    std::vector<TierMoment> out(static_cast<std::size_t>(all), TierMoment{tier, false});
    for (int i = 0; i < met; ++i)
        out[static_cast<std::size_t>(i)].met = true;
    return out;
}

domain::TierReport reportOf(std::initializer_list<std::vector<TierMoment>> parts)
{
    std::vector<TierMoment> all;
    for (const auto &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return measureTiers(all);
}

} // namespace

TEST(TierRate, LooksAtWholeFortnightsAfterEachMoment)
{
    auto history = historyWith({eventAt(EventKind::PageView, 42 * base::dayMs),
                                eventAt(EventKind::MeetingBooked, 14 * base::dayMs)});
    // The meeting on the very end of a fortnight belongs to that fortnight alone.
    std::vector<TierMoment> wanted = {{Tier::Cold, false}, {Tier::Cold, true}, {Tier::Cold, false}};
    EXPECT_EQ(tierMoments(history, {}, testNow), wanted);
    history.events.push_back(eventAt(EventKind::MeetingHeld, 0));
    wanted.back().met = true;
    EXPECT_EQ(tierMoments(history, {}, testNow), wanted);
}

TEST(TierRate, ScoresEachMomentByWhatHadHappenedUntilThen)
{
    auto history = historyWith({eventAt(EventKind::DemoRequested, 20 * base::dayMs),
                                eventAt(EventKind::PageView, 30 * base::dayMs)});
    history.account.industry = "Logistics";
    history.account.employees = 500;
    auto found = tierMoments(history, {}, testNow);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].tier, Tier::Cold); // 35 and hardly anything
    EXPECT_EQ(found[1].tier, Tier::Warm); // 35 and most of 20
    history.events[0].suspectBot = true;
    found = tierMoments(history, {}, testNow);
    EXPECT_EQ(found[1].tier, Tier::Cold);
    EXPECT_TRUE(tierMoments(historyWith({}), {}, testNow).empty());
}

TEST(TierRate, SaysNothingBeforeAHundredMoments)
{
    const auto report = reportOf({moments(Tier::Hot, 20, 20), moments(Tier::Cold, 0, 79)});
    EXPECT_EQ(report.verdict, TierVerdict::Collecting);
    EXPECT_EQ(report.momentsNeeded, 1);
    EXPECT_EQ(report.moments, 99);
    EXPECT_EQ(reportOf({}).momentsNeeded, 100);
    EXPECT_FALSE(reportOf({}).baseRate.has_value());
}

TEST(TierRate, HotIsProvenByItsLowerEndAgainstTheBaseRate)
{
    // Base 28 of 420 is 6.7 %; the lower end of 20 of 40 is 40 %.
    auto report = reportOf(
        {moments(Tier::Hot, 20, 40), moments(Tier::Warm, 4, 80), moments(Tier::Cold, 4, 300)});
    EXPECT_EQ(report.verdict, TierVerdict::Proven);
    ASSERT_EQ(report.tiers.size(), 3u);
    EXPECT_EQ(report.tiers[0].tier, Tier::Hot);
    EXPECT_DOUBLE_EQ(*report.tiers[0].rate, 0.5);
    EXPECT_NEAR(*report.tiers[0].low, 0.401, 0.002); // Wilson, z = 1.2816
    EXPECT_EQ(report.tiers[1].moments, 80);
    EXPECT_EQ(report.tiers[2].met, 4);
    // The same rate from too few: its lower end is 3.9 %, the base 1.5 %.
    report = reportOf({moments(Tier::Hot, 1, 8), moments(Tier::Cold, 4, 300)});
    EXPECT_EQ(report.verdict, TierVerdict::NotProven);
    EXPECT_EQ(reportOf({moments(Tier::Hot, 0, 200)}).verdict, TierVerdict::NotProven);
    EXPECT_EQ(reportOf({moments(Tier::Cold, 5, 200)}).verdict, TierVerdict::NotProven);
}

} // namespace topline::scoring
