// A card of a call says when it would disturb: by the clock of whom it is for, and only then.
#include "core/engine/feed/feed_index.h"
#include "tests/engine/guard_world.h"

namespace topline::engine {
namespace {

using flow::need;

class ReachCardTest : public testing::Test {
protected:
    base::Uuid card(domain::ContactId to, domain::ActionKind kind,
                    domain::Urgency urgency = domain::Urgency::Today)
    {
        domain::Action action;
        action.id = base::Uuid::named("card", std::to_string(++m_count));
        action.kind = kind;
        action.urgency = urgency;
        action.contact = to;
        action.account = need(m_world.tables().records.contact(to))->account.id;
        action.dedupeKey = action.id.text();
        action.createdMs = action.changedMs = action.signalMs = m_clock.now();
        m_world.change([&](Step &step) { return step.add(action); });
        return action.id;
    }

    domain::FeedCard shown(const base::Uuid &id)
    {
        need(m_feed.refresh({}));
        for (const auto &each : m_feed.cards()) {
            if (each.action.id == id)
                return each;
        }
        ADD_FAILURE() << "no such card";
        return {};
    }

    base::FixedClock m_clock{1'791'288'000'000}; // a Tuesday, noon UTC: 21:00 in Tokyo
    GuardWorld m_world{m_clock};
    FeedIndex m_feed{m_world.context()};
    int m_count = 0;
};

TEST_F(ReachCardTest, ACallOutsideTheirHoursSaysSoUntilTheirMorning)
{
    const auto person = m_world.person({.zone = "Asia/Tokyo"});
    const auto call = card(person, domain::ActionKind::Call);
    const auto tokyo = need(base::TimeZone::find("Asia/Tokyo"));
    const auto morning = tokyo.at(base::addDays(tokyo.dateOf(m_clock.now()), 1), 8 * base::hourMs);
    EXPECT_EQ(shown(call).reachFromMs, morning);
    EXPECT_EQ(shown(call).reachZone, "Asia/Tokyo");
    m_clock.set(morning - 1);
    EXPECT_EQ(shown(call).reachFromMs, morning);
    m_clock.set(morning); // it turns by itself
    EXPECT_FALSE(shown(call).reachFromMs);
    m_clock.set(morning + 10 * base::hourMs);
    EXPECT_TRUE(shown(call).reachFromMs);
}

TEST_F(ReachCardTest, ItWaitsAmongTheLaterOnesAndComesBackInTheMorning)
{
    const auto person = m_world.person({.zone = "Asia/Tokyo"});
    const auto call = card(person, domain::ActionKind::Call);
    EXPECT_EQ(shown(call).lane, domain::Lane::Later);
    EXPECT_EQ(shown(call).rank.band, 3);
    EXPECT_EQ(shown(call).action.state,
              domain::ActionState::Proposed); // may be called all the same
    const auto tokyo = need(base::TimeZone::find("Asia/Tokyo"));
    m_clock.set(tokyo.at(base::addDays(tokyo.dateOf(m_clock.now()), 1), 8 * base::hourMs));
    EXPECT_EQ(shown(call).lane, domain::Lane::Today);
    EXPECT_EQ(shown(call).rank.band, 2);
    m_clock.advance(10 * base::hourMs);
    EXPECT_EQ(shown(call).lane, domain::Lane::Later);
}

TEST_F(ReachCardTest, WhoeverAskedAndWaitsIsNotPutOffUnlessTheWorkspaceSaysSo)
{
    const auto person = m_world.person({.zone = "Asia/Tokyo"});
    const auto call = card(person, domain::ActionKind::Call, domain::Urgency::Inbound);
    EXPECT_TRUE(shown(call).reachFromMs);
    EXPECT_NE(shown(call).lane, domain::Lane::Later);
    m_world.setPolicy([](auto &policy) { policy.guards.offHours = domain::OffHours::Nobody; });
    FeedIndex feed{m_world.context()};
    need(feed.refresh({}));
    EXPECT_EQ(feed.cards().at(0).lane, domain::Lane::Later);
}

TEST_F(ReachCardTest, TheCountryTellsWhereNoZoneIsKnown)
{
    const auto call =
        card(m_world.person({.zone = "", .country = "Japan"}), domain::ActionKind::Call);
    EXPECT_EQ(shown(call).reachZone, "Asia/Tokyo");
}

TEST_F(ReachCardTest, WhatStaysInTheCrmDisturbsNobody)
{
    const auto task = card(m_world.person({.zone = "Asia/Tokyo"}), domain::ActionKind::Task);
    const auto note = card(m_world.person({.zone = "Asia/Tokyo"}), domain::ActionKind::Note);
    EXPECT_FALSE(shown(task).reachFromMs);
    EXPECT_FALSE(shown(note).reachFromMs);
}

} // namespace
} // namespace topline::engine
