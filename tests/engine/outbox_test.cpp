// The way out: what answers, lost answers, late objections and restored copies lead to.
#include "core/engine/engine.h"
#include "core/store/backup.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::engine {

using domain::ActionState;
using domain::EffectState;
using flow::need;

namespace {

class OutboxTest : public testing::Test {
protected:
    OutboxTest()
    {
        m_world.sync();
        m_ids = flow::approvable(need(engine().feed()));
        EXPECT_GE(m_ids.size(), 3u);
    }

    Engine &engine() { return m_world.engine(); }

    domain::Action action(const base::Uuid &id) { return need(engine().findAction(id.text())); }

    std::vector<domain::Effect> effects(const base::Uuid &id)
    {
        return need(engine().tables().outbox.effectsOf(id));
    }

    void approve(const base::Uuid &id)
    {
        need(engine().approve({id}));
        m_clock.advance(engine().policy().feed.holdMs);
    }

    // The first approvable mail.
    base::Uuid mail()
    {
        const auto found = std::find_if(m_ids.begin(), m_ids.end(), [&](const auto &id) {
            return action(id).kind == domain::ActionKind::Email;
        });
        return found == m_ids.end() ? base::Uuid{} : *found;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_ids;
};

} // namespace

TEST_F(OutboxTest, ARefusalIsShownAndTheRetryIsANewEffect)
{
    m_crm.refuse(1);
    approve(m_ids[0]);
    EXPECT_EQ(m_world.drain().failed, 1);
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Failed);
    EXPECT_EQ(action(m_ids[0]).failure, "not allowed");

    need(engine().retry(m_ids[0]));
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(m_world.drain().sent, 1);
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Done);
    const auto both = effects(m_ids[0]);
    ASSERT_EQ(both.size(), 2u);
    EXPECT_NE(both[0].id, both[1].id);
    EXPECT_EQ(m_crm.tookHold(), (std::map<std::string, int>{{both[1].id.text(), 1}}));
}

TEST_F(OutboxTest, ALostAnswerIsLookedUpAndNeverSentAgain)
{
    m_crm.setKeyed(false);
    m_crm.loseAnswer(1);
    approve(m_ids[0]);
    EXPECT_EQ(m_world.drain().unknown, 1);
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Unknown);
    EXPECT_FALSE(engine().approve({m_ids[0]}).ok());
    EXPECT_FALSE(engine().dismiss({m_ids[0]}, domain::DismissReason::Duplicate).ok());

    EXPECT_EQ(m_world.drain().sent, 0);
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Done);
    EXPECT_EQ(m_crm.requests(), 1);
}

TEST_F(OutboxTest, DoubtThatCannotBeClearedWaitsForAPerson)
{
    approve(m_ids[0]);
    m_crm.setUnavailable(true);
    EXPECT_EQ(m_world.drain().unknown, 1);
    for (int hour = 0; hour < 48; ++hour) {
        m_clock.advance(base::hourMs);
        m_world.drain();
    }
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Unknown);
    EXPECT_EQ(m_crm.requests(), 1);

    need(engine().resolveUnknown(m_ids[0], false));
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Failed);
    m_crm.setUnavailable(false);
    need(engine().retry(m_ids[0]));
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(m_world.drain().sent, 1);
}

TEST_F(OutboxTest, ProofOfAbsenceSendsTheSameBytesUnderTheSameKey)
{
    approve(m_ids[0]);
    m_crm.setUnavailable(true);
    m_world.drain();
    m_crm.setUnavailable(false);
    const auto before = effects(m_ids[0]);
    EXPECT_EQ(m_world.drain().sent, 1);
    const auto after = effects(m_ids[0]);
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(after[0].wire, before[0].wire);
    EXPECT_EQ(after[0].attempts, 2);
    EXPECT_EQ(m_crm.tookHold(), (std::map<std::string, int>{{after[0].id.text(), 1}}));
}

TEST_F(OutboxTest, WhoOptsOutAfterTheApprovalGetsNothing)
{
    const auto id = mail();
    ASSERT_FALSE(id.isNull());
    approve(id);
    auto contact = need(engine().tables().records.contact(action(id).contact)).value();
    contact.optedOut = true;
    contact.updatedMs = m_clock.now();
    crm::Page page;
    page.contacts.push_back(contact);
    m_crm.arrive(page);
    m_world.sync();

    const auto drained = m_world.drain();
    EXPECT_EQ(drained.sent, 0);
    EXPECT_EQ(drained.withheld, 1);
    EXPECT_EQ(m_crm.requests(), 0);
    EXPECT_EQ(effects(id)[0].state, EffectState::Cancelled);
    EXPECT_EQ(action(id).state, ActionState::Failed);
    EXPECT_NE(action(id).failure.find("opted_out"), std::string::npos);
}

TEST_F(OutboxTest, ARestartPutsAnIntentBackAndAsksAboutWhatWasOnTheWire)
{
    approve(m_ids[0]);
    approve(m_ids[1]);
    const auto onWire = need(engine().claim());
    const domain::Effect first = onWire.at(0);
    need(engine().markOnWire(onWire));
    const domain::Effect second = need(engine().claim()).at(0);
    need(m_world.open());
    EXPECT_EQ(need(engine().tables().outbox.effect(first.id))->state, EffectState::Unknown);
    EXPECT_EQ(need(engine().tables().outbox.effect(second.id))->state, EffectState::Queued);
    m_world.drain();
    const std::map<std::string, int> once = {{first.id.text(), 1}, {second.id.text(), 1}};
    EXPECT_EQ(m_crm.tookHold(), once);
}

TEST_F(OutboxTest, ARestoredCopySendsNothingUntilAPersonSaysSoAndNothingTwice)
{
    m_crm.setKeyed(false);
    approve(m_ids[0]);
    const std::string backup = m_world.folder() + "/backup.topline";
    need(engine().backUp(backup));
    EXPECT_EQ(m_world.drain().sent, 1); // after the backup
    m_world.close();
    need(store::restore(backup, m_world.file(), m_clock.now()));
    need(m_world.open());
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Unknown);

    need(engine().approve({m_ids[1]}));
    m_clock.advance(engine().policy().feed.holdMs);
    EXPECT_EQ(m_world.drain().sent, 0);
    EXPECT_EQ(action(m_ids[0]).state, ActionState::Done); // it was found there
    need(engine().thaw());
    EXPECT_EQ(m_world.drain().sent, 1);
    for (const auto &[effect, times] : m_crm.tookHold())
        EXPECT_EQ(times, 1) << effect;
    EXPECT_TRUE(need(engine().verifyLedger()).sound);
}

} // namespace topline::engine
