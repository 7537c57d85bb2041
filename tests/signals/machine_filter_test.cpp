#include "core/signals/machine_filter.h"
#include "tests/signals/history_builder.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::EventKind;
using domain::ReasonCode;

namespace {

std::vector<domain::SuspectEvent> suspects(HistoryBuilder &h)
{
    return signals::suspectsOf(h.history(), {});
}

} // namespace

TEST(MachineFilter, WhatFollowsTheMailWithinTenSecondsIsNoPerson)
{
    HistoryBuilder h;
    h.event(EventKind::EmailSent, start);
    h.event(EventKind::EmailOpened, start + 9'999);
    h.event(EventKind::EmailClicked, start + 10'000);
    h.event(EventKind::EmailClicked, start + 3'000, 2); // another person's
    const auto found = suspects(h);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].event, domain::EventId{2});
    EXPECT_EQ(found[0].reason.code, ReasonCode::BotTooFast);
}

TEST(MachineFilter, ThreeLinksWithinFiveSecondsAreAScanner)
{
    HistoryBuilder h;
    h.event(EventKind::EmailClicked, start);
    h.event(EventKind::EmailClicked, start + 2'000);
    h.event(EventKind::EmailClicked, start + 5'001);
    EXPECT_TRUE(suspects(h).empty());
    h.event(EventKind::EmailClicked, start + 5'002);
    const auto found = suspects(h);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].event, domain::EventId{2});
    EXPECT_EQ(found[2].reason.code, ReasonCode::BotBurst);
}

TEST(MachineFilter, ExactlyFiveSecondsAreStillABurst)
{
    HistoryBuilder h;
    for (const int atMs : {0, 2'000, 5'000})
        h.event(EventKind::EmailClicked, start + atMs);
    EXPECT_EQ(suspects(h).size(), 3u);
}

TEST(MachineFilter, APersonsWordTakesItBack)
{
    HistoryBuilder h;
    h.event(EventKind::PricingView, start).suspectBot = true;
    h.event(EventKind::PricingView, start + day);
    auto found = suspects(h);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].reason.code, ReasonCode::BotSaidSource);
    signals::markSuspects(h.history(), found);
    EXPECT_TRUE(h.find(domain::SignalType::PricingRevisit, start + 2 * day).empty());

    h.history().trusted = {domain::EventId{1}};
    found = suspects(h);
    EXPECT_TRUE(found.empty());
    signals::markSuspects(h.history(), found);
    EXPECT_EQ(h.find(domain::SignalType::PricingRevisit, start + 2 * day).size(), 1u);
}

TEST(MachineFilter, OrderOfArrivalDoesNotMatter)
{
    HistoryBuilder h;
    for (int i = 0; i < 12; ++i)
        h.event(i % 4 == 0 ? EventKind::EmailSent : EventKind::EmailClicked, start + i * 1'700);
    const auto before = suspects(h);
    EXPECT_FALSE(before.empty());
    std::reverse(h.history().events.begin(), h.history().events.end());
    EXPECT_EQ(suspects(h), before);
}

TEST(Detectors, ADisabledOneFindsNothing)
{
    HistoryBuilder h;
    h.event(EventKind::DemoRequested, start);
    domain::SignalPolicy policy;
    EXPECT_EQ(signals::detectAll(h.history(), policy, start).size(), 1u);
    policy.disabled = {"demo_request"};
    EXPECT_TRUE(signals::detectAll(h.history(), policy, start).empty());
    EXPECT_FALSE(signals::nextDueMs(h.history(), policy, start));
}
