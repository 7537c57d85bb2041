// Which installation a workspace belongs to: its epoch never goes back, marks are counted by the
// database itself, and effects move only as of the present epoch.
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

namespace topline::store {

namespace {

class InstallStoreTest : public StoreTest {
protected:
    InstallStoreTest()
        : m_account(addAccount("a1"))
    {
    }

    void put(std::int64_t epoch)
    {
        inTransaction([&] {
            need(tables().install.put(
                {base::Uuid::named("install", "x"), epoch, 0, domain::FreezeReason::OlderCopy}));
        });
    }

    domain::Effect queued(const std::string &name)
    {
        auto of = action(name, m_account);
        of.state = domain::ActionState::Approved;
        const auto effect = effectOf(of);
        inTransaction([&] {
            need(tables().actions.add(of));
            need(tables().outbox.addApproval({of.id, "rep", effect.wireSha256, testNowMs}));
            need(tables().outbox.add(effect));
        });
        return effect;
    }

    void move(domain::Effect &effect, domain::EffectState to)
    {
        effect.state = to;
        inTransaction([&] { need(tables().outbox.move(effect)); });
    }

    domain::AccountId m_account;
};

} // namespace

TEST_F(InstallStoreTest, AFileThatNeverKeptMarksHasNoEpoch)
{
    EXPECT_EQ(need(tables().install.read()), Install());
}

TEST_F(InstallStoreTest, GivesBackWhatWasPut)
{
    put(3);
    const Install expected{base::Uuid::named("install", "x"), 3, 0,
                           domain::FreezeReason::OlderCopy};
    EXPECT_EQ(need(tables().install.read()), expected);
}

TEST_F(InstallStoreTest, TheEpochNeverGoesBackAndTheRowNeverGoes)
{
    put(3);
    EXPECT_EQ(refusedBy([&] {
                  return tables().install.put({base::Uuid::named("install", "x"), 2});
              }).code,
              base::ErrorCode::Refused);
    EXPECT_NE(breach(database(), "DELETE FROM install"), "");
    EXPECT_NE(breach(database(), "UPDATE install SET wires = -1"), "");
}

TEST_F(InstallStoreTest, TheDatabaseCountsEveryMarkOnTheWire)
{
    put(1);
    tables().outbox.actAs(1);
    auto first = queued("one");
    auto second = queued("two");
    move(first, domain::EffectState::Intent);
    EXPECT_EQ(need(tables().install.read()).wires, 0);
    move(first, domain::EffectState::OnWire);
    move(second, domain::EffectState::Intent);
    move(second, domain::EffectState::OnWire);
    move(second, domain::EffectState::Queued);
    move(second, domain::EffectState::Intent);
    move(second, domain::EffectState::OnWire);
    EXPECT_EQ(need(tables().install.read()).wires, 3);
    put(2);
    EXPECT_EQ(need(tables().install.read()).wires, 3);
}

TEST_F(InstallStoreTest, AnEffectMovesOnlyAsOfThePresentEpoch)
{
    put(1);
    tables().outbox.actAs(1);
    auto effect = queued("one");
    move(effect, domain::EffectState::Intent);
    put(2); // another program opened the file
    effect.state = domain::EffectState::OnWire;
    EXPECT_EQ(refusedBy([&] { return tables().outbox.move(effect); }).code,
              base::ErrorCode::Refused);
    EXPECT_EQ(need(tables().outbox.effect(effect.id))->state, domain::EffectState::Intent);
}

} // namespace topline::store
