#include "core/risk/anomalies.h"
#include "core/risk/survey.h"
#include "core/stats/gamma_tail.h"
#include "tests/risk/facts_builder.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::risk {
namespace {

using domain::AnomalyLevel;
using domain::RiskFacts;
using domain::RiskRule;

class AnomaliesTest : public testing::Test {
protected:
    AnomalyQuestion question()
    {
        norms = Norms::of(deals, base::Currency::usd(), policy);
        return {deals, norms, policy, prices, testNow};
    }

    // Won deals whose stays in stage 2 lasted 1, 2, … count days.
    void addLadder(int count)
    {
        for (int i = 1; i <= count; ++i) {
            RiskFacts facts = wonFacts(1'000 + i);
            facts.stays.back().enteredMs = *facts.closedMs - i * base::dayMs;
            deals.push_back(facts);
        }
    }

    void addOpen(std::int64_t id, double daysInStage)
    {
        RiskFacts facts = openFacts(id);
        facts.stays.back().enteredMs =
            testNow - static_cast<base::DurationMs>(daysInStage * base::dayMs);
        deals.push_back(facts);
    }

    std::vector<RiskFacts> deals;
    domain::RiskPolicy policy;
    Norms norms;
    std::map<domain::ProductId, base::Money> prices;
};

TEST_F(AnomaliesTest, StageAgeIsThePercentileOfACurveThatCountsOpenDeals)
{
    addLadder(80);
    addOpen(1, 79.5);
    addOpen(2, 75.5);
    addOpen(3, 10.5);
    const auto ages = stageAges(question());
    EXPECT_EQ(ages.asked, 3);
    ASSERT_EQ(ages.anomalies.size(), 2U);
    EXPECT_EQ(ages.anomalies[0].deal, domain::DealId{1});
    EXPECT_EQ(ages.anomalies[0].level, AnomalyLevel::Alert);
    EXPECT_EQ(ages.anomalies[1].deal, domain::DealId{2});
    EXPECT_EQ(ages.anomalies[1].level, AnomalyLevel::Warn);
    // By hand: an exit on each day, the open ones among those at risk up to their age.
    double left = 1;
    for (int day = 1; day <= 79; ++day)
        left *= 1 - 1.0 / (81 - day + 1 + (day <= 75) + (day <= 10));
    EXPECT_NEAR(ages.anomalies[0].p, left, 1e-12);
    EXPECT_EQ(ages.anomalies[0].cohort.n, 80);
    EXPECT_EQ(ages.anomalies[0].cohort.stage, domain::StageId{2});
    EXPECT_EQ(ages.anomalies[0].cohort.segment, "industry Software");
}

TEST_F(AnomaliesTest, ACohortNeedsTwentyExitsAndElseAsksItsParent)
{
    addLadder(19);
    addOpen(1, 30);
    EXPECT_EQ(stageAges(question()).asked, 0);
    RiskFacts other = wonFacts(2'000);
    other.industry = "Farming";
    deals.push_back(other);
    const auto ages = stageAges(question());
    EXPECT_EQ(ages.asked, 1);
    ASSERT_FALSE(ages.anomalies.empty());
    EXPECT_EQ(ages.anomalies[0].cohort.segment, "") << "the stage over all segments";
    EXPECT_EQ(ages.anomalies[0].cohort.n, 20);
}

TEST_F(AnomaliesTest, ManyQuestionsNeedStrongerAnswers)
{
    addLadder(400);
    // One deal of two hundred past .95 is what chance brings.
    for (int i = 0; i < 200; ++i)
        addOpen(1 + i, i == 0 ? 385.5 : 1.5);
    const auto ages = stageAges(question());
    ASSERT_EQ(ages.anomalies.size(), 1U);
    EXPECT_LT(ages.anomalies[0].p, 0.05);
    EXPECT_GT(ages.anomalies[0].q, 0.10);
    EXPECT_EQ(ages.anomalies[0].level, AnomalyLevel::Warn);
}

TEST_F(AnomaliesTest, AValueDropIsHeldAgainstWonDealsThatNeverDropped)
{
    deals = wonDeals(8);
    RiskFacts small = openFacts(1);
    small.amount = dollars(900); // z = .6745 ln .9 / ln 1.05 = -1.46
    RiskFacts large = openFacts(2);
    large.amount = dollars(700); // -4.93
    deals.push_back(small);
    deals.push_back(large);
    auto found = ratioAnomalies(RiskRule::ValueDrop, question());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deal, domain::DealId{2});
    EXPECT_NEAR(*found[0].z, -4.930856, 1e-6);
    EXPECT_NEAR(found[0].value, 0.7, 1e-12);
    EXPECT_NEAR(*found[0].usual, 1, 1e-12);
    EXPECT_EQ(found[0].cohort.n, 8);
    deals.erase(deals.begin());
    EXPECT_TRUE(ratioAnomalies(RiskRule::ValueDrop, question()).empty()) << "seven are too few";
}

TEST_F(AnomaliesTest, ARiseIsNoDropAndADiscountIsMeasuredAgainstTheListPrice)
{
    deals = wonDeals(8);
    for (auto &deal : deals)
        deal.product = {3};
    RiskFacts cheap = openFacts(1);
    cheap.product = {3};
    cheap.firstMinor = cheap.amount->amountMinor = 50'000;
    RiskFacts dear = cheap;
    dear.deal = {2};
    dear.firstMinor = 10'000;
    dear.amount = dollars(2'000);
    deals.push_back(cheap);
    deals.push_back(dear);
    EXPECT_TRUE(ratioAnomalies(RiskRule::Discount, question()).empty()) << "no list price";
    prices[{3}] = dollars(1'000);
    const auto found = ratioAnomalies(RiskRule::Discount, question());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deal, domain::DealId{1});
    EXPECT_EQ(found[0].cohort.segment, "product 3");
    EXPECT_TRUE(ratioAnomalies(RiskRule::ValueDrop, question()).empty());
}

TEST_F(AnomaliesTest, ACycleIsTooLongOnlyOnTheLongSide)
{
    deals = wonDeals(8); // 40 days each
    RiskFacts slow = openFacts(1);
    slow.startMs = testNow - 60 * base::dayMs; // z = .6745 ln 1.5 / (.05 ln 40) = 1.48
    RiskFacts dead = openFacts(2);
    dead.startMs = testNow - 400 * base::dayMs;
    RiskFacts young = openFacts(3);
    young.startMs = testNow - base::dayMs;
    deals.insert(deals.end(), {slow, dead, young});
    const auto found = ratioAnomalies(RiskRule::CycleLength, question());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deal, domain::DealId{2});
}

TEST_F(AnomaliesTest, SilenceDependsOnTheDealsOwnRhythm)
{
    deals = wonDeals(8); // gaps of four days
    RiskFacts quiet = openFacts(1);
    quiet.lastTwoWayMs = testNow - 40 * base::dayMs;
    quiet.touches = 40;
    quiet.touchSpanMs = 39 * base::dayMs;
    RiskFacts slow = quiet;
    slow.deal = {2};
    slow.touches = 4;
    slow.touchSpanMs = 90 * base::dayMs;
    deals.insert(deals.end(), {quiet, slow});
    const auto found = silences(question());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].deal, domain::DealId{1});
    const auto belief = stats::gammaOfMedianGap(*found[0].usual).after(39, 39);
    EXPECT_DOUBLE_EQ(found[0].p, stats::gammaExponentialTail(belief, 40));
}

TEST_F(AnomaliesTest, TheSurveyDoesNotDependOnTheOrderOfDeals)
{
    addLadder(40);
    for (int i = 1; i <= 9; ++i)
        addOpen(i, 4.5 * i);
    const auto forward = surveyPipeline(question(), {});
    std::reverse(deals.begin(), deals.end());
    const auto backward = surveyPipeline(question(), {});
    EXPECT_EQ(forward.anomalies, backward.anomalies);
    EXPECT_EQ(forward.folded.findings, backward.folded.findings);
    EXPECT_EQ(forward.openDeals, backward.openDeals);
}

} // namespace
} // namespace topline::risk
