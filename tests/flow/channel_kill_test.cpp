// The judge over all channels: a process that sends mail, books meetings and writes tasks is killed
// at random lines, at random moments, while it recovers, and at every place that has a name. Only
// the judge's journal counts. Lives that are wrong on purpose must be found by the same judge.
#include "core/platform/install_mark_files.h"
#include "core/plays/shipped_plays.h"
#include "tests/flow/channel_judge.h"
#include "tests/flow/channel_life.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <cstdlib>
#include <iostream>
#include <sys/socket.h>
#include <unistd.h>

namespace topline::flow {

using domain::ActionState;
using domain::EffectState;

namespace {

std::int64_t killsWanted(std::int64_t sample, std::int64_t all)
{
    const char *told = std::getenv("TOPLINE_KILLS");
    return told && std::string_view(told) == "all" ? all : sample;
}

// One workspace with a dozen approvals, ended again and again until everything has left.
class Trial {
public:
    Trial(std::uint64_t seed, Fault fault, JudgeCounts &counts)
        : m_seed(seed)
        , m_fault(fault)
        , m_counts(counts)
        , m_judge(seed)
    {
        m_world.sync();
        m_ids = approvable(need(m_world.engine().feed()));
        need(m_world.engine().approve(m_ids));
        m_clock.advance(m_world.engine().policy().feed.holdMs);
        m_world.close();
        m_counts.approved += static_cast<std::int64_t>(m_ids.size());
    }

    ChannelJudge &judge() { return m_judge; }

    // True when the life came to its end.
    bool live(const Moment &moment)
    {
        int sockets[2] = {-1, -1};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(sockets[0]);
            liveByChannels(m_world, sockets[1], m_fault);
        }
        ::close(sockets[1]);
        const bool isDone = m_judge.serve(sockets[0], child, moment, m_counts);
        ::close(sockets[0]);
        m_clock.advance(8 * base::hourMs); // so that no wait after a proof of absence counts
        return isDone;
    }

    // Lives without an end from outside, until nothing is left to do; then the verdict.
    void finish()
    {
        bool isDone = false;
        for (int life = 0; life < 20 && !isDone; ++life)
            isDone = live({});
        if (!isDone)
            blame(++m_counts.lost, "it never came to an end");
        need(m_world.open());
        auto &tables = m_world.engine().tables();
        EXPECT_TRUE(need(m_world.engine().verifyLedger()).sound) << "seed " << m_seed;
        std::set<std::string> approved;
        for (const auto &id : m_ids) {
            approved.insert(id.text());
            const auto took = m_judge.took().find(id.text());
            const int times = took == m_judge.took().end() ? 0 : took->second;
            if (times > 1)
                blame(++m_counts.twice, id.text() + " took hold " + std::to_string(times));
            const auto effect = need(tables.outbox.effectsOf(id)).back();
            m_counts.unknown += effect.state == EffectState::Unknown;
            if (effect.state == EffectState::Sent && times == 0)
                blame(++m_counts.lies, id.text() + " is said to be sent");
            if (!domain::isTerminal(effect.state) && effect.state != EffectState::Unknown)
                blame(++m_counts.lost, id.text() + " was left lying");
        }
        for (const auto &[action, times] : m_judge.took()) {
            if (!approved.contains(action))
                blame(++m_counts.ghosts, action + " was never approved");
        }
        m_world.close();
    }

private:
    void blame(std::int64_t, const std::string &what)
    {
        if (m_counts.first.empty())
            m_counts.first = "seed " + std::to_string(m_seed) + ": " + what;
    }

    std::uint64_t m_seed;
    Fault m_fault;
    JudgeCounts &m_counts;
    ChannelJudge m_judge;
    base::FixedClock m_clock{birthMs};
    TinyCrm m_crm{birthMs, 16};
    World m_world{m_crm, m_clock};
    std::vector<base::Uuid> m_ids;
};

std::ostream &operator<<(std::ostream &out, const JudgeCounts &counts)
{
    out << counts.kills << " kills (" << counts.inRecovery << " in recovery), " << counts.approved
        << " approved: lost " << counts.lost << ", twice " << counts.twice << ", ghosts "
        << counts.ghosts << ", lies " << counts.lies << ", unknown " << counts.unknown << "; at";
    for (const auto &[point, times] : counts.points)
        out << " " << point << " " << times;
    return out << (counts.first.empty() ? "" : "\nfirst: ") << counts.first;
}

void expectRight(const JudgeCounts &counts)
{
    std::cout << counts << "\n";
    EXPECT_EQ(counts.wrongs(), 0) << counts.first;
    // A lost answer of the judge's own is a doubt as well: at most one in ten sent.
    EXPECT_LE(counts.unknown, counts.kills + counts.approved / 5);
}

Moment anyMoment(base::Random &random)
{
    Moment out;
    out.takesHold = random.chance(0.5);
    if (random.chance(0.7))
        out.line = random.between(1, 90);
    else
        out.afterUs = random.between(0, 900);
    return out;
}

// Trials of several kills each, until there were so many.
JudgeCounts killAtRandom(std::int64_t wanted, Fault fault, std::uint64_t firstSeed)
{
    JudgeCounts counts;
    for (std::uint64_t seed = firstSeed; counts.kills < wanted; ++seed) {
        Trial trial(seed, fault, counts);
        bool isDone = false;
        for (int life = 0; life < 10 && !isDone; ++life)
            isDone = trial.live(anyMoment(trial.judge().random()));
        trial.finish();
    }
    return counts;
}

} // namespace

TEST(ChannelKill, AtRandomMomentsEachApprovedEffectTakesHoldOnceOrIsInDoubt)
{
    expectRight(killAtRandom(killsWanted(50, 700), Fault::None, 1));
}

TEST(ChannelKill, DuringRecoveryToo)
{
    JudgeCounts counts;
    const auto wanted = killsWanted(15, 200);
    for (std::uint64_t seed = 5'001; counts.inRecovery < wanted; ++seed) {
        Trial trial(seed, Fault::None, counts);
        auto &random = trial.judge().random();
        for (int life = 0; life < 3; ++life) {
            trial.live({.line = random.between(20, 60)});
            for (int deep = 0; deep < 3; ++deep) // and again while it gets up
                trial.live({.line = random.between(1, 7)});
        }
        trial.finish();
    }
    expectRight(counts);
    EXPECT_GE(counts.inRecovery, wanted);
}

TEST(ChannelKill, AtEveryPlaceThatHasAName)
{
    JudgeCounts counts;
    std::set<std::string> names;
    {
        Trial trial(9'001, Fault::None, counts);
        trial.live({.line = 40}); // so that there is something to recover
        trial.finish();
        names = trial.judge().names();
    }
    EXPECT_GT(names.size(), 20u);
    std::uint64_t seed = 9'002;
    for (const std::string &name : names) {
        for (const bool takesHold : {false, true}) {
            if (takesHold && name != "dot")
                continue;
            Trial trial(seed++, Fault::None, counts);
            trial.live({.line = 40});
            trial.live({.name = name, .takesHold = takesHold});
            trial.finish();
        }
    }
    expectRight(counts);
    for (const char *must :
         {"connect", "starttls", "rcpt", "data", "before-mark", "push:before", "dot", "after-reply",
          "push:after", "look", "claim:commit", "onwire:commit", "onwire:done", "answer:commit",
          "answer:done", "recover:commit", "install:commit"})
        EXPECT_TRUE(counts.points.contains(must)) << must;
}

TEST(ChannelKill, FindsALifeThatSendsAndThenMarks)
{
    EXPECT_GT(killAtRandom(80, Fault::SendsThenMarks, 1).twice, 0);
}

TEST(ChannelKill, FindsALifeThatSendsAgainOnDoubt)
{
    EXPECT_GT(killAtRandom(40, Fault::RetriesOnDoubt, 1).twice, 0);
}

TEST(ChannelKill, FindsALifeThatSendsAgainUnderANewId)
{
    EXPECT_GT(killAtRandom(40, Fault::NewIdOnRetry, 1).twice, 0);
}

TEST(ChannelKill, FindsALifeThatTakesARefusalForSuccess)
{
    EXPECT_GT(killAtRandom(20, Fault::LiesAboutRefusals, 1).lies, 0);
}

} // namespace topline::flow
