// What nobody took up in time goes to whom its play names: once, at the breach, with a row, and the
// clock goes on from the buyer's moment.
#include "core/engine/guards/routing_desk.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/plays/upkeep.h"
#include "tests/engine/guard_world.h"

namespace topline::engine {
namespace {

using domain::LedgerKind;
using domain::OwnerId;
using domain::RouteWhy;
using flow::need;

class EscalationTest : public testing::Test {
protected:
    OwnerId rep(const std::string &name, const std::string &manager = {}, bool active = true)
    {
        OwnerId out;
        m_world.change([&](Step &step) -> base::Status {
            domain::Owner owner;
            owner.remoteId = name;
            owner.name = name;
            owner.email = name + "@seller.example";
            owner.manager = manager;
            owner.active = active;
            TRY_ASSIGN(const auto written, step.tables().catalogue.put(owner, step.changes()));
            out = written.id;
            return {};
        });
        return out;
    }

    void play(const std::string &id, const std::string &to)
    {
        auto &each = m_world.plays().emplace_back();
        each.id = id;
        each.rules.escalateTo = to;
    }

    base::Uuid card(const std::string &play, OwnerId owner, base::UtcMs dueMs,
                    domain::Urgency urgency = domain::Urgency::Timed)
    {
        domain::Action action;
        action.id = base::Uuid::named("late", std::to_string(++m_count));
        action.kind = domain::ActionKind::Call;
        action.urgency = urgency;
        action.playId = play;
        action.owner = owner;
        action.dedupeKey = action.id.text();
        action.createdMs = action.changedMs = action.signalMs = m_clock.now();
        action.slaDueMs = dueMs;
        m_world.change([&](Step &step) { return step.add(action); });
        return action.id;
    }

    void tick(base::DurationMs later = 0)
    {
        m_clock.advance(later);
        need(Upkeep(m_world.context()).wakeAndExpire());
    }

    base::FixedClock m_clock{flow::birthMs};
    GuardWorld m_world{m_clock};
    int m_count = 0;
};

TEST_F(EscalationTest, GoesToTheNamedPersonAtTheBreachAndNeverTwice)
{
    const auto sam = rep("sam");
    const auto kim = rep("kim");
    play("p", "KIM@seller.example");
    const auto due = m_clock.now() + base::hourMs;
    const auto id = card("p", sam, due);
    tick(base::hourMs - 1);
    EXPECT_EQ(m_world.action(id).owner, sam);
    tick(1);
    EXPECT_EQ(m_world.action(id).owner, kim);
    EXPECT_EQ(m_world.action(id).slaDueMs, due); // counts up from the buyer's moment
    const auto routes = need(m_world.tables().routing.newest(5));
    ASSERT_EQ(routes.size(), 1u);
    EXPECT_EQ(routes[0].why, RouteWhy::Named);
    EXPECT_EQ(routes[0].kind, domain::RouteKind::Escalated);
    // Given back by hand, it stays there.
    m_world.change([&](Step &step) -> base::Status {
        TRY(reassign(step, m_world.action(id), sam));
        return {};
    });
    for (int i = 0; i < 5; ++i)
        tick(base::hourMs);
    EXPECT_EQ(m_world.action(id).owner, sam);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::Escalated), 1);
}

TEST_F(EscalationTest, GoesToTheManagerAndFallsBackWhereNobodyIsMeant)
{
    const auto boss = rep("boss");
    const auto sam = rep("sam", "boss");
    rep("gone", {}, false);
    play("manager", "manager");
    play("gone", "gone@seller.example");
    play("owner", "owner");
    const auto byManager = card("manager", sam, m_clock.now());
    const auto byGone = card("gone", sam, m_clock.now()); // has left: then the manager
    const auto byOwner = card("owner", sam, m_clock.now());
    const auto alone = card("manager", boss, m_clock.now()); // nobody above, no seats
    tick();
    EXPECT_EQ(m_world.action(byManager).owner, boss);
    EXPECT_EQ(m_world.action(byGone).owner, boss);
    EXPECT_EQ(m_world.action(byOwner).owner, sam);
    EXPECT_EQ(m_world.action(alone).owner, boss);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::Escalated), 3); // told, even where it stays
    tick(base::dayMs);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::Escalated), 3);
}

TEST_F(EscalationTest, WhatSomebodyTookUpIsLeftAlone)
{
    const auto sam = rep("sam");
    rep("kim");
    play("p", "kim@seller.example");
    const auto id = card("p", sam, m_clock.now() + 1);
    m_world.change([&](Step &step) {
        auto action = m_world.action(id);
        action.state = domain::ActionState::Snoozed;
        action.snoozedUntilMs = m_clock.now() + base::dayMs;
        return step.update(action);
    });
    tick(base::hourMs);
    EXPECT_EQ(m_world.action(id).owner, sam);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::Escalated), 0);
}

TEST_F(EscalationTest, AnInboundCardOfAPlayThatNamesNobodyWaitsAWhileLonger)
{
    const auto sam = rep("sam");
    const auto kim = rep("kim");
    need(GuardDesk(m_world.context()).setSeat({sam}));
    need(GuardDesk(m_world.context()).setSeat({kim}));
    play("owner", "owner");
    const auto id = card("owner", sam, m_clock.now(), domain::Urgency::Inbound);
    tick(15 * base::minuteMs - 1);
    EXPECT_EQ(m_world.action(id).owner, sam);
    tick(1);
    EXPECT_EQ(m_world.action(id).owner, kim);
}

} // namespace
} // namespace topline::engine
