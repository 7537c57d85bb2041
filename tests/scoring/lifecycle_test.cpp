#include "core/scoring/lifecycle.h"
#include "tests/scoring/history_parts.h"

#include <gtest/gtest.h>

namespace topline::scoring {

using domain::LifecycleStage;
using domain::LifecycleStep;
using domain::SignalType;
using Steps = std::vector<LifecycleStep>;

namespace {

constexpr domain::AccountId home{7};
constexpr base::UtcMs born = testNow - 90 * base::dayMs;

domain::Signal signalAt(SignalType type, base::UtcMs atMs)
{
    domain::Signal out;
    out.type = type;
    out.occurredMs = atMs;
    return out;
}

} // namespace

TEST(Lifecycle, MqlIsFitOfBAndTwoEngagementSignalsAtTheSecond)
{
    const auto history = historyWith({});
    std::vector<domain::Signal> signals = {signalAt(SignalType::PricingRevisit, testNow - 100),
                                           signalAt(SignalType::StageStall, testNow - 90)};
    const Steps lead = {{home, LifecycleStage::Lead, born}};
    EXPECT_EQ(newSteps({history, signals, 100'000, {}, {}}, {}, testNow), lead);
    signals.push_back(signalAt(SignalType::Reply, testNow - 200));
    EXPECT_EQ(newSteps({history, signals, 39'999, {}, {}}, {}, testNow), lead);
    EXPECT_EQ(newSteps({history, signals, 40'000, {}, {}}, {}, testNow),
              (Steps{lead[0], {home, LifecycleStage::MarketingQualified, testNow - 100}}));
}

TEST(Lifecycle, WhatIsStoredIsNeverFoundAgain)
{
    const auto history = historyWith({});
    const std::vector<domain::Signal> signals = {signalAt(SignalType::Reply, testNow - 9),
                                                 signalAt(SignalType::Surge, testNow - 8)};
    const Steps known = {{home, LifecycleStage::Lead, 1},
                         {home, LifecycleStage::MarketingQualified, 2}};
    EXPECT_TRUE(newSteps({history, signals, 100'000, {}, known}, {}, testNow).empty());
}

TEST(Lifecycle, WhatSalesWorksOnDoesNotBecomeAnMqlLater)
{
    auto history = historyWith({});
    const std::vector<domain::Signal> signals = {signalAt(SignalType::Reply, testNow - 9),
                                                 signalAt(SignalType::Surge, testNow - 8)};
    const Steps taken = {{home, LifecycleStage::Lead, 1},
                         {home, LifecycleStage::SalesAccepted, testNow - 10}};
    EXPECT_TRUE(newSteps({history, signals, 100'000, {}, taken}, {}, testNow).empty());
    history.deals = {dealIn(2)};
    const auto steps = newSteps({history, signals, 100'000, {}, {}}, {}, testNow);
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[1], (LifecycleStep{home, LifecycleStage::Opportunity, *dealIn(2).createdMs}));
}

TEST(Lifecycle, DealsMakeOpportunitiesAndCustomers)
{
    auto history = historyWith({});
    history.deals = {dealIn(6)}; // won
    history.stageChanges = {{{domain::DealId{1}, {}}, {domain::StageId{1}, {}}, testNow - 50},
                            {{domain::DealId{1}, {}}, {domain::StageId{6}, {}}, testNow - 20}};
    const auto steps = newSteps({history, {}, 0, {testNow - 30}, {}}, {}, testNow);
    EXPECT_EQ(steps, (Steps{{home, LifecycleStage::Lead, born},
                            {home, LifecycleStage::Opportunity, *dealIn(6).createdMs},
                            {home, LifecycleStage::SalesQualified, testNow - 30},
                            {home, LifecycleStage::Customer, testNow - 20}}));
    history.deals = {dealIn(7)}; // lost, and won before in another life
    EXPECT_EQ(newSteps({history, {}, 0, {}, {}}, {}, testNow).size(), 2u);
    history.deals[0].deleted = true;
    EXPECT_EQ(newSteps({history, {}, 0, {}, {}}, {}, testNow).size(), 1u);
}

TEST(Lifecycle, NoStepLiesInTheFuture)
{
    auto history = historyWith({});
    history.account.createdMs = testNow + 5;
    history.deals = {dealIn(6)};
    history.deals[0].createdMs = testNow + 5;
    history.deals[0].closeMs = testNow + 9;
    for (const auto &step : newSteps({history, {}, 0, {}, {}}, {}, testNow))
        EXPECT_EQ(step.atMs, testNow);
}

TEST(Lifecycle, AnMqlWaitsForARepForOneDay)
{
    const Steps steps = {{home, LifecycleStage::MarketingQualified, 500},
                         {home, LifecycleStage::Lead, 100}};
    auto found = lifecycleOf(steps, {});
    EXPECT_EQ(found.stage, LifecycleStage::MarketingQualified);
    EXPECT_EQ(found.acceptByMs, 500 + base::dayMs);
    EXPECT_EQ(found.steps.front().stage, LifecycleStage::Lead);
    found = lifecycleOf({steps[0], steps[1], {home, LifecycleStage::SalesAccepted, 600}}, {});
    EXPECT_EQ(found.stage, LifecycleStage::SalesAccepted);
    EXPECT_FALSE(found.acceptByMs.has_value());
    EXPECT_EQ(lifecycleOf({}, {}).stage, LifecycleStage::Lead);
}

} // namespace topline::scoring
