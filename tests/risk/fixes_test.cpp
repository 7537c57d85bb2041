#include "core/risk/assess.h"
#include "core/risk/fixes.h"
#include "tests/risk/facts_builder.h"

#include <gtest/gtest.h>

namespace topline::risk {
namespace {

using domain::FixKind;
using domain::RiskRule;
using domain::ScrubChoice;

const domain::RiskPolicy usual;

TEST(Fixes, NameTheWarningThatTakesMostRiskAway)
{
    const auto norms = Norms::of(wonDeals(20), base::Currency::usd(), usual);
    const auto stages = testStages();
    auto facts = openFacts(5);
    facts.engaged = 1;
    facts.pushes = 3;
    const auto risk = assess(facts, {usual, norms, stages, testNow, 0});
    const auto fix = bestFix(risk, 1'000'000);
    ASSERT_TRUE(fix);
    EXPECT_EQ(fix->rule, RiskRule::ClosePushed);
    EXPECT_EQ(fix->kind, FixKind::MoveDate);
    EXPECT_EQ(fix->reliefMilli, 24'000);
    EXPECT_EQ(fix->savedMinor, 240'000);
    EXPECT_FALSE(bestFix(assess(openFacts(6), {usual, norms, stages, testNow, 0}), 1'000'000));
}

TEST(Fixes, CountTheWarningAsGoneWhereNoMedianIsKnown)
{
    const auto stages = testStages();
    auto facts = openFacts(5);
    facts.nextStep = false;
    const auto fix = bestFix(assess(facts, {usual, {}, stages, testNow, 0}), 500'000);
    ASSERT_TRUE(fix);
    EXPECT_EQ(fix->kind, FixKind::AgreeNextStep);
    EXPECT_EQ(fix->reliefMilli, 10'000);
}

TEST(Fixes, AreOrderedByTheMoneyTheySave)
{
    std::vector<domain::RiskFix> fixes(3);
    fixes[0] = {{1}, RiskRule::Stalled, FixKind::SavePlay, 10'000, 100, 10};
    fixes[1] = {{2}, RiskRule::Stalled, FixKind::SavePlay, 20'000, 100, 20};
    fixes[2] = {{3}, RiskRule::Stalled, FixKind::SavePlay, 20'000, 100, 20};
    orderFixes(fixes);
    EXPECT_EQ(fixes[0].deal, domain::DealId{2});
    EXPECT_EQ(fixes[1].deal, domain::DealId{3});
    EXPECT_EQ(fixes[2].deal, domain::DealId{1});
}

TEST(Zombies, AreOldSilentOrPushed)
{
    const auto norms = Norms::of(wonDeals(10), base::Currency::usd(), usual); // p90: 40 days
    EXPECT_FALSE(zombieOf(openFacts(1), norms, usual, testNow));

    auto old = openFacts(1);
    old.startMs = testNow - 80 * base::dayMs;
    EXPECT_FALSE(zombieOf(old, norms, usual, testNow)) << "twice is not more than twice";
    old.startMs = testNow - 81 * base::dayMs;
    auto zombie = zombieOf(old, norms, usual, testNow);
    ASSERT_TRUE(zombie);
    EXPECT_TRUE(zombie->tooOld && !zombie->silent && !zombie->pushed);
    EXPECT_EQ(*zombie->limitDays, 80);
    EXPECT_EQ(zombie->suggestion, ScrubChoice::Keep) << "its date is still ahead";
    EXPECT_FALSE(zombieOf(old, Norms(), usual, testNow)) << "without won deals nobody is too old";

    auto pushed = openFacts(2);
    pushed.pushes = 3;
    zombie = zombieOf(pushed, norms, usual, testNow);
    ASSERT_TRUE(zombie);
    EXPECT_EQ(zombie->suggestion, ScrubChoice::Push);

    auto silent = openFacts(3);
    silent.startMs = testNow - 70 * base::dayMs;
    silent.lastTwoWayMs = testNow - 45 * base::dayMs;
    EXPECT_FALSE(zombieOf(silent, norms, usual, testNow));
    silent.lastTwoWayMs = testNow - 46 * base::dayMs;
    zombie = zombieOf(silent, norms, usual, testNow);
    ASSERT_TRUE(zombie);
    EXPECT_TRUE(zombie->silent);
    EXPECT_EQ(zombie->suggestion, ScrubChoice::Keep);
    silent.pushes = 3;
    EXPECT_EQ(zombieOf(silent, norms, usual, testNow)->suggestion, ScrubChoice::Lose);
    silent.pushes = 0;
    silent.lastTwoWayMs = testNow - 91 * base::dayMs;
    EXPECT_EQ(zombieOf(silent, norms, usual, testNow)->suggestion, ScrubChoice::Lose);
}

TEST(Zombies, OfDealsThatWereNeverTouchedAreSilentSinceTheyBegan)
{
    auto facts = openFacts(1);
    facts.lastTwoWayMs.reset();
    facts.startMs = testNow - 50 * base::dayMs;
    ASSERT_TRUE(zombieOf(facts, Norms(), usual, testNow));
    facts.account = {};
    EXPECT_FALSE(zombieOf(facts, Norms(), usual, testNow)) << "without an account, no events";
    facts.kind = domain::StageKind::Won;
    facts.pushes = 9;
    EXPECT_FALSE(zombieOf(facts, Norms(), usual, testNow));
}

} // namespace
} // namespace topline::risk
