// A copy in time or space never sends by itself: copies beside, older files put back by hand, two
// at once, another computer, a lost state folder; and what must not freeze.
#include "core/plays/shipped_plays.h"
#include "core/store/backup.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"
#include "tests/sim/memory_marks.h"
#include "tests/sim/outside.h"
#include "tests/store/outbox_print.h"

#include <filesystem>

namespace topline::sim {

using domain::EffectState;
using domain::FreezeReason;
using flow::need;

namespace fs = std::filesystem;

namespace {

class InstallTest : public testing::Test {
protected:
    InstallTest()
    {
        m_world.sync();
        m_ids = flow::approvable(need(m_world.engine().feed()));
        m_world.close();
    }

    std::unique_ptr<engine::Engine> open(const std::string &file,
                                         store::InstallMarks *marks = nullptr)
    {
        auto workspace = need(store::Workspace::open(file, m_clock.now()));
        m_database = &workspace->database();
        engine::EngineParts parts{m_clock, m_source, std::move(workspace),
                                  need(plays::loadShippedPlays())};
        parts.marks = marks ? marks : &m_marks;
        return need(engine::Engine::open(std::move(parts)));
    }

    std::string original() const { return m_world.file(); }

    std::string other(const std::string &name) const { return m_world.folder() + "/" + name; }

    // As a person with a file manager does it, while nothing is open.
    void copy(const std::string &from, const std::string &to)
    {
        for (const char *ending : {"-wal", "-shm"})
            fs::remove(to + ending);
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
        if (fs::exists(from + "-wal"))
            fs::copy_file(from + "-wal", to + "-wal", fs::copy_options::overwrite_existing);
    }

    void approve(engine::Engine &engine, std::size_t at)
    {
        need(engine.approve({m_ids.at(at)}));
        m_clock.advance(engine.policy().feed.holdMs);
    }

    engine::DrainReport drain(engine::Engine &engine)
    {
        return need(engine.drainOutbox(m_outside, m_cancel));
    }

    FreezeReason frozen(engine::Engine &engine) { return need(engine.status()).frozen; }

    EffectState stateOf(engine::Engine &engine, std::size_t at)
    {
        return need(engine.tables().outbox.effectsOf(m_ids.at(at))).back().state;
    }

    int most() const
    {
        int out = 0;
        for (const auto &[effect, record] : m_outside.journal())
            out = std::max(out, record.times);
        return out;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 10};
    flow::World m_world{m_crm, m_clock};
    base::SeededIdSource m_source{7};
    MemoryMarks m_marks;
    base::Random m_random{1};
    // A mailbox that answers, and that nobody can ask afterwards.
    Outside m_outside{m_random, {true, false, 0, 0, 0, 0, false, false}};
    crm::CancelToken m_cancel;
    std::vector<base::Uuid> m_ids;
    store::Database *m_database = nullptr; // of the workspace opened last
};

} // namespace

TEST_F(InstallTest, TheFirstStartAfterTheUpgradeDoesNotFreeze)
{
    auto engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::None);
    EXPECT_EQ(need(engine->tables().install.read()).epoch, 1);
    approve(*engine, 0);
    EXPECT_EQ(drain(*engine).sent, 1);
}

TEST_F(InstallTest, TheSameFileGoesOnAgainAndAgainWithAHigherEpochEachTime)
{
    for (int epoch = 1; epoch <= 4; ++epoch) {
        auto engine = open(original());
        EXPECT_EQ(frozen(*engine), FreezeReason::None);
        EXPECT_EQ(need(engine->tables().install.read()).epoch, epoch);
    }
}

TEST_F(InstallTest, AMovedFileGoesOn)
{
    m_marks.fileIds[original()] = m_marks.fileIds[other("moved.topline")] = "inode 5";
    open(original()).reset();
    copy(original(), other("moved.topline"));
    EXPECT_EQ(frozen(*open(other("moved.topline"))), FreezeReason::None);
}

TEST_F(InstallTest, AnEndBetweenTheFirstMarkAndTheFirstEpochDoesNotFreeze)
{
    const auto info = need(need(store::Workspace::open(original(), 0))->tables().settings.info());
    need(m_marks.write(
        info.id, {base::Uuid::named("install", "x"), m_marks.placeOf(original()), 0, 0, 0, {}}));
    auto engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::None);
    EXPECT_EQ(need(engine->tables().install.read()).id, base::Uuid::named("install", "x"));
}

TEST_F(InstallTest, ACopyBesideTheOriginalIsFrozenAndItsEffectsAreInDoubt)
{
    auto engine = open(original());
    approve(*engine, 0);
    approve(*engine, 1);
    engine.reset();
    copy(original(), other("copy.topline"));
    engine = open(original());
    EXPECT_EQ(drain(*engine).sent, 2);
    engine.reset();

    auto clone = open(other("copy.topline"));
    EXPECT_EQ(frozen(*clone), FreezeReason::OtherCopy);
    EXPECT_EQ(drain(*clone).sent, 0);
    EXPECT_EQ(stateOf(*clone, 0), EffectState::Unknown);
    EXPECT_EQ(stateOf(*clone, 1), EffectState::Unknown);
    clone.reset();
    EXPECT_EQ(frozen(*open(original())), FreezeReason::None) << "the original is not to suffer";
    EXPECT_EQ(most(), 1);
}

TEST_F(InstallTest, ACopyThatTakesOverStopsTheOriginalAtItsNextEffect)
{
    open(original()).reset();
    copy(original(), other("copy.topline"));
    auto first = open(original());
    auto second = open(other("copy.topline"));
    EXPECT_EQ(frozen(*second), FreezeReason::OtherCopy);
    need(second->thaw());
    EXPECT_EQ(frozen(*second), FreezeReason::None);
    approve(*second, 0);
    EXPECT_EQ(drain(*second).sent, 1);

    approve(*first, 0);
    const auto drained = first->drainOutbox(m_outside, m_cancel);
    ASSERT_FALSE(drained.ok());
    EXPECT_EQ(drained.error().code, base::ErrorCode::Refused);
    EXPECT_EQ(frozen(*first), FreezeReason::OtherCopy);
    EXPECT_EQ(stateOf(*first, 0), EffectState::Unknown);
    EXPECT_EQ(m_outside.journal().size(), 1u);
    first.reset();
    EXPECT_EQ(frozen(*open(original())), FreezeReason::OtherCopy) << "and it stays so";
}

TEST_F(InstallTest, WhoActsIsAskedBeforeAnythingIsNotedAsOnTheWire)
{
    auto engine = open(original());
    approve(*engine, 0);
    const auto wires = need(engine->tables().install.read()).wires;
    m_marks.forget(); // nothing says any more who acts
    const auto drained = engine->drainOutbox(m_outside, m_cancel);
    ASSERT_FALSE(drained.ok());
    EXPECT_EQ(drained.error().code, base::ErrorCode::Refused);
    EXPECT_EQ(frozen(*engine), FreezeReason::OtherCopy);
    EXPECT_EQ(need(engine->tables().install.read()).wires, wires);
    EXPECT_TRUE(m_outside.journal().empty());
}

TEST_F(InstallTest, AnOlderFilePutBackByHandIsFrozen)
{
    auto engine = open(original());
    approve(*engine, 0);
    engine.reset();
    copy(original(), other("backup"));
    engine = open(original());
    EXPECT_EQ(drain(*engine).sent, 1);
    engine.reset();
    copy(other("backup"), original());

    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::OlderCopy);
    EXPECT_EQ(drain(*engine).sent, 0);
    EXPECT_EQ(stateOf(*engine, 0), EffectState::Unknown);
    need(engine->thaw());
    EXPECT_EQ(drain(*engine).sent, 0) << "in doubt is not waiting";
    EXPECT_EQ(most(), 1);
}

// The epoch alone would not show it: the backup is of the session that sent.
TEST_F(InstallTest, ABackupOfTheSameSessionPutBackAfterACrashIsFrozen)
{
    auto engine = open(original());
    approve(*engine, 0);
    need(engine->backUp(other("backup")));
    EXPECT_EQ(drain(*engine).sent, 1);
    const auto marks = m_marks; // what the program would still note at its end is lost
    engine.reset();
    m_marks = marks;
    copy(other("backup"), original());
    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::OlderCopy);
    EXPECT_EQ(drain(*engine).sent, 0);
    EXPECT_EQ(most(), 1);
}

// The ledger says nothing new between the intent and the answer: the count of marks does.
TEST_F(InstallTest, ABackupFromBetweenTheIntentAndTheWireIsFrozen)
{
    auto engine = open(original());
    approve(*engine, 0);
    const auto claimed = need(engine->claim());
    ASSERT_EQ(claimed.size(), 1u);
    need(engine->backUp(other("backup")));
    need(engine->markOnWire(claimed)); // it takes hold, and the program ends
    const auto marks = m_marks;
    engine.reset();
    m_marks = marks;
    copy(other("backup"), original());
    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::OlderCopy);
    EXPECT_EQ(drain(*engine).sent, 0);
    EXPECT_EQ(stateOf(*engine, 0), EffectState::Unknown);
}

TEST_F(InstallTest, AFileOfAnEarlierStartIsFrozenWhetherAnythingLeftSinceOrNot)
{
    open(original()).reset();
    copy(original(), other("backup"));
    open(original()).reset();
    copy(other("backup"), original());
    EXPECT_EQ(frozen(*open(original())), FreezeReason::OlderCopy);
}

TEST_F(InstallTest, AnotherComputerAsksFirst)
{
    auto engine = open(original());
    approve(*engine, 0);
    engine.reset();
    m_marks.machine = "another computer";
    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::OtherMachine);
    EXPECT_EQ(drain(*engine).sent, 0);
    need(engine->thaw());
    engine.reset();
    EXPECT_EQ(frozen(*open(original())), FreezeReason::None) << "it has taken over";
}

TEST_F(InstallTest, ALostStateFolderAsksAndLosesNothing)
{
    auto engine = open(original());
    approve(*engine, 0);
    engine.reset();
    m_marks.forget();
    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::NoMark);
    EXPECT_EQ(stateOf(*engine, 0), EffectState::Unknown);
    need(engine->thaw());
    need(engine->resolveUnknown(m_ids[0], false));
    need(engine->retry(m_ids[0]));
    m_clock.advance(engine->policy().feed.holdMs);
    EXPECT_EQ(drain(*engine).sent, 1);
    EXPECT_EQ(frozen(*engine), FreezeReason::None);
}

TEST_F(InstallTest, NothingLeavesWhileTheMarkCannotBeWritten)
{
    auto engine = open(original());
    approve(*engine, 0);
    m_marks.isBroken = true;
    EXPECT_FALSE(engine->drainOutbox(m_outside, m_cancel).ok());
    EXPECT_TRUE(m_outside.journal().empty());
    m_marks.isBroken = false;
    m_clock.advance(base::hourMs);
    engine.reset();
    engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::None);
}

TEST_F(InstallTest, AStateFolderThatNeverWorkedLetsReadAndNotSend)
{
    m_marks.isBroken = true;
    auto engine = open(original());
    EXPECT_EQ(frozen(*engine), FreezeReason::None);
    approve(*engine, 0);
    EXPECT_FALSE(engine->drainOutbox(m_outside, m_cancel).ok());
    EXPECT_TRUE(m_outside.journal().empty());
}

TEST_F(InstallTest, AProgramWhoseFileWasOpenedByAnotherCanMoveNoEffect)
{
    auto engine = open(original());
    approve(*engine, 0);
    // As if the lock did not hold, on a file system that has none.
    store::raiseEpoch(*m_database);
    EXPECT_FALSE(engine->claim().ok());
    EXPECT_EQ(stateOf(*engine, 0), EffectState::Queued);
}

// After k later sends any older backup is put back, by the program or by hand: 60 times.
TEST_F(InstallTest, SixtyRestoresOfOldBackupsSendNothingAgain)
{
    m_world.close();
    int restores = 0;
    int inDoubt = 0;
    for (std::uint64_t seed = 1; restores < 60; ++seed) {
        base::Random random(seed);
        base::FixedClock clock(flow::birthMs);
        flow::TinyCrm crm(flow::birthMs, 10);
        flow::World world(crm, clock);
        world.sync();
        const auto ids = flow::approvable(need(world.engine().feed()));
        world.close();
        Outside outside(random, {true, false, 0.1, 0.1, 0.1, 0.5, random.chance(0.5), false});
        MemoryMarks marks;
        const auto openIt = [&] {
            engine::EngineParts parts{clock, m_source,
                                      need(store::Workspace::open(world.file(), clock.now())),
                                      need(plays::loadShippedPlays())};
            parts.marks = &marks;
            return need(engine::Engine::open(std::move(parts)));
        };
        auto engine = openIt();
        std::vector<std::string> backups;
        std::vector<std::size_t> sentBefore;
        for (int round = 0; round < 6; ++round) {
            for (std::size_t at = random.below(3); at < ids.size(); at += 3)
                static_cast<void>(engine->approve({ids[at]}).ok()); // some are on their way
            backups.push_back(world.folder() + "/backup" + std::to_string(round));
            need(engine->backUp(backups.back()));
            sentBefore.push_back(outside.journal().size());
            clock.advance(base::hourMs);
            if (random.chance(0.7))
                need(engine->drainOutbox(outside, m_cancel));
            if (random.chance(0.3)) {
                engine.reset();
                engine = openIt();
            }
        }
        need(engine->drainOutbox(outside, m_cancel));
        const auto before = outside.journal();
        engine.reset();
        const std::size_t chosen = random.indexOf(backups);
        const std::string &backup = backups[chosen];
        if (sentBefore[chosen] == before.size())
            continue; // nothing left since: it is not older in anything that counts
        if (random.chance(0.5))
            need(store::restore(backup, world.file(), clock.now()));
        else
            copy(backup, world.file());
        ++restores;
        engine = openIt();
        EXPECT_NE(need(engine->status()).frozen, FreezeReason::None) << "seed " << seed;
        need(engine->drainOutbox(outside, m_cancel));
        need(engine->thaw());
        for (int round = 0; round < 5; ++round) {
            clock.advance(base::dayMs);
            need(engine->drainOutbox(outside, m_cancel));
        }
        for (const auto &[effect, record] : outside.journal())
            EXPECT_EQ(record.times, 1) << "seed " << seed;
        EXPECT_EQ(outside.journal().size(), before.size()) << "seed " << seed;
        inDoubt += static_cast<int>(need(engine->unknownEffects()).size());
    }
    EXPECT_GT(inDoubt, 30);
}

} // namespace topline::sim
