// Mutual plans and exit checklists: each change with its ledger row and undo, and the card that a
// late task of the buyer's leads to.
#include "core/engine/deals/plan_work.h"
#include "core/engine/engine.h"
#include "core/engine/reads/reads.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::LedgerKind;
using domain::PlanSide;
using domain::PlanTask;
using domain::PlanTaskState;
using flow::need;

namespace {

class PlanTest : public testing::Test {
protected:
    PlanTest()
    {
        m_world.sync();
        // Of an account that is treated: a held-out one gets no card.
        for (const auto &deal : need(engine().tables().records.deals())) {
            if (deal.stage.remoteId != "proposal")
                continue;
            const auto arm = need(engine().tables().decisions.assignment(deal.account.id));
            if (arm && !arm->heldOut && !m_deal.isSet())
                m_deal = deal.id;
            if (arm && arm->heldOut)
                m_heldOut = deal.id;
        }
        EXPECT_TRUE(m_deal.isSet());
    }

    Engine &engine() { return m_world.engine(); }

    domain::DealPlan plan() { return need(engine().reads().plan(m_deal)); }

    PlanTask task(const std::string &words, PlanSide side, std::optional<base::UtcMs> due = {})
    {
        PlanTask out;
        out.deal = m_deal;
        out.task = words;
        out.side = side;
        out.dueMs = due;
        return out;
    }

    std::vector<domain::Action> nudges()
    {
        std::vector<domain::Action> out;
        for (const auto &action : need(engine().tables().actions.all())) {
            if (action.whyNow.code == domain::ReasonCode::PlanTaskLate)
                out.push_back(action);
        }
        return out;
    }

    std::size_t rows()
    {
        std::size_t out = 0;
        for (const auto &row : need(engine().ledger(1'000)))
            out += row.kind == LedgerKind::DealPlanChanged;
        return out;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
    domain::DealId m_deal;
    domain::DealId m_heldOut;
};

} // namespace

TEST_F(PlanTest, TasksAreAddedChangedAndDroppedWithALedgerRowEach)
{
    const auto later = m_clock.now() + 7 * base::dayMs;
    const auto id = need(engine().plans().setTask(task("  Send the contract ", PlanSide::Us)));
    need(engine().plans().setTask(task("Name the signer", PlanSide::Them, later)));
    ASSERT_EQ(plan().tasks.size(), 2u);
    EXPECT_EQ(plan().tasks[0].task, "Name the signer"); // what is due comes first
    EXPECT_EQ(plan().tasks[1].task, "Send the contract");
    EXPECT_EQ(rows(), 2u);

    PlanTask done = plan().tasks[1];
    done.state = PlanTaskState::Done;
    m_clock.advance(base::minuteMs);
    EXPECT_EQ(need(engine().plans().setTask(done)), id);
    EXPECT_EQ(plan().tasks[1].state, PlanTaskState::Done);
    EXPECT_EQ(plan().tasks[1].changedMs, m_clock.now());
    done.state = PlanTaskState::Dropped;
    need(engine().plans().setTask(done));
    EXPECT_EQ(plan().tasks.size(), 1u);
    EXPECT_EQ(rows(), 4u);
    need(engine().plans().setTask(plan().tasks[0])); // nothing changed
    EXPECT_EQ(rows(), 4u);
    EXPECT_TRUE(need(engine().verifyLedger()).sound);
}

TEST_F(PlanTest, EveryChangeIsUndoneAndRedoneInTurnWithThoseOfCards)
{
    const auto cards = flow::approvable(need(engine().feed()));
    need(engine().plans().setTask(task("Name the signer", PlanSide::Them)));
    need(engine().dismiss({cards[0]}, domain::DismissReason::NotRelevant));
    const auto check = plan().exits.at(0).check.id;
    need(engine().plans().setMet(m_deal, check, true));
    need(engine().plans().setChecklist(plan().stage, std::vector<std::string>{"Only this"}));
    need(m_world.open());

    EXPECT_EQ(plan().exits.size(), 1u);
    EXPECT_EQ(need(engine().undo()).what, "plan");
    EXPECT_TRUE(plan().exits.at(0).metMs);
    need(engine().undo());
    EXPECT_FALSE(plan().exits.at(0).metMs);
    EXPECT_EQ(need(engine().undo()).what, "dismiss");
    EXPECT_EQ(need(engine().undo()).what, "plan");
    EXPECT_TRUE(plan().tasks.empty());
    EXPECT_FALSE(engine().undo().ok());

    EXPECT_EQ(need(engine().redo()).what, "plan");
    EXPECT_EQ(plan().tasks.size(), 1u);
    EXPECT_EQ(need(engine().redo()).what, "dismiss");
    need(engine().redo());
    EXPECT_TRUE(plan().exits.at(0).metMs);
    need(engine().redo());
    EXPECT_EQ(plan().exits.at(0).check.text, "Only this");
    EXPECT_FALSE(engine().redo().ok());
}

TEST_F(PlanTest, AStageHasTheUsualListUntilItHasItsOwn)
{
    const auto usual = plan();
    EXPECT_FALSE(usual.isOwnList);
    ASSERT_EQ(usual.exits.size(), 3u);
    need(engine().plans().setMet(m_deal, usual.exits[1].check.id, true));
    // The same words keep their tick; empty lines and repeats are dropped.
    need(engine().plans().setChecklist(usual.stage,
                                       {{"New line", " ", usual.exits[1].check.text, "New line"}}));
    ASSERT_EQ(plan().exits.size(), 2u);
    EXPECT_TRUE(plan().isOwnList);
    EXPECT_FALSE(plan().exits[0].metMs);
    EXPECT_TRUE(plan().exits[1].metMs);
    need(engine().plans().setChecklist(usual.stage, std::vector<std::string>()));
    EXPECT_TRUE(plan().exits.empty());
    need(engine().plans().setChecklist(usual.stage, std::nullopt));
    EXPECT_EQ(plan().exits.size(), 3u);
}

TEST_F(PlanTest, WhatIsWrongIsRefusedAndChangesNothing)
{
    EXPECT_EQ(engine().plans().setTask(task("  ", PlanSide::Us)).error().code,
              base::ErrorCode::InvalidInput);
    EXPECT_FALSE(engine().plans().setTask(task(std::string(501, 'x'), PlanSide::Us)).ok());
    PlanTask nowhere = task("x", PlanSide::Us);
    nowhere.deal = domain::DealId{9'999};
    EXPECT_EQ(engine().plans().setTask(nowhere).error().code, base::ErrorCode::NotFound);
    PlanTask unknown = task("x", PlanSide::Us);
    unknown.id = base::Uuid::named("x", "x");
    EXPECT_EQ(engine().plans().setTask(unknown).error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(engine().plans().setMet(m_deal, unknown.id, true).ok());
    EXPECT_EQ(rows(), 0u);
    EXPECT_FALSE(engine().undo().ok());
}

TEST_F(PlanTest, ALateTaskOfTheBuyersLeadsToOneCardPerDate)
{
    const auto due = m_clock.now() + base::dayMs;
    const auto id =
        need(engine().plans().setTask(task("Name the {{signer}}", PlanSide::Them, due)));
    need(engine().plans().setTask(task("Ours is late too", PlanSide::Us, due)));
    m_clock.set(due + base::dayMs - 1);
    need(engine().tick());
    EXPECT_TRUE(nudges().empty());
    m_clock.advance(1);
    need(engine().tick());
    need(engine().tick());
    need(m_world.open());
    need(engine().tick());
    ASSERT_EQ(nudges().size(), 1u);
    const auto nudge = nudges()[0];
    EXPECT_EQ(nudge.deal, m_deal);
    EXPECT_EQ(nudge.state, domain::ActionState::Proposed);
    EXPECT_NE(nudge.draft.body.find("Name the {{signer}}"), std::string::npos);

    // Dismissed: not again for this date, but for another one.
    need(engine().dismiss({nudge.id}, domain::DismissReason::BadTiming));
    m_clock.advance(base::dayMs);
    need(engine().tick());
    EXPECT_EQ(nudges().size(), 1u);
    PlanTask moved = *need(engine().tables().plans.task(id));
    moved.dueMs = m_clock.now() + base::dayMs;
    need(engine().plans().setTask(moved));
    m_clock.advance(3 * base::dayMs);
    need(engine().tick());
    EXPECT_EQ(nudges().size(), 2u);
}

TEST_F(PlanTest, ATaskThatIsDoneInTimeOrOfAHeldOutAccountLeadsToNoCard)
{
    const auto due = m_clock.now() + base::dayMs;
    need(engine().plans().setTask(task("Name the signer", PlanSide::Them, due)));
    PlanTask done = plan().tasks[0];
    done.state = PlanTaskState::Done;
    need(engine().plans().setTask(done));
    if (m_heldOut.isSet()) {
        PlanTask quiet = task("Quiet", PlanSide::Them, due);
        quiet.deal = m_heldOut;
        need(engine().plans().setTask(quiet));
    }
    m_clock.advance(5 * base::dayMs);
    need(engine().tick());
    EXPECT_TRUE(nudges().empty());
}

TEST(PlanImage, LeadsBackToTheChange)
{
    PlanTask task;
    task.id = base::Uuid::named("t", "1");
    task.deal = domain::DealId{4};
    task.task = "“Quotes”, \n and ünïcode";
    task.side = PlanSide::Them;
    task.state = PlanTaskState::Done;
    task.changedMs = 7;
    EXPECT_EQ(decodePlanChange(encodePlanChange(task)), PlanChange(task));
    task.dueMs = 1'763'460'840'123;
    EXPECT_EQ(decodePlanChange(encodePlanChange(task)), PlanChange(task));
    ExitMet met{domain::DealId{4}, base::Uuid::named("c", "1"), "x", {}};
    EXPECT_EQ(decodePlanChange(encodePlanChange(met)), PlanChange(met));
    met.metMs = 5;
    EXPECT_EQ(decodePlanChange(encodePlanChange(met)), PlanChange(met));
    StageChecks list{domain::StageId{3}, {}};
    EXPECT_EQ(decodePlanChange(encodePlanChange(list)), PlanChange(list));
    list.checks = {{met.check, "a"}, {task.id, "b"}};
    EXPECT_EQ(decodePlanChange(encodePlanChange(list)), PlanChange(list));
    EXPECT_FALSE(decodePlanChange("{}"));
    EXPECT_FALSE(decodePlanChange(""));
}

} // namespace topline::engine
