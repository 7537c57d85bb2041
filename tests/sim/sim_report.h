// What a simulated run may have in it, and what it comes to: values handed from the simulation to
// whoever started it. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace topline::sim {

// Kinds of trouble; about half of them happen in a run.
enum class Trouble {
    Kills,
    PowerLosses,
    DiskErrors,
    ClockSteps,
    Suspends,
    Restores,
    LostAnswers,
    Refusals,
    Outages,
    OptOuts,
    Undo,
    Stops,
};

// What a program or a world would do that is wrong: the judge has to see it.
enum class Wrong {
    Nothing,
    SaysSent,        // the world says that it took hold, and it did not
    TakesTwice,      // what was handed over once arrives twice
    ApprovesUnasked, // a card is approved that nobody chose
    ForgesAnEnd,     // rows are changed past every trigger
};

struct SimReport {
    std::int64_t days = 0;
    std::int64_t events = 0;
    std::int64_t commits = 0;
    std::int64_t crashes = 0; // kills and losses of power
    std::int64_t diskErrors = 0;
    std::int64_t restores = 0;
    std::int64_t delivered = 0;
    std::int64_t unknown = 0; // in the end
    std::uint64_t hash = 0;   // over everything that happened, in order
    std::vector<std::string> breaches;

    void add(const SimReport &other);
};

} // namespace topline::sim
