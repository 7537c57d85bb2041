// A copy that takes over from the file that acted before forgets nobody who must not be written to,
// and no mail that left today.
#include "core/engine/guards/send_guard_desk.h"
#include "core/store/backup.h"
#include "core/store/suppress_union.h"
#include "tests/engine/guard_world.h"
#include "tests/sim/memory_marks.h"

namespace topline::engine {
namespace {

using domain::Reach;
using flow::need;

// A copy of a workspace at another path, opened as by another start of the program.
struct Copy {
    Copy(const std::string &path, base::Clock &clock, store::InstallMarks &marks)
        : workspace(need(store::Workspace::open(path, clock.now())))
        , context{clock, ids, *workspace, plays, {}, {}, {}, {}, {}}
        , guard(context, &marks)
    {
        context.policy = need(workspace->tables().settings.policy());
        need(guard.begin());
    }

    bool isStopped(const std::string &address)
    {
        Step step = need(Step::begin(context, "test"));
        return need(ConsentBook(step).stop({Reach::Mail, address})).has_value();
    }

    base::SeededIdSource ids{11};
    std::vector<domain::Play> plays;
    std::unique_ptr<store::Workspace> workspace;
    Context context;
    InstallGuard guard;
};

class TakeOverTest : public testing::Test {
protected:
    TakeOverTest()
    {
        need(m_original.begin());
        m_copy = m_world.file() + ".copy";
        need(store::backUp(m_world.workspace(), m_copy));
        m_dana = m_world.person();
        const auto luis = m_world.person({.mail = "luis@contoso.example"});
        m_world.change([](Step &step) {
            return ConsentBook(step).put({Reach::Mail, "dana@northwind.example"},
                                         domain::StopWhy::Unsubscribed, {}, actor::buyer);
        });
        m_world.letter({.to = luis});
        m_world.letter({.to = luis});
        EXPECT_EQ(m_world.send(), 2);
        m_original.rest();
    }

    base::FixedClock m_clock{1'791'288'000'000}; // a Tuesday, noon
    GuardWorld m_world{m_clock};
    sim::MemoryMarks m_marks;
    InstallGuard m_original{m_world.context(), &m_marks};
    std::string m_copy;
    domain::ContactId m_dana;
};

TEST_F(TakeOverTest, TheListAndTheCountsOfWhoActedBeforeComeAlong)
{
    Copy copy(m_copy, m_clock, m_marks);
    EXPECT_EQ(copy.guard.why(), domain::FreezeReason::OtherCopy);
    EXPECT_FALSE(copy.isStopped("dana@northwind.example"));
    need(copy.guard.takeOver());
    EXPECT_EQ(copy.guard.why(), domain::FreezeReason::None);
    EXPECT_TRUE(copy.isStopped("dana@northwind.example"));
    const auto today = m_clock.now() / base::dayMs;
    EXPECT_EQ(need(copy.workspace->tables().sendLimits.counts({}, today)).all, 2);
    std::string payload;
    need(copy.workspace->tables().ledger.forEach(
        [&](const domain::LedgerEntry &row) -> base::Status {
            payload = row.payload;
            return {};
        }));
    EXPECT_EQ(payload, R"({"frozen":false,"lists_united":true})");
}

// It may have lost that again since the copy was made, and here nobody would know.
TEST_F(TakeOverTest, APlayThatRanByItselfAsksFirstAgain)
{
    const std::string later = m_world.file() + ".later";
    const auto now = m_clock.now();
    m_world.change([&](Step &step) -> base::Status {
        TRY(noteMode(step, {"silence", domain::Mode::Auto, domain::ModeWhy::Earned, 20, 20, now},
                     actor::rep));
        return noteMode(step, {"surge", domain::Mode::Draft, domain::ModeWhy::ByHand, 0, 0, now},
                        actor::rep);
    });
    need(store::backUp(m_world.workspace(), later));
    m_clock.advance(base::hourMs);
    m_world.change([&](Step &step) {
        return noteMode(
            step,
            {"silence", domain::Mode::Approval, domain::ModeWhy::Complaints, 1, 50, m_clock.now()},
            actor::engine);
    });
    m_world.close();
    Copy copy(later, m_clock, m_marks);
    need(copy.guard.takeOver());
    const auto modes = need(copy.workspace->tables().modes.modes());
    EXPECT_EQ(modes.at("silence").mode, domain::Mode::Approval);
    EXPECT_EQ(modes.at("silence").atMs, m_clock.now());
    EXPECT_EQ(modes.at("surge").mode, domain::Mode::Draft);
    EXPECT_EQ(modes.at("surge").atMs, now);
}

TEST_F(TakeOverTest, AFileThatIsGoneOrIsAnotherWorkspaceChangesNothing)
{
    m_world.close();
    std::filesystem::rename(m_world.file(), m_world.file() + ".moved");
    {
        Copy copy(m_copy, m_clock, m_marks);
        need(copy.guard.takeOver());
        EXPECT_FALSE(copy.isStopped("dana@northwind.example"));
    }
    EXPECT_FALSE(need(store::isWorkspace(m_world.file(), base::Uuid())));
    EXPECT_FALSE(need(store::isWorkspace(m_copy, base::Uuid::named("another", "one"))));
}

} // namespace
} // namespace topline::engine
