#include "core/base/random.h"
#include "core/risk/assess.h"
#include "tests/risk/facts_builder.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <gtest/gtest.h>
#include <numeric>

namespace topline::risk {
namespace {

using domain::RiskFactor;
using domain::RiskFacts;
using domain::RiskRule;

const domain::RiskPolicy usual;
const std::vector<domain::Stage> stages = testStages();

domain::DealRisk assessed(const RiskFacts &facts, const Norms &norms = {},
                          const domain::RiskPolicy &policy = usual)
{
    return assess(facts, {policy, norms, stages, testNow, 0});
}

std::vector<RiskRule> firing(const domain::DealRisk &risk)
{
    std::vector<RiskRule> out;
    for (const auto &factor : risk.factors) {
        if (factor.fires)
            out.push_back(factor.rule);
    }
    return out;
}

const RiskFactor &factorOf(const domain::DealRisk &risk, RiskRule rule)
{
    const auto found = std::find_if(risk.factors.begin(), risk.factors.end(),
                                    [rule](const auto &factor) { return factor.rule == rule; });
    EXPECT_NE(found, risk.factors.end()) << domain::riskRuleName(rule);
    return *found;
}

TEST(Assess, ASoundDealHasNoRisk)
{
    const auto risk = assessed(openFacts(1));
    EXPECT_EQ(risk.totalMilli, 0);
    EXPECT_TRUE(firing(risk).empty());
    EXPECT_FALSE(risk.top);
}

TEST(Assess, EachWarningHoldsFromItsThresholdOn)
{
    using Change = std::function<void(RiskFacts &, bool)>; // true: just bad, false: just not
    const auto day = base::dayMs;
    const std::pair<RiskRule, Change> cases[] = {
        {RiskRule::NoActivity,
         [day](RiskFacts &f, bool bad) { f.lastTwoWayMs = testNow - 14 * day + (bad ? 0 : 1); }},
        {RiskRule::Ghosted,
         [day](RiskFacts &f, bool bad) {
             f.unanswered = bad ? 2 : 1;
             f.unansweredMs = testNow - 7 * day;
         }},
        {RiskRule::CloseOverdue,
         [day](RiskFacts &f, bool bad) { f.dueMs = testNow - day + (bad ? 0 : 1); }},
        {RiskRule::Stalled,
         [day](RiskFacts &f, bool bad) {
             f.stays.back().enteredMs = testNow - 14 * day - (bad ? 1 : 0);
         }},
        {RiskRule::SingleThreaded, [](RiskFacts &f, bool bad) { f.engaged = bad ? 1 : 2; }},
        {RiskRule::NoPower,
         [](RiskFacts &f, bool bad) {
             f.stage = {bad ? 3 : 2};
             f.leaders = 0;
         }},
        {RiskRule::ClosePushed, [](RiskFacts &f, bool bad) { f.pushes = bad ? 2 : 1; }},
        {RiskRule::AmountDropped, [](RiskFacts &f, bool bad) { f.dropPermille = bad ? 200 : 199; }},
        {RiskRule::RolesAbsent,
         [](RiskFacts &f, bool bad) {
             f.proposalSent = bad;
             f.roles = 0;
         }},
        {RiskRule::Competitor, [](RiskFacts &f, bool bad) { f.competitors = bad; }},
        {RiskRule::Concession, [](RiskFacts &f, bool bad) { f.concessions = bad; }},
        {RiskRule::NoNextStep, [](RiskFacts &f, bool bad) { f.nextStep = !bad; }},
    };
    ASSERT_EQ(std::size(cases), domain::riskWarningCount);
    for (const auto &[rule, change] : cases) {
        RiskFacts facts = openFacts(1);
        change(facts, true);
        EXPECT_EQ(firing(assessed(facts)), std::vector{rule}) << domain::riskRuleName(rule);
        facts = openFacts(1);
        change(facts, false);
        EXPECT_TRUE(firing(assessed(facts)).empty()) << domain::riskRuleName(rule);
    }
}

TEST(Assess, AWarningCanBeOffOrOtherwiseInOneStage)
{
    RiskFacts facts = openFacts(1);
    facts.nextStep = false;
    facts.pushes = 2;
    domain::RiskPolicy policy;
    auto &pushed = policy.warnings[static_cast<std::size_t>(RiskRule::ClosePushed) - 1];
    pushed.stageThresholds["Demo"] = 3;
    auto &step = policy.warnings[static_cast<std::size_t>(RiskRule::NoNextStep) - 1];
    step.offStages.insert("Demo");
    EXPECT_TRUE(firing(assessed(facts, {}, policy)).empty());
    facts.stage = {1};
    EXPECT_EQ(firing(assessed(facts, {}, policy)).size(), 2U);
    step.on = false;
    pushed.on = false;
    EXPECT_TRUE(firing(assessed(facts, {}, policy)).empty());
}

TEST(Assess, StalledIsHeldAgainstWonDealsOfTheStageAndSize)
{
    auto deals = wonDeals(9);
    RiskFacts facts = openFacts(1);
    facts.stays.back().enteredMs = testNow - 12 * base::dayMs;
    // Nine won deals are too few: 14 days count.
    auto risk = assessed(facts, Norms::of(deals, base::Currency::usd(), usual));
    EXPECT_FALSE(factorOf(risk, RiskRule::Stalled).fires);
    EXPECT_EQ(factorOf(risk, RiskRule::Stalled).cohort.n, 0);
    // With the tenth their ten days do.
    deals.push_back(wonFacts(1'009));
    const auto norms = Norms::of(deals, base::Currency::usd(), usual);
    risk = assessed(facts, norms);
    const auto &stalled = factorOf(risk, RiskRule::Stalled);
    EXPECT_TRUE(stalled.fires);
    EXPECT_EQ(stalled.threshold, 10 * base::dayMs);
    EXPECT_EQ(stalled.cohort.n, 10);
    EXPECT_EQ(stalled.cohort.stage, domain::StageId{2});
    EXPECT_EQ(stalled.cohort.size, 2);
    // A deal of another size has no such cohort.
    facts.amount = dollars(10);
    EXPECT_FALSE(factorOf(assessed(facts, norms), RiskRule::Stalled).fires);
}

TEST(Assess, ABigDealNeedsAThirdPerson)
{
    const auto norms = Norms::of(wonDeals(10), base::Currency::usd(), usual);
    RiskFacts facts = openFacts(1);
    facts.engaged = 2;
    EXPECT_TRUE(firing(assessed(facts, norms)).empty()) << "at the median";
    facts.amount = dollars(1'001);
    EXPECT_EQ(firing(assessed(facts, norms)), std::vector{RiskRule::SingleThreaded});
    EXPECT_FALSE(assessed(facts, norms).isLarge);
    facts.amount = dollars(3'001);
    EXPECT_TRUE(assessed(facts, norms).isLarge);
    facts.amount = dollars(500);
    EXPECT_TRUE(assess(facts, {usual, norms, stages, testNow, 240'000}).isLarge)
        << "more than a fifth of the quarter";
}

TEST(Assess, ADealWithoutAnAccountHasNoWarningsOfEvents)
{
    RiskFacts facts = openFacts(1);
    facts.account = {};
    facts.engaged = 0;
    facts.lastTwoWayMs.reset();
    EXPECT_TRUE(firing(assessed(facts)).empty());
    facts.kind = domain::StageKind::Won;
    EXPECT_TRUE(assessed(facts).factors.empty()) << "closed deals are not at risk";
}

TEST(Assess, TheCounterfactualIsTheRiskWithThatFactorAsUsual)
{
    const auto norms = Norms::of(wonDeals(20), base::Currency::usd(), usual);
    RiskFacts facts = openFacts(1);
    facts.engaged = 1;
    facts.pushes = 4;
    const auto risk = assessed(facts, norms);
    EXPECT_EQ(risk.totalMilli, 44'000); // 1 - .8 x .7
    EXPECT_EQ(*factorOf(risk, RiskRule::ClosePushed).deltaMilli, 20'000 - 44'000);
    EXPECT_EQ(*factorOf(risk, RiskRule::SingleThreaded).deltaMilli, 30'000 - 44'000);
    EXPECT_EQ(*factorOf(risk, RiskRule::AmountDropped).deltaMilli, 0);
    EXPECT_EQ(factorOf(risk, RiskRule::ClosePushed).cohort.n, 20);
    EXPECT_EQ(factorOf(risk, RiskRule::ClosePushed).cohort.segment, "industry Software");
    EXPECT_EQ(risk.top, RiskRule::ClosePushed);
    EXPECT_FALSE(factorOf(risk, RiskRule::NoNextStep).deltaMilli)
        << "what stood there before a win is not known";
}

TEST(Assess, AFactorAtItsMedianChangesNothing)
{
    constexpr std::uint64_t seed = 91;
    base::Random random(seed);
    for (int round = 0; round < 400; ++round) {
        auto deals = wonDeals(15);
        for (auto &won : deals) {
            won.pushes = random.between(0, 5);
            won.engaged = random.between(0, 4);
            won.dropPermille = random.between(0, 500);
            won.competitors = random.between(0, 2);
        }
        const auto norms = Norms::of(deals, base::Currency::usd(), usual);
        RiskFacts facts = openFacts(1);
        const auto at = [&](RiskRule rule) {
            return std::llround(norms.median(rule, facts)->value);
        };
        facts.pushes = at(RiskRule::ClosePushed);
        facts.engaged = at(RiskRule::SingleThreaded);
        facts.dropPermille = at(RiskRule::AmountDropped);
        facts.competitors = at(RiskRule::Competitor);
        const auto risk = assessed(facts, norms);
        for (const RiskRule rule : {RiskRule::ClosePushed, RiskRule::SingleThreaded,
                                    RiskRule::AmountDropped, RiskRule::Competitor})
            EXPECT_EQ(factorOf(risk, rule).deltaMilli, 0)
                << "seed " << seed << ", round " << round << ", " << domain::riskRuleName(rule);
    }
}

TEST(Parts, SumExactlyToTheTotalInTenThousandCases)
{
    constexpr std::uint64_t seed = 20'261'122;
    base::Random random(seed);
    for (int round = 0; round < 10'000; ++round) {
        std::vector<std::int64_t> weights(static_cast<std::size_t>(random.between(0, 12)));
        double left = 1;
        for (auto &weight : weights) {
            weight = random.chance(0.3) ? 0 : random.between(0, random.chance(0.1) ? 999 : 350);
            left *= 1 - static_cast<double>(weight) / 1000;
        }
        const auto parts = partsMilli(weights);
        const auto sum = std::accumulate(parts.begin(), parts.end(), std::int64_t{0});
        ASSERT_EQ(sum, totalMilli(weights)) << "seed " << seed << ", round " << round;
        ASSERT_NEAR(static_cast<double>(sum), 100'000 * (1 - left), 0.51);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            ASSERT_GE(parts[i], 0);
            ASSERT_EQ(weights[i] == 0, parts[i] == 0) << "seed " << seed << ", round " << round;
            for (std::size_t j = 0; j < weights.size(); ++j)
                ASSERT_TRUE(weights[i] <= weights[j] || parts[i] >= parts[j]);
        }
    }
}

TEST(CommitRisk, IsHowFarTheChanceFallsShortOfThePeers)
{
    EXPECT_EQ(commitRiskPermille({0.15, 0.2}), 250);
    EXPECT_EQ(commitRiskPermille({0.3, 0.2}), 0);
    EXPECT_EQ(commitRiskPermille({0, 0.2}), 1'000);
    EXPECT_FALSE(commitRiskPermille({0.3, 0}));
    const auto risk = assess(openFacts(1), {usual, {}, stages, testNow, 0}, CommitOdds{0.1, 0.4});
    EXPECT_EQ(risk.commitRiskPermille, 750);
}

} // namespace
} // namespace topline::risk
