// One arriving event until the feed is up to date, with 10 k, 100 k and 1 M events stored. The cost
// must not grow with what is stored: the ratio is to the smallest workspace of the same run.
#include "tests/bench/bench_workspace.h"
#include "tests/bench/synthetic_crm.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>

namespace topline::bench {

namespace {

constexpr std::int64_t visited = 60;

double smallestSeconds = 0; // per event, of the 10 k workspace of this run

engine::FeedUpdate arrive(BenchWorkspace &workspace, const crm::Page &page)
{
    need(workspace.engine().applyPage("bench", page));
    need(workspace.engine().derive());
    return need(workspace.engine().takeFeedUpdate());
}

void oneEventToFeed(benchmark::State &state)
{
    BenchWorkspace workspace;
    workspace.fill(state.range(0));
    need(workspace.engine().takeFeedUpdate());
    std::int64_t number = 0;
    std::int64_t cards = 0;
    double seconds = 0;
    // The same sixty accounts in every size, spread over the table: the same work.
    const auto nextPage = [&] {
        workspace.clock.advance(base::secondMs);
        const auto account = number % visited * (workspace.accounts() / visited);
        return oneEvent(account, workspace.clock.now(), number++);
    };
    for (std::int64_t n = 0; n < visited; ++n) // a morning's first look reads from the disk
        arrive(workspace, nextPage());
    for (auto _ : state) {
        const auto page = nextPage();
        const auto start = std::chrono::steady_clock::now();
        const auto update = arrive(workspace, page);
        const double taken =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        state.SetIterationTime(taken);
        seconds += taken;
        cards += static_cast<std::int64_t>(update.changed.size());
    }
    const double perEvent = seconds / static_cast<double>(state.iterations());
    if (smallestSeconds == 0)
        smallestSeconds = perEvent;
    state.counters["stored_events"] = static_cast<double>(state.range(0));
    state.counters["accounts"] = static_cast<double>(workspace.accounts());
    state.counters["feed_cards"] = static_cast<double>(need(workspace.engine().feed()).size());
    state.counters["cards_changed"] = static_cast<double>(cards);
    state.counters["ratio_to_10k"] = perEvent / smallestSeconds;
}

// Ten million take long to fill: only when asked for.
void sizes(benchmark::internal::Benchmark *benchmark)
{
    for (const std::int64_t events : {10'000, 100'000, 1'000'000})
        benchmark->Arg(events);
    if (std::getenv("TOPLINE_BENCH_10M") != nullptr)
        benchmark->Arg(10'000'000);
}

BENCHMARK(oneEventToFeed)
    ->Apply(sizes)
    ->UseManualTime()
    ->Iterations(300)
    ->Unit(benchmark::kMicrosecond);

} // namespace

} // namespace topline::bench
