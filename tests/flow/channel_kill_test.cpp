// The judge over all channels: a process that sends mail, books meetings and writes tasks by its
// real connectors is killed at random steps and moments, while it recovers, and at every place that
// has a name; with some of the kills the power goes as well. Only the journal of the servers
// counts. Programs that are wrong on purpose must be found by the same judge.
#include "tests/flow/channel_trial.h"

#include <cstdlib>
#include <iostream>

namespace topline::flow {

namespace {

bool takesAll()
{
    const char *told = std::getenv("TOPLINE_KILLS");
    return told && std::string_view(told) == "all";
}

std::int64_t killsWanted(std::int64_t sample, std::int64_t all)
{
    return takesAll() ? all : sample;
}

const ChannelBeginning &beginning()
{
    static const ChannelBeginning made(takesAll() ? 3 : 1);
    return made;
}

std::ostream &operator<<(std::ostream &out, const JudgeCounts &counts)
{
    out << counts.kills << " kills (" << counts.inRecovery << " in recovery), " << counts.approved
        << " effects, " << counts.took << " took hold: lost " << counts.lost << ", twice "
        << counts.twice << ", ghosts " << counts.ghosts << ", lies " << counts.lies << ", unknown "
        << counts.unknown << ", silences " << counts.silences << "; at";
    for (const auto &[point, times] : counts.points)
        out << ", " << point << " " << times;
    return out << (counts.first.empty() ? "" : "\nfirst: ") << counts.first;
}

void expectRight(const JudgeCounts &counts)
{
    std::cout << counts << "\n";
    EXPECT_EQ(counts.wrongs(), 0) << counts.first;
    EXPECT_LE(counts.unknown, counts.kills);
}

// Of what is worth a kill.
std::int64_t linesOfALife()
{
    return killsWanted(120, 250);
}

std::int64_t usOfALife()
{
    return killsWanted(150'000, 300'000);
}

Moment anyMoment(base::Random &random)
{
    Moment out;
    out.takesHold = random.chance(0.5);
    if (random.chance(0.7))
        out.line = random.between(1, linesOfALife());
    else
        out.afterUs = random.between(0, usOfALife());
    return out;
}

// Trials of several kills each, until there were so many.
JudgeCounts killAtRandom(std::int64_t wanted, ChannelJudge::Options options)
{
    JudgeCounts counts;
    for (; counts.kills < wanted; ++options.seed) {
        ChannelTrial trial(beginning(), options, counts);
        bool isDone = false;
        for (int life = 0; life < 10 && !isDone; ++life)
            isDone = trial.live(anyMoment(trial.judge().random()));
        trial.finish();
    }
    return counts;
}

// There, at once and after something was left in doubt.
void killAt(const std::string &name, bool takesHold, std::uint64_t seed, JudgeCounts &counts)
{
    {
        ChannelTrial trial(beginning(), {.seed = seed, .habits = {0, 0, 0, 0}}, counts);
        trial.live({.name = name, .takesHold = takesHold});
        trial.finish();
    }
    // A life that does not come there carries out everything: doubt first, of one kind at a time.
    for (const char *doubt : {"smtp:dot", "crm:dot", "dav:PUT"}) {
        ChannelTrial trial(beginning(), {.seed = seed, .habits = {0, 0, 0, 0}}, counts);
        trial.live({.name = doubt, .takesHold = takesHold});
        trial.live({.name = name, .takesHold = takesHold});
        trial.finish();
    }
}

// Killed each time when a mail has been taken and nothing is filed: what a wrong program does then.
JudgeCounts killAtTheDot(const std::string &fault, bool powerGoes)
{
    JudgeCounts counts;
    ChannelTrial trial(beginning(),
                       {.fault = fault, .powerGoes = powerGoes, .habits = {0, 0, 0, 1}}, counts);
    for (int life = 0; life < 3; ++life)
        trial.live({.name = "smtp:dot"});
    trial.finish();
    return counts;
}

// Found there; and by chance, where there is time for it.
void expectFound(const std::string &fault, bool powerGoes = false)
{
    EXPECT_GT(killAtTheDot(fault, powerGoes).twice, 0);
    if (!takesAll())
        return;
    // How soon chance finds it depends on what else the machine does.
    decltype(JudgeCounts::twice) twice = 0;
    for (std::uint64_t round = 0; round < 10 && twice == 0; ++round)
        twice =
            killAtRandom(60, {.seed = 1 + 1'000 * round, .fault = fault, .powerGoes = powerGoes})
                .twice;
    EXPECT_GT(twice, 0);
}

} // namespace

TEST(ChannelKill, AtRandomMomentsEachApprovedEffectTakesHoldOnceOrIsInDoubt)
{
    expectRight(killAtRandom(killsWanted(8, 500), {.seed = 1}));
}

TEST(ChannelKill, WhenThePowerGoesWithItToo)
{
    expectRight(killAtRandom(killsWanted(4, 200), {.seed = 3'001, .powerGoes = true}));
}

TEST(ChannelKill, DuringRecoveryToo)
{
    JudgeCounts counts;
    const auto wanted = killsWanted(4, 200);
    for (std::uint64_t seed = 5'001; counts.inRecovery < wanted; ++seed) {
        ChannelTrial trial(beginning(), {.seed = seed, .powerGoes = seed % 4 == 0}, counts);
        auto &random = trial.judge().random();
        for (int life = 0; life < 3; ++life) {
            trial.live({.line = random.between(40, linesOfALife() / 2)});
            for (int deep = 0; deep < 3; ++deep) // and again while it gets up
                trial.live({.line = random.between(1, 12)});
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
        // With doubt to be looked into, and something to recover.
        ChannelTrial trial(beginning(), {.seed = 9'001, .habits = {0, 0, 0, 0}}, counts);
        for (const char *doubt : {"dav:PUT", "smtp:dot", "crm:dot", "push:after"})
            trial.live({.name = doubt});
        trial.finish();
        names = trial.judge().names();
    }
    {
        ChannelTrial trial(beginning(), {.seed = 9'001, .habits = {0, 0, 0, 0}}, counts);
        trial.finish();
        names.insert(trial.judge().names().begin(), trial.judge().names().end());
    }
    EXPECT_GT(names.size(), 40u);
    std::uint64_t seed = 9'002;
    std::int64_t at = 0;
    std::int64_t wanted = 0;
    for (const std::string &name : names) {
        if (name == "done" || name == "start" || (!takesAll() && ++at % 12 != 0))
            continue;
        ++wanted;
        const bool hasBoth = name == "smtp:dot" || name == "dav:PUT" || name == "crm:dot";
        for (const bool takesHold : {true, false}) {
            if (takesHold || hasBoth)
                killAt(name, takesHold, seed++, counts);
        }
        EXPECT_TRUE(counts.points.contains(name)) << name;
    }
    std::cout << wanted << " of " << names.size() << " names\n";
    expectRight(counts);
    for (const char *must :
         {"smtp:starttls",  "smtp:to",        "smtp:data",     "smtp:text",    "onwire:begin",
          "push:before",    "smtp:dot",       "push:after",    "imap:EXAMINE", "dav:PUT",
          "dav:PUT done",   "dav:GET",        "crm:dot",       "crm:look",     "claim:commit",
          "onwire:commit",  "onwire:done",    "answer:commit", "answer:done",  "lookup:commit",
          "recover:commit", "install:commit", "sync"})
        EXPECT_TRUE(names.contains(must)) << must;
}

TEST(ChannelKill, TheSameJudgeFindsNothingInTheRightProgramThere)
{
    expectRight(killAtTheDot("none", false));
    expectRight(killAtTheDot("none", true));
}

TEST(ChannelKill, FindsAProgramThatSendsAndThenMarks)
{
    expectFound("marks-late");
}

TEST(ChannelKill, FindsAProgramThatDoesNotSync)
{
    expectFound("no-sync", true);
}

TEST(ChannelKill, FindsAProgramThatSendsAgainOnDoubt)
{
    expectFound("retries");
}

TEST(ChannelKill, FindsAProgramThatSendsAgainUnderANewId)
{
    expectFound("new-id");
}

TEST(ChannelKill, FindsAProgramThatTakesARefusalForSuccess)
{
    const ChannelJudge::Options options{.fault = "lies", .habits = {0.5, 0, 0, 0}};
    EXPECT_GT(killAtRandom(1, options).lies, 0);
}

} // namespace topline::flow
