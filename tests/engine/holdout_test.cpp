// The comparison that proves what the plays bring: an arm is drawn once, and whoever is held out
// and touched all the same is told once.
#include "core/engine/engine.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <set>

namespace topline::engine {

using domain::ActionState;
using domain::EventKind;
using domain::LedgerKind;
using flow::need;

namespace {

constexpr int accountCount = 24;

class HoldoutTest : public testing::Test {
protected:
    HoldoutTest() { m_world.sync(); }

    Engine &engine() { return m_world.engine(); }

    std::vector<store::Assignment> assignments()
    {
        return need(engine().tables().decisions.assignments());
    }

    domain::AccountId arm(bool isHeldOut)
    {
        for (const auto &one : assignments()) {
            if (one.heldOut == isHeldOut)
                return one.account;
        }
        ADD_FAILURE() << "no account in that arm";
        return {};
    }

    int numberOf(domain::AccountId account)
    {
        return std::stoi(need(engine().tables().records.account(account))->remoteId.substr(1));
    }

    void happens(int account, EventKind kind)
    {
        m_clock.advance(base::minuteMs);
        crm::Page page;
        page.events.push_back(flow::tinyEvent(account, kind, m_clock.now(),
                                              "happens " + std::to_string(m_clock.now())));
        need(engine().applyPage("tiny", page));
        need(engine().derive());
    }

    std::vector<std::string> contaminations(domain::AccountId account)
    {
        std::vector<std::string> out;
        for (const auto &row : need(engine().tables().ledger.ofAccount(account))) {
            if (row.kind == LedgerKind::Contaminated)
                out.push_back(row.payload);
        }
        return out;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, accountCount};
    flow::World m_world{m_crm, m_clock};
};

} // namespace

TEST_F(HoldoutTest, AnArmIsDrawnOnceWhateverThePolicySaysLater)
{
    const auto before = assignments();
    std::set<domain::AccountId> treated;
    for (const auto &one : before) {
        if (!one.heldOut)
            treated.insert(one.account);
    }
    ASSERT_GE(treated.size(), 5u);
    domain::Policy policy = engine().policy();
    policy.holdout.sharePermille = 1'000;
    need(engine().setPolicy(policy));
    m_clock.advance(60 * base::dayMs); // nothing that was done speaks against a new card
    const base::UtcMs changedMs = m_clock.now();
    for (int account = 1; account <= accountCount; ++account)
        happens(account, EventKind::DemoRequested);
    std::size_t anew = 0;
    for (const auto &action : need(engine().tables().actions.all())) {
        if (action.createdMs <= changedMs || action.signal.isNull())
            continue;
        EXPECT_EQ(action.state == ActionState::HeldOut, !treated.contains(action.account));
        anew += treated.contains(action.account) ? 1 : 0;
    }
    EXPECT_GE(anew, 5u);
    const auto after = assignments();
    for (const auto &one : before)
        EXPECT_NE(std::find(after.begin(), after.end(), one), after.end());
}

TEST_F(HoldoutTest, ATouchOfWhoIsHeldOutIsNotedOnceAndNoneOfOthers)
{
    for (const bool isHeldOut : {true, false}) {
        const auto account = arm(isHeldOut);
        happens(numberOf(account), EventKind::PricingView);
        EXPECT_TRUE(contaminations(account).empty()) << "they came by themselves";
        happens(numberOf(account), EventKind::CallMade);
        happens(numberOf(account), EventKind::EmailSent);
        TaskRequest task;
        task.subject = "Ring them";
        task.account = account;
        need(engine().makeTask(task));
        const auto noted = contaminations(account);
        ASSERT_EQ(noted.size(), isHeldOut ? 1u : 0u);
        if (isHeldOut) {
            EXPECT_NE(noted.front().find("call"), std::string::npos) << noted.front();
        }
    }
}

TEST_F(HoldoutTest, WorkThatARepAsksForIsATouchToo)
{
    const auto account = arm(true);
    TaskRequest task;
    task.subject = "Ring them";
    task.account = account;
    need(engine().makeTask(task));
    ASSERT_EQ(contaminations(account).size(), 1u);
    EXPECT_NE(contaminations(account).front().find("task"), std::string::npos);
}

} // namespace topline::engine
