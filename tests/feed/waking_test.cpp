#include "core/feed/rank.h"
#include "core/feed/waking.h"

#include <gtest/gtest.h>
#include <vector>

using namespace topline;
using domain::Event;
using domain::EventKind;

namespace {

constexpr base::UtcMs now = 1'763'460'840'000;
constexpr domain::ContactId dana{7};

domain::Action asleep()
{
    domain::Action out;
    out.state = domain::ActionState::Snoozed;
    out.contact = dana;
    out.untilReply = true;
    out.changedMs = now - base::hourMs;
    out.snoozedUntilMs = now + 14 * base::dayMs;
    return out;
}

Event event(EventKind kind, domain::ContactId contact, base::UtcMs atMs = now - base::minuteMs)
{
    Event out;
    out.id = domain::EventId{1};
    out.kind = kind;
    out.contact.id = contact;
    out.atMs = out.receivedMs = atMs;
    return out;
}

bool wakes(const domain::Action &action, const Event &by)
{
    return feed::wakingEvent(action, std::vector{by}, now) != nullptr;
}

} // namespace

TEST(Waking, AnAnswerFromAnybodyOfTheAccountWakes)
{
    EXPECT_TRUE(wakes(asleep(), event(EventKind::EmailReplied, dana)));
    EXPECT_TRUE(wakes(asleep(), event(EventKind::EmailReplied, domain::ContactId{8})));
    EXPECT_TRUE(wakes(asleep(), event(EventKind::MeetingBooked, {})));
}

TEST(Waking, AVisitOfThePersonOrOfNobodyKnownWakesAndThatOfOthersDoesNot)
{
    EXPECT_TRUE(wakes(asleep(), event(EventKind::PricingView, dana)));
    EXPECT_TRUE(wakes(asleep(), event(EventKind::PricingView, {})));
    EXPECT_FALSE(wakes(asleep(), event(EventKind::PricingView, domain::ContactId{8})));
    domain::Action ofTheAccount = asleep();
    ofTheAccount.contact = {};
    EXPECT_TRUE(wakes(ofTheAccount, event(EventKind::PricingView, domain::ContactId{8})));
}

TEST(Waking, OurOwnMailAndMachinesWakeNothing)
{
    EXPECT_FALSE(wakes(asleep(), event(EventKind::EmailSent, dana)));
    EXPECT_FALSE(wakes(asleep(), event(EventKind::OutOfOffice, dana)));
    Event machine = event(EventKind::EmailClicked, dana);
    EXPECT_TRUE(wakes(asleep(), machine));
    machine.suspectBot = true;
    EXPECT_FALSE(wakes(asleep(), machine));
}

TEST(Waking, OnlyNewsCounts)
{
    const domain::Action action = asleep();
    EXPECT_FALSE(wakes(action, event(EventKind::EmailReplied, dana, action.changedMs)));
    EXPECT_TRUE(wakes(action, event(EventKind::EmailReplied, dana, action.changedMs + 1)));
    // On its way when the card was put aside.
    Event late = event(EventKind::EmailReplied, dana, action.changedMs - base::minuteMs);
    late.receivedMs = action.changedMs + base::minuteMs;
    EXPECT_TRUE(wakes(action, late));
    late.atMs = action.changedMs - feed::newsAgeMaxMs - 1; // old history that is imported
    EXPECT_FALSE(wakes(action, late));
    EXPECT_FALSE(wakes(action, event(EventKind::EmailReplied, dana, now + 1)));
}

TEST(Waking, OtherCardsSleepOn)
{
    domain::Action plain = asleep();
    plain.untilReply = false;
    EXPECT_FALSE(wakes(plain, event(EventKind::EmailReplied, dana)));
    domain::Action proposed = asleep();
    proposed.state = domain::ActionState::Proposed;
    EXPECT_FALSE(wakes(proposed, event(EventKind::EmailReplied, dana)));
}

TEST(Waking, ACardThatWaitsForAnAnswerLiesInTheWaitingLane)
{
    domain::Action action = asleep();
    EXPECT_EQ(feed::laneOf(action, now), domain::Lane::Waiting);
    action.untilReply = false;
    EXPECT_EQ(feed::laneOf(action, now), domain::Lane::Later);
}
