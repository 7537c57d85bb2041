// sim_main [--seed N] [--seeds N] [--days N]: simulated days from seeds, for long runs and for one
// seed that failed. Prints every breach with its seed; ends with 1 when there was any.
#include "tests/sim/simulation.h"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace {

std::int64_t option(int count, char **words, std::string_view name, std::int64_t otherwise)
{
    for (int at = 1; at + 1 < count; ++at) {
        if (name == words[at])
            return std::atoll(words[at + 1]);
    }
    return otherwise;
}

} // namespace

int main(int count, char **words)
{
    const auto first = option(count, words, "--seed", 1);
    const auto seeds = option(count, words, "--seeds", 1);
    const auto days = option(count, words, "--days", 8);
    const auto begun = std::chrono::steady_clock::now();
    const topline::sim::SimBeginning beginning;
    topline::sim::SimReport all;
    for (auto seed = first; seed < first + seeds; ++seed) {
        topline::sim::Simulation run(beginning, static_cast<std::uint64_t>(seed));
        const auto report = run.run(days);
        for (const auto &each : report.breaches)
            std::cout << each << std::endl;
        all.add(report);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::cout << all.days << " days in " << took.count() << " s, "
              << static_cast<double>(all.days) / took.count() << " a second; " << all.events
              << " happenings, " << all.commits << " commits, " << all.delivered << " deliveries, "
              << all.crashes << " crashes, " << all.diskErrors << " disk errors, " << all.restores
              << " restores, " << all.unknown << " in doubt; " << all.breaches.size()
              << " breaches\n";
    return all.breaches.empty() ? 0 : 1;
}
