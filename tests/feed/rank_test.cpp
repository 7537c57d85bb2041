#include "core/feed/rank.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace topline;
using domain::Action;
using domain::ActionState;
using domain::FeedCard;
using domain::Lane;
using domain::Urgency;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000;
constexpr std::uint32_t seed = 20251118;

Action proposal(Urgency urgency)
{
    Action out;
    out.id = base::Uuid::named("action", "a");
    out.urgency = urgency;
    out.account = domain::AccountId{1};
    out.contact = domain::ContactId{1};
    out.signalMs = out.createdMs = out.changedMs = now - base::hourMs;
    if (urgency == Urgency::Inbound || urgency == Urgency::Timed)
        out.slaDueMs = now + base::minuteMs;
    return out;
}

FeedCard cardOf(const Action &action)
{
    FeedCard out;
    out.action = action;
    out.rank = feed::rankFactors(action, {}, now);
    out.lane = feed::laneOf(action, now);
    return out;
}

// Small ranges on purpose, so that ties at every level occur.
FeedCard randomCard(std::mt19937 &random, int number)
{
    const auto pick = [&random](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    FeedCard out;
    out.action.id = base::Uuid::named("action", std::to_string(number));
    out.action.account = domain::AccountId{pick(1, 5)};
    out.action.contact = domain::ContactId{pick(0, 4)};
    out.action.state = pick(0, 3) == 0 ? ActionState::Unknown : ActionState::Proposed;
    out.action.createdMs = pick(-1, 2);
    out.rank.band = static_cast<int>(pick(0, 3));
    out.rank.gainBasisPoints = pick(-1, 3) * 100;
    out.rank.amountMinor = pick(0, 1) == 0 ? pick(0, 6) : pick(1, 90'000'000'000);
    out.rank.freshnessPermille = pick(0, 1) == 0 ? 1'000 : pick(0, 1'000);
    out.rank.effortMinutes = pick(0, 9) == 0 ? pick(1, (std::int64_t{1} << 31) - 1) : pick(1, 12);
    return out;
}

} // namespace

TEST(Band, FollowsTheUrgencyAndTheClock)
{
    Action inbound = proposal(Urgency::Inbound);
    EXPECT_EQ(feed::bandOf(inbound, now), 1);
    EXPECT_EQ(feed::bandOf(inbound, *inbound.slaDueMs - 1), 1);
    EXPECT_EQ(feed::bandOf(inbound, *inbound.slaDueMs), 0);
    // Only a buyer who waits makes a breach band 0.
    EXPECT_EQ(feed::bandOf(proposal(Urgency::Timed), now + base::dayMs), 1);
    EXPECT_EQ(feed::bandOf(proposal(Urgency::Today), now), 2);
    EXPECT_EQ(feed::bandOf(proposal(Urgency::Later), now), 3);
}

TEST(Band, TheClockStopsAtApproval)
{
    Action action = proposal(Urgency::Inbound);
    action.state = ActionState::Approved;
    action.changedMs = now;
    EXPECT_EQ(feed::bandOf(action, now + base::dayMs), 1);
}

TEST(Lane, FollowsStateAndBand)
{
    EXPECT_EQ(feed::laneOf(proposal(Urgency::Inbound), now), Lane::Now);
    EXPECT_EQ(feed::laneOf(proposal(Urgency::Timed), now), Lane::Now);
    EXPECT_EQ(feed::laneOf(proposal(Urgency::Today), now), Lane::Today);
    EXPECT_EQ(feed::laneOf(proposal(Urgency::Later), now), Lane::Later);
    const std::pair<ActionState, Lane> rows[] = {
        {ActionState::Executing, Lane::Waiting}, {ActionState::Failed, Lane::Now},
        {ActionState::Unknown, Lane::Now},       {ActionState::Done, Lane::Done},
        {ActionState::Dismissed, Lane::Done},    {ActionState::Expired, Lane::Done},
    };
    for (const auto &[state, lane] : rows) {
        Action action = proposal(Urgency::Today);
        action.state = state;
        EXPECT_EQ(feed::laneOf(action, now), lane) << domain::actionStateName(state);
    }
}

TEST(Lane, ACardInItsHoldStaysWhereTheHandIs)
{
    Action action = proposal(Urgency::Today);
    action.state = ActionState::Approved;
    action.holdUntilMs = now + 10 * base::secondMs;
    EXPECT_EQ(feed::laneOf(action, now), Lane::Today);
    EXPECT_EQ(feed::laneOf(action, *action.holdUntilMs), Lane::Waiting);
    action.holdUntilMs.reset();
    EXPECT_EQ(feed::laneOf(action, now), Lane::Waiting);
}

TEST(Lane, ASnoozedCardSleepsUntilItsTimeThenComesBack)
{
    Action action = proposal(Urgency::Timed);
    action.state = ActionState::Snoozed;
    action.snoozedUntilMs = now + base::hourMs;
    EXPECT_EQ(feed::laneOf(action, now), Lane::Later);
    EXPECT_EQ(feed::bandOf(action, now), 3);
    EXPECT_EQ(feed::laneOf(action, now + base::hourMs), Lane::Now);
    action.snoozedUntilMs.reset();
    EXPECT_EQ(feed::laneOf(action, now), Lane::Waiting);
}

TEST(RankFactors, FreshnessHalvesPerHalfLife)
{
    domain::FeedPolicy policy;
    Action action = proposal(Urgency::Today);
    const auto at = [&](base::DurationMs age) {
        return feed::rankFactors(action, policy, action.signalMs + age).freshnessPermille;
    };
    EXPECT_EQ(at(0), 1'000);
    EXPECT_EQ(at(-base::dayMs), 1'000);
    EXPECT_EQ(at(policy.freshnessHalfLifeMs), 500);
    EXPECT_EQ(at(2 * policy.freshnessHalfLifeMs), 250);
    EXPECT_EQ(at(policy.freshnessHalfLifeMs / 2), 707);
}

TEST(RankFactors, MultiplyExactlyToTheValuePerMinute)
{
    Action action = proposal(Urgency::Today);
    action.signalMs = now;
    action.gainBasisPoints = 200;
    action.amount = base::Money{4'800'000};
    action.effortMinutes = 10;
    const auto rank = feed::rankFactors(action, {}, now);
    // 2 % of $48,000 in 10 minutes: $96 a minute.
    EXPECT_EQ(rank.numerator(), std::int64_t{200} * 4'800'000 * 1'000 * 100);
    EXPECT_EQ(rank.numerator() / rank.denominator(), 9'600);
    EXPECT_DOUBLE_EQ(rank.minorPerMinute(), 9'600.0);
}

TEST(RankFactors, AbsurdAmountsAndEffortsFromASourceDoNotOverflow)
{
    Action action = proposal(Urgency::Today);
    action.gainBasisPoints = 10'000;
    action.amount = base::Money{std::numeric_limits<std::int64_t>::max()};
    action.effortMinutes = 0;
    FeedCard card = cardOf(action);
    EXPECT_GT(card.rank.numerator(), 0);
    EXPECT_EQ(card.rank.effortMinutes, 1);
    action.amount = base::Money{-5};
    EXPECT_EQ(cardOf(action).rank.amountMinor, 0);
    action.amount.reset();
    EXPECT_EQ(cardOf(action).rank.amountMinor, 0);
}

TEST(Order, KeyOrderIsExactlyTheOrderOfCards)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::vector<FeedCard> cards;
    for (int i = 0; i < 400; ++i)
        cards.push_back(randomCard(random, i));
    for (const auto &a : cards) {
        for (const auto &b : cards) {
            ASSERT_EQ(feed::comesBefore(a, b), feed::sortKey(a) < feed::sortKey(b))
                << feed::sortKey(a) << " " << feed::sortKey(b);
        }
    }
}

TEST(Order, FractionsThatDifferInTheLastPlaceAreToldApart)
{
    FeedCard a;
    FeedCard b;
    a.action.id = b.action.id = base::Uuid::named("action", "same");
    a.rank = {2, 1, 1, 1, (std::int64_t{1} << 31) - 1, {}};
    b.rank = {2, 1, 1, 1, (std::int64_t{1} << 31) - 2, {}};
    EXPECT_TRUE(feed::comesBefore(b, a));
    EXPECT_LT(feed::sortKey(b), feed::sortKey(a));
    // One third written in two ways is one value.
    a.rank = {2, 1, 1, 1, 3, {}};
    b.rank = {2, 1, 2, 1, 6, {}};
    EXPECT_EQ(feed::sortKey(a), feed::sortKey(b));
    EXPECT_FALSE(feed::comesBefore(a, b) || feed::comesBefore(b, a));
}

TEST(Arrange, OrderOfArrivalDoesNotMatterAndNoActionIsLost)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::vector<FeedCard> cards;
    for (int i = 0; i < 200; ++i)
        cards.push_back(randomCard(random, i));
    const auto first = feed::arrange(cards);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(cards.begin(), cards.end(), random);
        const auto again = feed::arrange(cards);
        ASSERT_EQ(first, again);
    }
    std::int64_t total = 0;
    for (const auto &card : first)
        total += 1 + card.folded;
    EXPECT_EQ(total, 200);
    EXPECT_TRUE(std::is_sorted(first.begin(), first.end(), feed::comesBefore));
}

TEST(Arrange, OneCardPerPersonAndTroubleIsNeverFoldedAway)
{
    Action best = proposal(Urgency::Inbound);
    Action other = proposal(Urgency::Later);
    other.id = base::Uuid::named("action", "b");
    Action unknown = proposal(Urgency::Later);
    unknown.id = base::Uuid::named("action", "c");
    unknown.state = ActionState::Unknown;
    Action colleague = proposal(Urgency::Today);
    colleague.id = base::Uuid::named("action", "d");
    colleague.contact = domain::ContactId{2};
    const auto cards =
        feed::arrange({cardOf(other), cardOf(unknown), cardOf(colleague), cardOf(best)});
    ASSERT_EQ(cards.size(), 3U);
    EXPECT_EQ(cards[0].action.id, best.id);
    EXPECT_EQ(cards[0].folded, 1);
    EXPECT_EQ(cards[1].action.id, colleague.id);
    EXPECT_EQ(cards[2].action.id, unknown.id);
    EXPECT_EQ(cards[2].folded, 0);
}
