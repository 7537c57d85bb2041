// Usage, support and billing.
#include "tests/signals/history_builder.h"

#include <gtest/gtest.h>

using namespace topline;
using namespace topline::test;
using domain::EventKind;
using domain::SignalType;

namespace {

// A Monday, 00:00 UTC.
constexpr base::UtcMs monday = 1'759'708'800'000;

HistoryBuilder weeksOf(std::initializer_list<int> units)
{
    HistoryBuilder h;
    std::int64_t week = 0;
    for (const int count : units) {
        if (count > 0)
            h.event(EventKind::ProductUsed, monday + week * 7 * day + 3 * day).amount = count;
        ++week;
    }
    return h;
}

} // namespace

TEST(UsageDrop, IsToldAtTheEndOfAWeekFortyPercentBelowTheUsualOne)
{
    // Usual: the median of 100, 90, 110, 100.
    auto h = weeksOf({100, 90, 110, 100, 60});
    EXPECT_TRUE(h.find(SignalType::UsageDrop, monday + 35 * day - 1).empty());
    const auto found = h.find(SignalType::UsageDrop, monday + 35 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 40);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[1]), 100);
    EXPECT_TRUE(
        weeksOf({100, 90, 110, 100, 61}).find(SignalType::UsageDrop, monday + 35 * day).empty());
}

TEST(UsageDrop, SilenceIsADropOnceAndLittleUseSaysNothing)
{
    EXPECT_EQ(weeksOf({50, 50, 50, 50}).find(SignalType::UsageDrop, monday + 90 * day).size(), 1u);
    EXPECT_TRUE(weeksOf({9, 9, 9, 9}).find(SignalType::UsageDrop, monday + 90 * day).empty());
    // Back to the usual, then down again: twice.
    EXPECT_EQ(weeksOf({50, 50, 50, 50, 10, 50, 50, 10})
                  .find(SignalType::UsageDrop, monday + 56 * day)
                  .size(),
              2u);
}

TEST(UsageSpike, IsDatedAtTheUseThatDoublesTheUsualWeek)
{
    auto h = weeksOf({50, 50, 50, 50, 99});
    const base::UtcMs week = monday + 28 * day;
    EXPECT_TRUE(h.find(SignalType::UsageSpike, week + 7 * day).empty());
    h.event(EventKind::ProductUsed, week + 4 * day).amount = 1;
    h.event(EventKind::ProductUsed, week + 5 * day).amount = 70;
    const auto found = h.find(SignalType::UsageSpike, week + 7 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].occurredMs, week + 4 * day);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 200);
}

TEST(UsageNearLimit, FiresWhenTheLevelCrossesEightyPercent)
{
    HistoryBuilder h;
    const int levels[] = {79, 80, 95, 60, 81};
    for (int i = 0; i < 5; ++i)
        h.event(EventKind::UsageLevel, start + i * day).amount = levels[i];
    const auto found = h.find(SignalType::UsageNearLimit, start + 9 * day);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 80);
    EXPECT_EQ(std::get<std::int64_t>(found[1].reason.arguments[0]), 81);
}

TEST(TicketBurst, IsThreeTicketsWithinAWeekAndGrowsForAnother)
{
    HistoryBuilder h;
    h.event(EventKind::TicketOpened, start);
    h.event(EventKind::TicketOpened, start + 2 * day);
    h.event(EventKind::TicketOpened, start + 7 * day + 1);
    EXPECT_TRUE(h.find(SignalType::TicketBurst, start + 8 * day).empty());
    h.event(EventKind::TicketOpened, start + 8 * day);
    h.event(EventKind::TicketOpened, start + 14 * day);
    const auto found = h.find(SignalType::TicketBurst, start + 20 * day);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 4);
}

TEST(PaymentFailure, APaymentEndsTheEpisode)
{
    HistoryBuilder h;
    h.event(EventKind::PaymentFailed, start);
    h.event(EventKind::PaymentFailed, start + 3 * day);
    h.event(EventKind::PaymentSucceeded, start + 4 * day);
    h.event(EventKind::PaymentFailed, start + 20 * day);
    const auto found = h.find(SignalType::PaymentFailure, start + 21 * day);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(std::get<std::int64_t>(found[0].reason.arguments[0]), 2);
    EXPECT_EQ(std::get<std::int64_t>(found[1].reason.arguments[0]), 1);
}

TEST(RenewalNear, IsDatedNinetyDaysBeforeTheEndOfTheTerm)
{
    HistoryBuilder h;
    domain::Subscription term;
    term.remoteId = "sub-1";
    term.plan = "Team";
    term.startMs = start - 275 * day;
    term.endMs = start + 90 * day;
    h.history().subscriptions = {term};
    EXPECT_TRUE(h.find(SignalType::RenewalNear, start - 1).empty());
    const auto found = h.find(SignalType::RenewalNear, start);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(std::get<std::string>(found[0].reason.arguments[1]), "Team");
    // Renewed for a year: the end of the new term is another signal.
    h.history().subscriptions[0].endMs = start + 455 * day;
    EXPECT_TRUE(h.find(SignalType::RenewalNear, start).empty());
}
