#include "core/store/derived_store.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

#include <algorithm>
#include <random>

namespace topline::store {
namespace {

using domain::DealFact;
using domain::Signal;
using domain::SignalType;

class DerivedStoreTest : public StoreTest {
protected:
    std::vector<Signal> replace(domain::AccountId account, const std::vector<Signal> &signals)
    {
        return inTransaction(
            [&] { return need(tables().derived.replaceSignals(account, signals)); });
    }

    void replace(const DealFact &fact)
    {
        inTransaction([&] { need(tables().derived.replaceFact(fact)); });
    }

    std::string digest() { return need(tables().derived.digest()); }

    Signal signal(const std::string &name, domain::AccountId account, base::UtcMs atMs)
    {
        Signal out;
        out.id = base::Uuid::named("signal", name);
        out.type = SignalType::Surge;
        out.account = account;
        out.occurredMs = atMs;
        out.reason = {domain::ReasonCode::Surge,
                      {std::int64_t{3}, domain::Span{9}, domain::AtTime{atMs}, "a|b\\c\nd"}};
        return out;
    }
};

TEST_F(DerivedStoreTest, ReplacingSignalsGivesTheNewOnesAndWritesOnlyWhatDiffers)
{
    const auto home = addAccount("a1");
    inTransaction([&] {
        need(tables().events.add(std::vector{event("1", domain::EventKind::PricingView, 1),
                                             event("2", domain::EventKind::PricingView, 2)},
                                 m_changes));
    });
    auto first = signal("first", home, 10);
    first.evidence = {{2}, {1}};
    auto second = signal("second", home, 5);
    EXPECT_EQ(replace(home, {first, second}), (std::vector{first, second}));
    EXPECT_EQ(need(tables().derived.signals(home)), (std::vector{second, first}));
    EXPECT_EQ(need(tables().derived.signal(first.id)), first);

    const auto before = askDirectly(database(), "SELECT total_changes()");
    EXPECT_TRUE(replace(home, {first, second}).empty());
    EXPECT_EQ(askDirectly(database(), "SELECT total_changes()"), before);

    second.strengthPermille = 1'500; // the same signal, grown
    const auto third = signal("third", home, 7);
    EXPECT_EQ(replace(home, {second, third}), std::vector{third});
    EXPECT_EQ(need(tables().derived.signals(home)), (std::vector{second, third}));
    EXPECT_TRUE(replace(home, {}).empty());
    EXPECT_EQ(askDirectly(database(), "SELECT count(*) FROM signal_event"), "0");
}

TEST_F(DerivedStoreTest, ScoresComeBackWithTheirRowsInOrder)
{
    const auto home = addAccount("a1");
    domain::AccountScore score{home, 70'000, 30'000, 50'000, domain::Tier::Warm, 99, {}};
    score.rows = {{{domain::ReasonCode::ScoreFit, {"industry"}}, 35'000},
                  {{domain::ReasonCode::ScoreEvents, {"page_view", std::int64_t{4}}}, 16'000},
                  {{domain::ReasonCode::ScoreGroupCap, {"web", std::int64_t{40}}}, -1'000}};
    const auto store = [&] { inTransaction([&] { need(tables().derived.replaceScore(score)); }); };
    store();
    EXPECT_EQ(need(tables().derived.score(home)), score);
    score.rows.pop_back();
    score.totalMilli = 51'000;
    store();
    EXPECT_EQ(need(tables().derived.score(home)), score);
    EXPECT_FALSE(need(tables().derived.score({77})).has_value());
}

// The counts kept by difference must always be what counting all facts anew gives.
TEST_F(DerivedStoreTest, StageCountsFollowAnyRowOfChanges)
{
    addAccount("a1");
    std::vector<domain::StageId> stages;
    for (int i = 0; i < 4; ++i)
        stages.push_back(addStage("s" + std::to_string(i), i, domain::StageKind::Open));
    std::vector<domain::DealId> deals;
    for (int i = 0; i < 12; ++i)
        deals.push_back(addDeal("d" + std::to_string(i), "a1"));
    std::mt19937 random(20'260'101);
    std::map<domain::DealId, DealFact> model;
    for (int step = 0; step < 300; ++step) {
        const auto deal = deals[random() % deals.size()];
        if (random() % 5 == 0) {
            inTransaction([&] { need(tables().derived.removeFact(deal)); });
            model.erase(deal);
            continue;
        }
        DealFact fact{deal, {}, false, false};
        for (const auto stage : stages) {
            if (random() % 2 == 0)
                fact.reached.push_back(stage);
        }
        const auto end = random() % 3;
        fact.won = end == 0;
        fact.lost = end == 1;
        replace(fact);
        model[deal] = fact;
        EXPECT_EQ(need(tables().derived.fact(deal)), fact);
    }
    std::map<domain::StageId, domain::StageCount> expected;
    for (const auto &[deal, fact] : model) {
        auto reached = fact.reached;
        reached.push_back({});
        for (const auto stage : reached) {
            expected[stage].closed += fact.won || fact.lost ? 1 : 0;
            expected[stage].won += fact.won ? 1 : 0;
        }
    }
    const auto counts = need(tables().derived.stageCounts());
    EXPECT_EQ(counts.all.closed, expected[{}].closed);
    EXPECT_EQ(counts.all.won, expected[{}].won);
    for (const auto &count : counts.byStage) {
        EXPECT_EQ(count.closed, expected[count.stage].closed);
        EXPECT_EQ(count.won, expected[count.stage].won);
    }
}

TEST_F(DerivedStoreTest, TheDigestForgetsTheWayAndKnowsEveryValue)
{
    const auto home = addAccount("a1");
    const auto other = addAccount("a2");
    const auto stage = addStage("s1", 0, domain::StageKind::Open);
    const auto deal = addDeal("d1", "a1");
    const std::string empty = digest();
    const auto fill = [&] {
        replace(other, {signal("z", other, 3)});
        replace(home, {signal("b", home, 2), signal("a", home, 1)});
        replace(DealFact{deal, {stage}, true, false});
        inTransaction([&] {
            need(tables().derived.setDue({home, 5, 9, domain::Tier::Hot}));
            need(tables().derived.setDue({other, 5, {}, domain::Tier::Cold}));
        });
    };
    fill();
    const std::string filled = digest();
    EXPECT_NE(filled, empty);
    inTransaction([&] { need(tables().derived.clear()); });
    EXPECT_EQ(digest(), empty);
    replace(home, {signal("temporary", home, 1)}); // other row ids than before
    replace(DealFact{deal, {}, false, true});
    fill();
    EXPECT_EQ(digest(), filled);
    for (const char *change : {"UPDATE signal SET strength_permille = 1 WHERE occurred_ms = 3",
                               "UPDATE stage_count SET closed = closed + 1",
                               "UPDATE account_due SET next_due_ms = 10 WHERE account_id = 1",
                               "UPDATE account_due SET tier_before = 1 WHERE account_id = 1",
                               "UPDATE deal_fact SET won = 0"}) {
        ASSERT_EQ(breach(database(), std::string("BEGIN; ") + change), "");
        EXPECT_NE(digest(), filled) << change;
        ASSERT_EQ(breach(database(), "ROLLBACK"), "");
    }
    EXPECT_EQ(digest(), filled);
}

TEST_F(DerivedStoreTest, TouchedAccountsAreDueBeforeAllOthers)
{
    const auto a = addAccount("a1");
    const auto b = addAccount("a2");
    const auto c = addAccount("a3");
    auto &derived = tables().derived;
    inTransaction([&] {
        need(derived.setDue({a, 100, 500, domain::Tier::Cold}));
        need(derived.setDue({b, 100, 400, domain::Tier::Cold}));
        need(derived.setDue({c, 100, {}, domain::Tier::Cold}));
    });
    EXPECT_EQ(need(derived.nextDueMs()), 400);
    EXPECT_EQ(need(derived.due(400, 10)), std::vector{b});
    domain::ChangeSet changes;
    changes.accounts = {c, a};
    inTransaction([&] { need(derived.markTouched(changes)); });
    EXPECT_EQ(need(derived.nextDueMs()), touchedMs);
    EXPECT_EQ(need(derived.due(400, 10)), (std::vector{a, c, b}));
    EXPECT_EQ(need(derived.due(400, 2)).size(), 2U);
    EXPECT_EQ(need(derived.allDue())[0].computedMs, 100);
}

} // namespace
} // namespace topline::store
