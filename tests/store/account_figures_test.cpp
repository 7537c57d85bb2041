#include "core/store/account_figures.h"
#include "tests/store/test_workspace.h"

namespace topline::store {
namespace {

using domain::EventKind;

class AccountFiguresTest : public StoreTest {
protected:
    domain::EventId add(EventKind kind, base::UtcMs atMs, bool bot = false)
    {
        auto out = event(std::to_string(++m_next), kind, atMs);
        out.account.remoteId = "a1";
        out.suspectBot = bot;
        inTransaction([&] { need(tables().events.add(std::vector{out}, m_changes)); });
        return domain::EventId{m_next};
    }

    AccountFigures figures(base::UtcMs fromMs, base::UtcMs nowMs)
    {
        return need(tables().accountFigures.all(fromMs, nowMs)).front();
    }

    int m_next = 0;
};

TEST_F(AccountFiguresTest, AFreshAccountHasNothing)
{
    const auto home = addAccount("a1");
    addAccount("a2");
    const auto all = need(tables().accountFigures.all(0, 100));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].account, home);
    EXPECT_EQ(all[0].stage, domain::LifecycleStage::Lead);
    EXPECT_EQ(all[0].signals, 0);
    EXPECT_FALSE(all[0].lastTwoWayMs.has_value());
    EXPECT_FALSE(need(tables().accountFigures.eventSpan(home, 100)).firstMs.has_value());
}

// The kinds stand in the query as numbers: each one is held against the domain.
TEST_F(AccountFiguresTest, TouchesAreThoseOfTheDomain)
{
    const auto home = addAccount("a1");
    base::UtcMs atMs = 0;
    std::optional<base::UtcMs> twoWayMs;
    std::optional<base::UtcMs> seenMs;
    for (int number = 1; number < 80; ++number) {
        const auto kind = static_cast<EventKind>(number);
        if (domain::eventKindName(kind).empty())
            continue;
        add(kind, ++atMs);
        if (domain::isTwoWayTouch(kind))
            twoWayMs = atMs;
        if (domain::isBuyerEvent(kind))
            seenMs = atMs;
        const auto found = figures(0, 1'000);
        ASSERT_EQ(found.lastTwoWayMs, twoWayMs) << number;
        ASSERT_EQ(found.lastSeenMs, seenMs) << number;
        const auto touches = need(tables().accountFigures.lastTouches(home, 1'000));
        ASSERT_EQ(touches.twoWayMs, twoWayMs) << number;
        ASSERT_EQ(touches.seenMs, seenMs) << number;
    }
    EXPECT_GT(atMs, 30);
}

TEST_F(AccountFiguresTest, MachinesAndTheFutureDoNotCountAsTouches)
{
    const auto home = addAccount("a1");
    add(EventKind::EmailReplied, 10);
    const auto clicked = add(EventKind::EmailClicked, 20);
    add(EventKind::PageView, 30, true);
    add(EventKind::MeetingHeld, 200);
    EXPECT_EQ(figures(0, 100).lastSeenMs, 20);
    EXPECT_EQ(figures(0, 100).lastTwoWayMs, 10);
    EXPECT_EQ(figures(0, 200).lastTwoWayMs, 200);
    inTransaction([&] {
        need(tables().signalFacts.replaceSuspects(
            home, {{clicked, {domain::ReasonCode::BotTooFast, {}}}}));
    });
    EXPECT_EQ(figures(0, 100).lastSeenMs, 10);
    const auto span = need(tables().accountFigures.eventSpan(home, 100));
    EXPECT_EQ(span.firstMs, 10);
    EXPECT_EQ(span.counts, (std::map<EventKind, std::int64_t>{{EventKind::PageView, 1},
                                                              {EventKind::EmailClicked, 1},
                                                              {EventKind::EmailReplied, 1}}));
}

TEST_F(AccountFiguresTest, CountsSignalsOfTheWindowAndShowsScoreAndStage)
{
    const auto home = addAccount("a1");
    std::vector<domain::Signal> signals;
    for (const base::UtcMs atMs : {9, 10, 100, 101}) {
        auto &signal = signals.emplace_back();
        signal.id = base::Uuid::named("signal", std::to_string(atMs));
        signal.account = home;
        signal.occurredMs = atMs;
    }
    inTransaction([&] {
        need(tables().derived.replaceSignals(home, signals));
        need(tables().derived.replaceScore({home, 30, 50, 40, domain::Tier::Warm, 1, {}}));
        need(tables().qualification.addStep({home, domain::LifecycleStage::SalesAccepted, 5}));
        need(tables().qualification.addStep({home, domain::LifecycleStage::Lead, 6}));
    });
    const auto found = figures(10, 100);
    EXPECT_EQ(found.signals, 2);
    EXPECT_EQ(found.fitMilli, 30);
    EXPECT_EQ(found.engagementMilli, 50);
    EXPECT_EQ(found.totalMilli, 40);
    EXPECT_EQ(found.tier, domain::Tier::Warm);
    EXPECT_EQ(found.stage, domain::LifecycleStage::SalesAccepted);
}

} // namespace
} // namespace topline::store
