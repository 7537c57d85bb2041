// The loop in one page: from the CRM's records to the ledger, and back to the same bytes.
#include "core/crm/demo_answers.h"
#include "core/crm/demo_connector.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <map>

namespace topline::flow {

using domain::ActionState;
using domain::LedgerKind;

namespace {

bool has(const std::vector<domain::LedgerEntry> &rows, LedgerKind kind)
{
    return std::any_of(rows.begin(), rows.end(),
                       [kind](const auto &row) { return row.kind == kind; });
}

// The demo company's CRM, with the journal that judges what was carried out.
struct Demo {
    base::FixedClock clock{birthMs};
    crm::MemoryDemoJournal journal;
    crm::DemoConnector connector{{1, birthMs}, clock, journal};
    World world{connector, clock};

    std::map<std::string, int> carriedOut() const
    {
        std::map<std::string, int> out;
        for (const auto &line : need(journal.readAll()))
            ++out[crm::decodeDemoExecution(line).value().effectId];
        return out;
    }
};

} // namespace

TEST(Flow, FromTheCrmToTheLedger)
{
    Demo demo;
    World &world = demo.world;
    auto &engine = world.engine();

    // CRM → store → signals → scores → feed.
    world.sync();
    const auto feed = need(engine.feed());
    ASSERT_FALSE(feed.empty());
    EXPECT_TRUE(std::is_sorted(feed.begin(), feed.end(),
                               [](const auto &a, const auto &b) { return a.sortKey < b.sortKey; }));
    const auto ids = approvable(feed);
    ASSERT_FALSE(ids.empty());
    const auto card = *std::find_if(
        feed.begin(), feed.end(), [&](const auto &each) { return each.action.id == ids.front(); });
    EXPECT_FALSE(card.accountName.empty());
    EXPECT_FALSE(card.playName.empty());

    // Why: evidence, score rows that add up, the rules that were asked.
    const auto why = need(engine.detail(card.action.id));
    std::int64_t sum = 0;
    for (const auto &row : why.score.rows)
        sum += row.milliPoints;
    EXPECT_EQ(sum, why.score.totalMilli);
    ASSERT_TRUE(why.signal && why.decision);
    EXPECT_EQ(why.signal->id, card.action.signal);
    EXPECT_FALSE(why.decision->asked.empty());

    // Approval stores the effect with its bytes; nothing leaves within the hold.
    need(engine.approve({card.action.id}));
    const auto effects = need(engine.tables().outbox.effectsOf(card.action.id));
    ASSERT_EQ(effects.size(), 1u);
    EXPECT_EQ(world.drain().sent, 0);
    world.clock.advance(engine.policy().feed.holdMs);
    EXPECT_GE(world.drain().sent, 1); // this one, and what plays may do by themselves
    EXPECT_EQ(demo.carriedOut()[effects.front().id.text()], 1);
    EXPECT_EQ(need(engine.findAction(card.action.id.text())).state, ActionState::Done);

    // The ledger tells it all under one correlation id, and its chain holds.
    const auto story = need(engine.tables().ledger.ofSubject(card.action.id));
    for (const auto kind :
         {LedgerKind::Proposed, LedgerKind::Approved, LedgerKind::IntentStored, LedgerKind::Sent})
        EXPECT_TRUE(has(story, kind)) << domain::ledgerKindName(kind);
    for (const auto &row : story)
        EXPECT_EQ(row.signal, card.action.signal);
    EXPECT_TRUE(need(engine.verifyLedger()).sound);

    // A second run sends nothing, and everything derived can be made again to the byte.
    EXPECT_EQ(world.drain().sent, 0);
    EXPECT_TRUE(need(engine.rebuild()).same());
    EXPECT_TRUE(need(engine.check()).findings.empty());
}

TEST(Flow, BuyersAnswerAndOutcomesAreRecordedForBothArms)
{
    Demo demo;
    World &world = demo.world;
    world.sync();
    for (int day = 0; day < 16; ++day) {
        need(world.engine().approve(approvable(need(world.engine().feed()))));
        world.clock.advance(base::dayMs);
        world.drain();
        world.sync();
        need(world.engine().tick());
    }
    bool treated = false;
    bool heldOut = false;
    for (const auto &seen : need(world.engine().tables().decisions.outcomes())) {
        const auto action = need(world.engine().tables().actions.action(seen.action));
        ASSERT_TRUE(action);
        EXPECT_GT(seen.atMs, action->createdMs);
        EXPECT_LE(seen.atMs, action->createdMs + 14 * base::dayMs);
        (action->state == ActionState::HeldOut ? heldOut : treated) = true;
    }
    EXPECT_TRUE(treated);
    EXPECT_TRUE(heldOut);
    EXPECT_TRUE(need(world.engine().verifyLedger()).sound);
    EXPECT_TRUE(need(world.engine().rebuild()).same());
}

TEST(Flow, AHeldOutAccountGetsGhostsAndNothingElse)
{
    Demo demo;
    World &world = demo.world;
    world.sync();
    auto &tables = world.engine().tables();
    std::size_t ghosts = 0;
    for (const auto &assignment : need(tables.decisions.assignments())) {
        for (const auto &action : need(tables.actions.allOf(assignment.account))) {
            EXPECT_EQ(action.state == ActionState::HeldOut, assignment.heldOut);
            if (assignment.heldOut) {
                ++ghosts;
                EXPECT_FALSE(world.engine().approve({action.id}).ok());
                EXPECT_TRUE(need(tables.outbox.effectsOf(action.id)).empty());
            }
        }
    }
    EXPECT_GT(ghosts, 0u);
    for (const auto &card : need(world.engine().feed()))
        EXPECT_NE(card.action.state, ActionState::HeldOut);
}

} // namespace topline::flow
